import type { Dimension, IndicatorQuery, IndicatorResult } from '../domain';
import type { Cell } from './cell';
import type { Context } from './cube/context';
import { membersOf } from './cube/members';

/** The words of an item, with a mark where it was reworded. */
const withDagger = (text: string, item: string, breaks: IndicatorResult['breaks']): string =>
	breaks.some((one) => one.item === item) ? `${text} †` : text;

/** Members of the dimensions that really occur in the cells, in order. */
export function membersIn(
	cells: readonly Cell[],
	dimensions: readonly Dimension[],
	periods: readonly string[],
	breaks: IndicatorResult['breaks'],
	context: Context
): IndicatorResult['members'] {
	const members: IndicatorResult['members'] = {};
	for (const dimension of dimensions) {
		const seen = new Set(cells.map((cell) => cell.dimensions[dimension]));
		const all =
			dimension === 'period'
				? periods.map((value) => ({ value, label: value }))
				: dimension === 'answer'
					? [...seen].map((value) => ({ value: value ?? '', label: value ?? '' }))
					: membersOf(dimension, context).map(({ value, label }) => ({
							value,
							label: dimension === 'item' ? withDagger(label, value, breaks) : label
						}));
		members[dimension] = all.filter(({ value }) => seen.has(value));
	}
	return members;
}

/** Cells in the order of the query: indicator by indicator, then member by member of each dimension. */
export function inOrder(
	cells: readonly Cell[],
	dimensions: readonly Dimension[],
	members: IndicatorResult['members']
): Cell[] {
	const places = dimensions.map((dimension) => ({
		dimension,
		places: new Map((members[dimension] ?? []).map(({ value }, place) => [value, place]))
	}));
	const indicators = [...new Set(cells.map((cell) => cell.indicator))];
	return cells.toSorted((a, b) => {
		const byIndicator = indicators.indexOf(a.indicator) - indicators.indexOf(b.indicator);
		if (byIndicator !== 0) return byIndicator;
		for (const { dimension, places: order } of places) {
			const place = (cell: Cell) => order.get(cell.dimensions[dimension] ?? '') ?? 0;
			if (place(a) !== place(b)) return place(a) - place(b);
		}
		return 0;
	});
}

/** The items that the cells are about, by their values in the dimension `item`; a dagger at those that were reworded. */
export const itemsIn = (
	cells: readonly Cell[],
	breaks: IndicatorResult['breaks'],
	{ catalog }: Context
): IndicatorResult['items'] =>
	Object.fromEntries(
		catalog.items
			.filter(({ key }) => cells.some((cell) => cell.dimensions.item === key))
			.map(({ key: value, code, text, topic, scale }) => {
				return [value, { code, text: withDagger(text, value, breaks), topic, scale }];
			})
	);

/** The waves that the cells or the query are about, by their values in the dimension `wave`. */
export const wavesIn = (
	cells: readonly Cell[],
	{ filters }: IndicatorQuery,
	{ catalog }: Context
): IndicatorResult['waves'] =>
	Object.fromEntries(
		catalog.waves
			.filter(
				({ key }) =>
					filters.wave?.includes(key) || cells.some((cell) => cell.dimensions.wave === key)
			)
			.map(({ key, name, from, to }) => [key, { name, from, to }])
	);
