import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Change, IndicatorResult } from '../domain';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { wordsOf } from './panel-words';
import { change, estimate, resultOf, row } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

const ALIKE = 'Kein Unterschied zu 2023 erkennbar';
const since2023 = (difference: number, verdict: Change['verdict']): Change => ({
	...change(difference, { verdict }),
	against: 'first-period',
	reference: { period: '2023-01-01' },
	since: '2023'
});
const shown = (result: IndicatorResult): string =>
	wordsOf({ id: 'success-course', chart: 'trend' }, result, {
		name: 'Weststadt',
		context: { filters: { wave: undefined, against: undefined }, waveName: () => '' }
	}).shown;
const course = (own: Change, rest: Change, last: Change, notes: IndicatorResult['notes'] = []) => {
	const result = resultOf(
		[
			row('success-share', { contrast: 'self', period: '2023-01-01' }, estimate(0.4, 0.1)),
			row('success-share', { contrast: 'self', period: '2024-01-01' }, estimate(0.4, 0.1), own),
			row('success-share', { contrast: 'rest', period: '2024-01-01' }, estimate(0.5, 0.1), rest),
			row('success-share', { contrast: 'self', period: '2025-01-01' }, estimate(0.4, 0.1), last)
		],
		{ period: 'year', notes }
	);
	return { ...result, query: { ...result.query, compare: 'first-period' as const } };
};
const [none, less] = [since2023(0.01, 'no-difference'), since2023(-0.2, 'lower')];

it('says where nothing differs from the first period, and keeps quiet where something does', () => {
	expect(shown(course(none, none, none))).toContain(ALIKE);
	expect(shown(course(less, none, none))).not.toContain(ALIKE);
});

it('speaks of the Quartier alone, and of periods that are over', () => {
	expect(shown(course(none, less, none))).toContain(ALIKE);
	expect(shown(course(none, none, less))).not.toContain(ALIKE);
	expect(shown(course(none, none, less, ['incomplete-period']))).toContain(ALIKE);
});
