import type { DimensionValues, IndicatorQuery } from '../../../domain';
import { achievedMargin, momentsOfCount, shareOf } from '../../../statistics';
import { NO_BASE, type Cell } from '../../cell';
import type { Context } from '../../cube/context';
import type { ResponseIndicator } from '../../definitions';
import { completeCount, estimateFrom } from '../../estimate';
import { axesOf, masksOf, membersAt, quartierIds, walk } from '../../cube/filters';

/** Households that could have answered in a wave, in the Quartiere of a cell; null where a year is missing. */
function households(
	wave: number,
	quartiere: readonly number[],
	{ catalog, years }: Context
): number | null {
	const year = Number(catalog.waves.find((one) => one.id === wave)?.from.slice(0, 4));
	const found = quartiere.map(
		(quartier) => years.find((one) => one.quartier === quartier && one.year === year)?.households
	);
	if (found.length === 0 || found.some((one) => one === null || one === undefined)) return null;
	return found.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** Sheets of a cell, and per wave the Quartiere whose households belong to it. */
type Counted = { dimensions: DimensionValues; n: number; bases: Map<number, number[]> };

function counted(query: IndicatorQuery, context: Context): Counted[] {
	const { responses } = context.cube;
	const axes = axesOf(query.by, responses, query, context);
	const masks = masksOf(query, responses, context);
	const rows: { row: number; combination: number }[] = [];
	walk([0, responses.length], masks, axes, (row, combination) => rows.push({ row, combination }));
	// A wave was held where there are responses of it: the households elsewhere were not asked.
	const asked = new Map<number, Set<number>>();
	for (const { row } of rows) {
		const wave = responses.wave[row]!;
		asked.set(wave, (asked.get(wave) ?? new Set()).add(responses.quartier[row]!));
	}
	const own = quartierIds([query.contrast ?? ''], context);
	const cells = new Map<number, Counted>();
	for (const { row, combination } of rows) {
		const cell = cells.get(combination) ?? {
			dimensions: membersAt(combination, axes),
			n: 0,
			bases: new Map()
		};
		cells.set(combination, cell);
		cell.n += responses.n[row]!;
		const wave = responses.wave[row]!;
		if (cell.bases.has(wave)) continue;
		const { quartier, contrast } = cell.dimensions;
		const held = [...(asked.get(wave) ?? [])];
		cell.bases.set(
			wave,
			quartier !== undefined
				? [responses.quartier[row]!]
				: contrast !== undefined
					? held.filter((id) => own.includes(id) === (contrast === 'self'))
					: held
		);
	}
	return [...cells.values()];
}

/** Cells of the response rate and its margin. Of a group of people the households are not known: then there is no base. */
function rateCells(indicator: ResponseIndicator, query: IndicatorQuery, context: Context): Cell[] {
	const grouped = query.by.some(
		(dimension) => !['quartier', 'contrast', 'wave'].includes(dimension)
	);
	return counted(query, context).map(({ dimensions, n, bases }) => {
		const counts = [...bases].map(([wave, quartiere]) => households(wave, quartiere, context));
		const base = counts.reduce<number | null>(
			(sum, one) => (sum === null || one === null ? null : sum + one),
			0
		);
		const known = base !== null && base > 0 && !grouped && !query.filters.groups;
		if (!known) return { indicator, dimensions, estimate: { ...NO_BASE, n } };
		if (indicator.statistic === 'rate')
			return { indicator, dimensions, estimate: completeCount(n / base, n, base) };
		// More responses than households: then the households are wrong, and so would be a margin.
		if (n > base) return { indicator, dimensions, estimate: { ...NO_BASE, n } };
		const margin = n > 0 ? 100 * achievedMargin(n, base) : 0;
		return { indicator, dimensions, estimate: completeCount(margin, n, base) };
	});
}

/** Shares of the categories of the last dimension among the responses whose category is known. */
function compositionCells(
	indicator: ResponseIndicator,
	query: IndicatorQuery,
	context: Context
): Cell[] {
	const { responses } = context.cube;
	const axes = axesOf(query.by, responses, query, context);
	const parts = new Map<number, { n: number; sw: number }>();
	walk([0, responses.length], masksOf(query, responses, context), axes, (row, combination) => {
		const part = parts.get(combination) ?? { n: 0, sw: 0 };
		parts.set(combination, { n: part.n + responses.n[row]!, sw: part.sw + responses.sw[row]! });
	});
	// The last dimension varies fastest: what is left of the number names the whole.
	const size = axes.at(-1)?.values.length ?? 1;
	const wholes = new Map<number, { n: number; sw: number }>();
	for (const [combination, { n, sw }] of parts) {
		const key = Math.floor(combination / size);
		const whole = wholes.get(key) ?? { n: 0, sw: 0 };
		wholes.set(key, { n: whole.n + n, sw: whole.sw + sw });
	}
	return [...parts].map(([combination, { n, sw }]) => {
		const whole = wholes.get(Math.floor(combination / size)) ?? { n: 0, sw: 0 };
		return {
			indicator,
			dimensions: membersAt(combination, axes),
			estimate:
				indicator.statistic === 'composition'
					? estimateFrom(shareOf(momentsOfCount(n, whole.n)), n, whole.n)
					: completeCount(sw / whole.sw, n, whole.sw)
		};
	});
}

/** Cells of a figure about responses themselves. */
export const responseCells = (
	indicator: ResponseIndicator,
	query: IndicatorQuery,
	context: Context
): Cell[] =>
	indicator.statistic === 'rate' || indicator.statistic === 'margin'
		? rateCells(indicator, query, context)
		: compositionCells(indicator, query, context);
