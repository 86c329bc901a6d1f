import type { DimensionValues, IndicatorQuery } from '../../../domain';
import { NO_BASE, type Cell } from '../../cell';
import type { Context } from '../../cube/context';
import type { MasterIndicator } from '../../definitions';
import { completeCount } from '../../estimate';
import { quartierIds } from '../../cube/filters';
import { grid } from '../../cube/grid';

/** The year whose master data count: the last one known that the query is about. */
function masterYear({ filters }: IndicatorQuery, { years }: Context): number | undefined {
	const last = filters.period ? Number(filters.period.to.slice(0, 4)) : Infinity;
	const known = years.filter(({ year }) => year <= last).map(({ year }) => year);
	return known.length === 0 ? undefined : Math.max(...known);
}

/**
 * Cells of one figure of the master data, by Quartier or against the rest.
 *
 * @throws RangeError for a dimension that master data do not have
 */
export function masterCells(
	indicator: MasterIndicator,
	query: IndicatorQuery,
	context: Context
): Cell[] {
	const other = query.by.find((dimension) => !['quartier', 'contrast'].includes(dimension));
	if (other) throw new RangeError(`${other} is no dimension of these figures`);
	const year = masterYear(query, context);
	const asked = quartierIds(
		query.filters.quartier ?? context.catalog.quartiere.map(({ key }) => key),
		context
	);
	const own = quartierIds([query.contrast ?? ''], context);
	return grid(query.by, [], query, context).map((dimensions: DimensionValues) => {
		const { quartier, contrast } = dimensions;
		const named = quartier === undefined ? asked : quartierIds([quartier], context);
		const counted = asked.filter(
			(id) =>
				named.includes(id) && (contrast === undefined || own.includes(id) === (contrast === 'self'))
		);
		const values = counted.map(
			(id) =>
				context.years.find((one) => one.quartier === id && one.year === year)?.[indicator.column] ??
				null
		);
		const isKnown = values.length > 0 && values.every((value) => value !== null);
		const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
		return {
			indicator,
			dimensions,
			estimate: isKnown ? completeCount(sum, sum, sum) : NO_BASE
		};
	});
}
