import { expect, it } from 'vitest';
import { DEFINITIONS } from '../disclosure';
import type { Estimate, IndicatorResult } from '../domain';
import { sourceLine } from './source-line';

const estimate = (n: number | null): Estimate => ({
	value: n,
	low: null,
	high: null,
	standardError: null,
	n,
	base: n,
	protection: n === null ? 'small-cell' : 'open'
});
const result = (
	indicator: string,
	by: 'elapsed' | 'area',
	sizes: (number | null)[]
): IndicatorResult => ({
	audience: 'inside',
	query: { indicators: [indicator], by: [by], filters: {} },
	definitions: DEFINITIONS.filter(({ id }) => id === indicator),
	rows: sizes.map((n, at) => ({
		indicator,
		dimensions: { [by]: String(at) },
		estimate: estimate(n)
	})),
	members: { [by]: sizes.map((_, at) => ({ value: String(at), label: String(at) })) },
	waves: {},
	items: {},
	breaks: [],
	unsettled: [],
	coverage: { from: '2024-01-01', to: '2024-12-31' },
	notes: []
});

it('counts the cases of a duration curve once, those that began it', () => {
	expect(sourceLine(result('still-open', 'elapsed', [825, 600, 300]))).toContain('825 Fälle');
});

it('adds up the cases of parts, and says nothing where a part is hidden', () => {
	expect(sourceLine(result('new-cases', 'area', [800, 600]))).toContain('1.400 Fälle');
	expect(sourceLine(result('new-cases', 'area', [800, null]))).not.toContain('Fälle');
});

it('says how many visits a share of them is about', () => {
	expect(sourceLine(result('young-share', 'area', [883, 889]))).toContain('1.772 Besuche');
});

it('counts the cases of the Quartier alone, as it does with answers', () => {
	const split = result('new-cases-rate', 'area', [132, 500]);
	const [own, rest] = split.rows;
	const rows = [
		{ ...own!, dimensions: { contrast: 'sz-lebenstedt' } },
		{ ...rest!, dimensions: { contrast: 'rest' } }
	];
	expect(sourceLine({ ...split, rows })).toContain('132 Fälle');
});

it.each([
	['contacts', '853 Kontakte'],
	['closed-cases', '853 geschlossene Fälle'],
	['benefit-euros-month', '853 monatliche Bewilligungen mit Betrag'],
	['benefit-euros-year', '853 Bewilligungen mit Betrag']
])('says what %s are counted in', (indicator, words) => {
	expect(sourceLine(result(indicator, 'area', [800, 53]))).toContain(words);
	expect(sourceLine(result(indicator, 'area', [800, null]))).not.toMatch(/ · \d/);
});
