import type { DimensionValues, IndicatorQuery } from '../domain';
import type { Engine } from '../engine';
import { NO_BASE, type Cell } from './cells';
import type { Context } from './context';
import type { Indicator } from './definitions';
import { completeCount } from './estimate';
import { breakdown, conditions, quartierIds } from './filters';
import { membersOf } from './members';

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

/** Cells of the response rate. Of a group of people the households are not known: then there is no base. */
export async function responseCells(
	engine: Engine,
	indicator: Indicator,
	query: IndicatorQuery,
	context: Context,
	signal?: AbortSignal
): Promise<Cell[]> {
	const { selects, joins } = breakdown(query, context, 'r');
	const keys = ['r.wave AS wave', 'r.quartier AS quartier', ...selects];
	const where = conditions(query, context, 'r');
	const rows = await engine.query(
		`SELECT ${keys.join(', ')}, count(*) AS n FROM response r ${joins.join(' ')}
		${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
		GROUP BY ${keys.map((_, index) => index + 1).join(', ')}`,
		{ signal }
	);
	const grouped = query.by.some(
		(dimension) => !['quartier', 'contrast', 'wave'].includes(dimension)
	);
	const asked = query.filters.quartier
		? quartierIds(query.filters.quartier, context)
		: // A Quartier that answered without master data leaves no base; its sheets are in the count.
			[
				...new Set([
					...context.years.map((one) => one.quartier),
					...rows.map((row) => Number(row['quartier']))
				])
			];
	const [own] = quartierIds([query.contrast ?? ''], context);
	const names = query.by.map(
		(dimension) => new Map(membersOf(dimension, context).map(({ id, value }) => [id, value]))
	);

	const cells = new Map<
		string,
		{ dimensions: DimensionValues; n: number; bases: Map<number, number[]> }
	>();
	for (const row of rows) {
		const dimensions = Object.fromEntries(
			query.by.map((dimension, index) => [
				dimension,
				names[index]?.get(Number(row[`d${index}`])) ?? ''
			])
		) as DimensionValues;
		const key = JSON.stringify(dimensions);
		const cell = cells.get(key) ?? { dimensions, n: 0, bases: new Map() };
		cell.n += Number(row['n']);
		const quartiere =
			dimensions.quartier !== undefined
				? [Number(row['quartier'])]
				: dimensions.contrast === 'self'
					? asked.filter((id) => id === own)
					: dimensions.contrast === 'rest'
						? asked.filter((id) => id !== own)
						: asked;
		cell.bases.set(Number(row['wave']), quartiere);
		cells.set(key, cell);
	}
	return [...cells.values()].map(({ dimensions, n, bases }) => {
		const counts = [...bases].map(([wave, quartiere]) => households(wave, quartiere, context));
		const base = counts.reduce<number | null>(
			(sum, one) => (sum === null || one === null ? null : sum + one),
			0
		);
		const known = base !== null && base > 0 && !grouped && !query.filters.groups;
		return {
			indicator,
			dimensions,
			estimate: known ? completeCount(n / base, n, base) : { ...NO_BASE, n }
		};
	});
}
