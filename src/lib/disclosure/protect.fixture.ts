/** Results to protect, made of nothing but how many stand in each cell. */
import type {
	Dimension,
	DimensionValues,
	Domain,
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

/** The last day of the month that begins on a day. */
const monthEnd = (first: string): string =>
	new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0))
		.toISOString()
		.slice(0, 10);

function domainOf({ indicator, dimensions }: IndicatorRow): Domain {
	const { period, contrast, ...rest } = dimensions;
	const named = contrast === undefined ? rest : { ...rest, quartier: contrast };
	const members = Object.fromEntries(
		Object.entries(named).map(([name, value]) => [name, [value ?? '']])
	);
	if (period === undefined) return { population: indicator, members };
	const to = monthEnd(period);
	return indicator === 'open-cases'
		? {
				...{ population: indicator, members, at: to },
				flows: { in: 'new-cases', out: 'closed-cases', since: '2024-01-01' }
			}
		: { population: indicator, members, period: { from: period, to } };
}

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
	domains: () => ({
		each: rows.map(domainOf),
		universe: {},
		count: () => null,
		beside: [],
		amounts: [],
		wordings: []
	}),
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
