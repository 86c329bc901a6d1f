import { expect, it } from 'vitest';
import type { Change, IndicatorResult } from '../domain';
import { DEFINITIONS } from '../disclosure';
import { noteworthy, weightOf } from './noteworthy';

const change = (difference: number, pValue: number, parts: Partial<Change> = {}): Change => ({
	against: 'previous-wave',
	reference: null,
	difference,
	low: null,
	high: null,
	pValue,
	verdict: pValue >= 0.05 ? 'no-difference' : difference > 0 ? 'higher' : 'lower',
	...parts
});
const estimate = {
	value: 60,
	low: 55,
	high: 65,
	standardError: 2.5,
	n: 100,
	base: 100,
	protection: 'open' as const
};
const result = (changes: Record<string, Change>, wave = '2025'): IndicatorResult => ({
	audience: 'inside',
	query: { indicators: ['index-safety'], by: ['quartier', 'wave'], filters: {} },
	definitions: DEFINITIONS.filter(({ id }) => id === 'index-safety'),
	rows: Object.entries(changes).map(([quartier, one]) => ({
		indicator: 'index-safety',
		dimensions: { quartier, wave },
		estimate,
		change: one
	})),
	members: {},
	waves: {},
	items: {},
	breaks: [],
	unsettled: [],
	notes: []
});

it('names what is more than chance, the large and certain first', () => {
	const found = noteworthy(
		[result({ a: change(3, 0.01), b: change(-12, 0.001), c: change(20, 0.2) })],
		'2025'
	);
	expect(found.map(({ quartier }) => quartier)).toEqual(['b', 'a']);
	expect(found[0]?.panel).toBe('trend');
	const gap = noteworthy([result({ a: change(9, 0.001, { against: 'quartier' }) })], '2025');
	expect(gap[0]?.panel).toBe('topics');
	// The topics do not show what is no topic; its course does, beside that of the others.
	const nps = result({ a: change(9, 0.001, { against: 'quartier' }) });
	nps.definitions = DEFINITIONS.filter(({ id }) => id === 'nps');
	nps.rows[0]!.indicator = 'nps';
	expect(noteworthy([nps], '2025')[0]?.panel).toBe('trend');
});

it('leaves out other waves and what is hidden', () => {
	expect(noteworthy([result({ a: change(9, 0.001) }, '2022')], '2025')).toEqual([]);
	const hidden = result({ a: change(9, 0.001) });
	hidden.rows[0]!.estimate = { ...estimate, value: null, protection: 'small-cell' };
	expect(noteworthy([hidden], '2025')).toEqual([]);
});

it('leaves out a change since a wave that asked in another way, but not a gap to the others', () => {
	const breaks = [{ wave: '2025', indicator: 'index-safety', of: 'items' as const, text: '' }];
	const changed = { ...result({ a: change(9, 0.001) }), breaks };
	expect(noteworthy([changed], '2025')).toEqual([]);
	const gap = { ...result({ a: change(9, 0.001, { against: 'quartier' }) }), breaks };
	expect(noteworthy([gap], '2025')).toHaveLength(1);
	const other = { ...changed, breaks: [{ ...breaks[0]!, indicator: 'index-home' }] };
	expect(noteworthy([other], '2025')).toHaveLength(1);
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
