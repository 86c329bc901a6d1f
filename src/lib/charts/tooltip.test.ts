import { afterEach, beforeEach, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { CHART_KINDS } from '../presentation';
import { OUTLINES, RESULTS } from '../presentation/results.fixture';
import { context, drawn } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

type Pointed = { seriesId: string; dataIndex: number };

it.each(CHART_KINDS)('%s says each place, to an axis and to the point itself', (kind) => {
	const result = RESULTS[kind]([false, false, true, false]);
	const { option, tips } = drawn(kind, result, context({ map: OUTLINES }));
	const { formatter } = option['tooltip'] as {
		formatter: (params: Pointed | Pointed[]) => string;
	};
	expect(tips.length).toBeGreaterThan(0);
	tips.forEach(({ title }, dataIndex) => {
		const point = { seriesId: 'places', dataIndex };
		expect(formatter(point)).toContain(`<b>${title}</b>`);
		expect(formatter([{ seriesId: 'other', dataIndex: 99 }, point])).toBe(formatter(point));
	});
});
