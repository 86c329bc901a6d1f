import { describe, expect, it } from 'vitest';
import type { Change, Estimate, IndicatorResult, IndicatorRow } from '../domain';
import { DEFINITIONS } from '../disclosure';
import { Story, weightOf, type StoryAnswers } from './noteworthy';

const change = (difference: number, pValue: number, parts: Partial<Change> = {}): Change => ({
	against: 'previous-wave',
	reference: null,
	since: '2022',
	difference,
	low: null,
	high: null,
	pValue,
	verdict: pValue >= 0.05 ? 'no-difference' : difference > 0 ? 'higher' : 'lower',
	...parts
});
const estimate: Estimate = {
	value: 60,
	low: 55,
	high: 65,
	standardError: 2.5,
	n: 100,
	base: 100,
	protection: 'open'
};
const result = (indicator: string, rows: Omit<IndicatorRow, 'indicator'>[]): IndicatorResult => ({
	audience: 'inside',
	query: { indicators: [indicator], by: ['quartier', 'wave'], filters: {} },
	definitions: DEFINITIONS.filter(({ id }) => id === indicator),
	rows: rows.map((row) => ({ indicator, ...row })),
	members: {},
	waves: {},
	items: {},
	breaks: [],
	unsettled: [],
	notes: []
});
const inWave = (quartier: string, one: Change, wave = '2025', shown = estimate) => ({
	dimensions: { quartier, wave },
	estimate: shown,
	change: one
});
const inYear = (quartier: string, year: number, value: number | null, one?: Change) => ({
	dimensions: { quartier, period: `${year}-01-01` },
	estimate: {
		...estimate,
		value,
		protection: value === null ? ('no-base' as const) : estimate.protection
	},
	...(one ? { change: one } : {})
});
const story = (answers: StoryAnswers) =>
	new Story(answers, 'all', '2025', (wave) => wave ?? '', 2025);

describe('changes', () => {
	it('are those that are more than chance, the large and certain first', () => {
		const safety = result('index-safety', [
			inWave('a', change(3, 0.01)),
			inWave('b', change(-12, 0.001)),
			inWave('c', change(20, 0.2))
		]);
		const found = story({ change: safety }).changes();
		expect(found.map(({ quartier }) => quartier)).toEqual(['b', 'a']);
		expect(found[0]).toMatchObject({
			kind: 'new',
			from: 72,
			since: '2022',
			when: '2025',
			panel: 'safety-course',
			trend: undefined
		});
	});

	it('leave out other waves, what is hidden, and what was asked in another way', () => {
		const of = (row: Omit<IndicatorRow, 'indicator'>) => result('index-safety', [row]);
		const certain = change(9, 0.001);
		expect(story({ change: of(inWave('a', certain)) }).changes()).toHaveLength(1);
		expect(story({ change: of(inWave('a', certain, '2022')) }).changes()).toEqual([]);
		const hidden = { ...estimate, value: null, protection: 'small-cell' as const };
		expect(story({ change: of(inWave('a', certain, '2025', hidden)) }).changes()).toEqual([]);
		const breaks = [{ wave: '2025', indicator: 'index-safety', of: 'items' as const, text: '' }];
		const broken = { ...of(inWave('a', certain)), breaks };
		expect(story({ change: broken }).changes()).toEqual([]);
		const gap = { ...of(inWave('a', change(9, 0.001, { against: 'quartier' }))), breaks };
		expect(story({ gap }).gaps()).toHaveLength(1);
	});

	it('of casework are against the year before, else against the first year', () => {
		const since = (year: string, difference: number, pValue: number) =>
			change(difference, pValue, { against: 'previous-period', since: year });
		const before = result('new-cases-rate', [
			inYear('a', 2024, 50, since('2023', -30, 0.001)),
			inYear('a', 2025, 90, since('2024', 40, 0.001)),
			inYear('b', 2025, 90, since('2024', 5, 0.4))
		]);
		const first = result('new-cases-rate', [
			inYear('a', 2025, 90, since('2019', 50, 0.001)),
			inYear('b', 2025, 90, since('2019', 50, 0.001))
		]);
		const found = story({ caseChange: before, caseFirst: first }).changes();
		expect(found.map(({ quartier, since: year }) => [quartier, year])).toEqual([
			['b', '2019'],
			['a', '2024']
		]);
		expect(found[0]?.panel).toBe('case-rate');
	});

	it('of complete counts are those of some size, and nothing where nobody came', () => {
		const visits = result('treff-visits', [
			inYear('a', 2023, 100),
			inYear('a', 2025, 130),
			inYear('b', 2023, 100),
			inYear('b', 2025, 105),
			inYear('c', 2023, 0),
			inYear('c', 2025, 0)
		]);
		const found = story({ visits }).changes();
		expect(found.map(({ quartier }) => quartier)).toEqual(['a']);
		expect(found[0]).toMatchObject({ from: 100, since: '2023', when: '2025', change: undefined });
		const shares = result('young-share', [
			inYear('a', 2022, null),
			inYear('a', 2023, 0.3),
			inYear('a', 2025, 0.36)
		]);
		expect(story({ visits: shares }).changes()[0]).toMatchObject({ from: 0.3, since: '2023' });
	});
});

describe('gaps', () => {
	const apart = (pValue: number, difference = -9) =>
		change(difference, pValue, { against: 'quartier' });

	it('say whether they could be made out in the wave before', () => {
		const gap = result('index-safety', [
			inWave('a', apart(0.001), '2022'),
			inWave('a', apart(0.001)),
			inWave('b', apart(0.3), '2022'),
			inWave('b', apart(0.001)),
			inWave('c', apart(0.001))
		]);
		expect(
			story({ gap })
				.gaps()
				.map(({ quartier, isRecent }) => [quartier, isRecent])
		).toEqual([
			['a', false],
			['b', true],
			['c', false]
		]);
		expect(story({ gap }).gaps()[0]).toMatchObject({
			kind: 'standing',
			from: 69,
			panel: 'topic-safety'
		});
		// What is no topic is said at the head.
		const nps = result('nps', [inWave('a', apart(0.001))]);
		expect(story({ gap: nps }).gaps()[0]?.panel).toBe('key-figures');
	});

	it('of one Quartier are its own, and not those of the others together', () => {
		const rows = (['self', 'rest'] as const).map((contrast) => ({
			dimensions: { contrast, wave: '2025' },
			estimate,
			change: apart(0.001)
		}));
		const gap = result('index-safety', rows);
		const own = new Story({ gap }, { quartier: 'a' }, '2025', (wave) => wave ?? '', 2025).gaps();
		expect(own.map(({ quartier }) => quartier)).toEqual(['a']);
	});
});

it('takes half and twice as much of a rate for equally large', () => {
	const [less, more] = [
		weightOf(change(-5, 1e-4), 'per-1000-dwellings', 5),
		weightOf(change(5, 1e-4), 'per-1000-dwellings', 10)
	];
	expect(less).toBeCloseTo(0.5);
	expect(more).toBeCloseTo(less);
	expect(weightOf(change(-8, 1e-4), 'per-1000-dwellings', 0)).toBeCloseTo(1);
});

it('weighs size by the unit, and certainty up to what can be said', () => {
	expect(weightOf(change(0.25, 1e-9), 'percent', 0.6)).toBeCloseTo(1);
	expect(weightOf(change(-25, 1e-4), 'index', 60)).toBeCloseTo(1);
	expect(weightOf(change(25, 1e-2), 'index', 60)).toBeCloseTo(0.5);
	expect(weightOf(change(30, 1e-4), 'per-1000-dwellings', 60)).toBeCloseTo(0.5);
});
