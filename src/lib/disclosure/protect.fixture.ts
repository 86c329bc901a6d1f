/** Results to protect, made of nothing but how many stand in each cell. */
import type {
	Dimension,
	DimensionValues,
	Estimate,
	IndicatorResult,
	IndicatorRow
} from '../domain';
import type { Estimated } from '../indicators';

export const estimate = (n: number, value = n): Estimate => ({
	value,
	low: 0,
	high: 9,
	standardError: 1,
	n,
	base: n,
	protection: 'open'
});
export const HIDDEN = {
	value: null,
	low: null,
	high: null,
	standardError: null,
	n: null,
	base: null
};

export const row = (indicator: string, dimensions: DimensionValues, n: number): IndicatorRow => ({
	indicator,
	dimensions,
	estimate: estimate(n)
});

export const result = (
	rows: IndicatorRow[],
	by: Dimension[],
	periods: string[] = []
): Estimated => ({
	query: {
		indicators: [...new Set(rows.map((one) => one.indicator))],
		by,
		filters: {},
		...(periods.length > 0 ? { period: 'month' as const } : {})
	},
	definitions: [],
	rows,
	members: periods.length > 0 ? { period: periods.map((value) => ({ value, label: value })) } : {},
	waves: {},
	items: {},
	breaks: [],
	unsettled: [],
	notes: []
});

/** A table of Quartiere by areas. */
export const grid = (counts: number[][], indicator = 'new-cases') =>
	result(
		counts.flatMap((line, q) =>
			line.map((n, a) => row(indicator, { quartier: `q${q}`, area: `a${a}` }, n))
		),
		['quartier', 'area']
	);

export const protections = ({ rows }: Pick<IndicatorResult, 'rows'>) =>
	rows.map((one) => one.estimate.protection);
