import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { estimate, resultOf, row } from '../presentation/testing';
import { context, drawn } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

describe('any chart', () => {
	it('says so where there is nothing', () => {
		for (const kind of ['dots', 'trend', 'likert', 'stackedBars', 'bars', 'flow'] as const) {
			expect(JSON.stringify(drawn(kind, resultOf([]), context()).option)).toContain('Keine Daten');
		}
	});

	it('moves only where it may', () => {
		const result = resultOf([row('index-safety', {}, estimate(60, 4))]);
		expect(drawn('dots', result, context()).option['animation']).toBe(false);
		expect(drawn('dots', result, context({ animate: true })).option['animation']).toBe(true);
	});

	it('escapes the words of users in tooltips', () => {
		const evil = '<img src=x onerror=alert(1)>';
		const result = resultOf([row('new-cases', { caseTopic: evil }, estimate(60))]);
		const { option } = drawn('bars', result, context());
		const { formatter } = option['tooltip'] as {
			formatter: (params: { seriesId: string; dataIndex: number }[]) => string;
		};
		const html = formatter([{ seriesId: 'places', dataIndex: 0 }]);
		expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
		expect(html).not.toContain('<img');
	});
});
