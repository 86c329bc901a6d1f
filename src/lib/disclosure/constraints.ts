import type { Dimension, IndicatorRow } from '../domain';
import { additivityOf } from '../indicators';

/** Positions of rows whose figures add up to something that is known: hide one alone, and it can be worked out. */
export type Constraint = number[];

/** Dimensions whose members divide a whole: their figures add up to a total that stands elsewhere. */
const divides = (dimension: Dimension): boolean =>
	!['wave', 'period', 'item', 'answer', 'elapsed'].includes(dimension);

const keyOf = (row: IndicatorRow, left: Dimension | null, indicator: boolean): string =>
	JSON.stringify([
		indicator ? row.indicator : '',
		Object.entries(row.dimensions)
			.filter(([name]) => name !== left)
			.sort(([a], [b]) => (a < b ? -1 : 1))
	]);

const grouped = (
	rows: readonly IndicatorRow[],
	key: (row: IndicatorRow) => string | null
): Constraint[] => {
	const groups = new Map<string, number[]>();
	rows.forEach((row, position) => {
		const name = key(row);
		if (name !== null) groups.set(name, [...(groups.get(name) ?? []), position]);
	});
	return [...groups.values()].filter((group) => group.length > 1);
};

/** Periods add up too, but not the cases open at their ends. */
const isFlow = (row: IndicatorRow): boolean => additivityOf(row.indicator).overTime;

/** What is there at the end = before + in − out: with three of the four the fourth is known. */
function flowConstraints(rows: readonly IndicatorRow[], periods: readonly string[]): Constraint[] {
	const find = (indicator: string, like: IndicatorRow, period: string | undefined): number =>
		rows.findIndex(
			(row) =>
				row.indicator === indicator &&
				row.dimensions.period === period &&
				keyOf(row, 'period', false) === keyOf(like, 'period', false)
		);
	return rows.flatMap((row, position) => {
		const { balance } = additivityOf(row.indicator);
		if (row.indicator !== balance?.stock || row.dimensions.period === undefined) return [];
		const { period } = row.dimensions;
		const before = periods[periods.indexOf(period) - 1];
		const others = [
			find(balance.in, row, period),
			find(balance.out, row, period),
			before === undefined ? -1 : find(balance.stock, row, before)
		].filter((one) => one >= 0);
		return others.length > 1 ? [[position, ...others]] : [];
	});
}

/** Everything in a table that adds up to something known, its own total or a figure of another table. */
export function constraintsOf(
	rows: readonly IndicatorRow[],
	dimensions: readonly Dimension[],
	periods: readonly string[]
): Constraint[] {
	const additive = dimensions
		.filter(divides)
		.flatMap((dimension) => grouped(rows, (row) => keyOf(row, dimension, true)));
	const overTime = dimensions.includes('period')
		? grouped(rows, (row) => (isFlow(row) ? keyOf(row, 'period', true) : null))
		: [];
	return [...additive, ...overTime, ...flowConstraints(rows, periods)];
}
