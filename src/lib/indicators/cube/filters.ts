import type { Dimension, DimensionValues, IndicatorQuery } from '../../domain';
import type { NumberColumn } from '../../engine';
import type { Context } from './context';
import { groupOf, membersOf } from './members';

/** The columns of a family of cells, by name. */
export type Columns = Record<string, NumberColumn | number>;

/** A dimension over a column: which member each of its numbers stands for, -1 where for none. */
type Axis = { dimension: Dimension; column: NumberColumn; places: Int32Array; values: string[] };

/** Numbers of a column that a filter keeps. */
type Mask = { column: NumberColumn; keeps: Uint8Array };

/** Numbers of the Quartiere that a query asks for by key; unknown keys match nothing. */
export const quartierIds = (keys: readonly string[], { catalog }: Context): number[] =>
	catalog.quartiere.filter((one) => keys.includes(one.key)).map((one) => one.id);

const COLUMNS: Partial<Record<Dimension, string>> = {
	quartier: 'quartier',
	contrast: 'quartier',
	wave: 'wave',
	item: 'item',
	area: 'area',
	caseTopic: 'topic',
	access: 'access',
	workForm: 'work_form',
	outcome: 'outcome',
	closingReason: 'reason',
	channel: 'channel',
	stage: 'stage',
	solution: 'solution',
	benefit: 'benefit',
	meetingPlace: 'meeting_place',
	offer: 'offer',
	targetGroup: 'target_group',
	partnerKind: 'partner_kind',
	arrival: 'arrival'
};

/** @throws RangeError for a dimension that these figures do not have */
function columnOf(dimension: Dimension, columns: Columns): NumberColumn {
	const column = columns[groupOf(dimension) === null ? (COLUMNS[dimension] ?? '') : 'profile'];
	if (typeof column !== 'object')
		throw new RangeError(`${dimension} is no dimension of these figures`);
	return column;
}

const idsOf = (all: readonly { id: number }[]): number[] => all.map(({ id }) => id);

const largest = (ids: readonly number[]): number => ids.reduce((a, b) => Math.max(a, b), 0);

/** Which member of a dimension each number of its column stands for. */
function placesOf(
	dimension: Dimension,
	query: IndicatorQuery,
	context: Context
): Pick<Axis, 'places' | 'values'> {
	const { catalog } = context;
	const members = membersOf(dimension, context);
	const values = members.map(({ value }) => value);
	if (dimension === 'contrast') {
		const places = new Int32Array(largest(idsOf(catalog.quartiere)) + 1).fill(1);
		for (const own of quartierIds([query.contrast ?? ''], context)) places[own] = 0;
		return { places, values };
	}
	if (groupOf(dimension) !== null) {
		const place = new Map(members.map(({ id }, index) => [id, index]));
		const places = new Int32Array(largest(idsOf(catalog.profiles)) + 1).fill(-1);
		for (const { id, categories } of catalog.profiles) {
			const category = categories.find((one) => place.has(one));
			if (category !== undefined) places[id] = place.get(category) ?? -1;
		}
		return { places, values };
	}
	const places = new Int32Array(largest(idsOf(members)) + 1).fill(-1);
	members.forEach(({ id }, index) => (places[id] = index));
	return { places, values };
}

/** The dimensions over the columns of a family of cells. */
export const axesOf = (
	dimensions: readonly Dimension[],
	columns: Columns,
	query: IndicatorQuery,
	context: Context
): Axis[] =>
	dimensions.map((dimension) => ({
		dimension,
		column: columnOf(dimension, columns),
		...placesOf(dimension, query, context)
	}));

/** The filters on Quartier, wave and groups over the columns that a family of cells has. */
export function masksOf(query: IndicatorQuery, columns: Columns, context: Context): Mask[] {
	const { quartier, wave, groups, members } = query.filters;
	const { waves, categories, profiles } = context.catalog;
	const kept: [column: string, ids: number[]][] = [];
	// A cooperation without a Quartier (number 0) is one in all of them.
	const everywhere = columns === context.cube.records.cooperation ? [0] : [];
	if (quartier) kept.push(['quartier', [...quartierIds(quartier, context), ...everywhere]]);
	if (wave) kept.push(['wave', idsOf(waves.filter((one) => wave.includes(one.key)))]);
	for (const [dimension, names] of Object.entries(groups ?? {})) {
		const wanted = new Set(
			idsOf(
				categories.filter(
					(one) => one.dimension === `group:${dimension}` && names.includes(one.name)
				)
			)
		);
		const having = profiles.filter((one) => one.categories.some((id) => wanted.has(id)));
		kept.push(['profile', idsOf(having)]);
	}
	for (const [dimension, values] of Object.entries(members ?? {})) {
		const all = membersOf(dimension as Dimension, context);
		kept.push([
			COLUMNS[dimension as Dimension] ?? '',
			idsOf(all.filter(({ value }) => values.includes(value)))
		]);
	}
	return kept.flatMap(([name, ids]) => {
		const column = columns[name];
		if (typeof column !== 'object') return [];
		const keeps = new Uint8Array(largest(ids) + 1);
		for (const id of ids) keeps[id] = 1;
		return [{ column, keeps }];
	});
}

/** Whether a family of cells has a column that a filter on a dimension acts on. */
export const actsOn = (dimension: Dimension, columns: Columns): boolean =>
	typeof columns[groupOf(dimension) === null ? (COLUMNS[dimension] ?? '') : 'profile'] === 'object';

/** Whether a filter on members cannot act on a family of cells, as it has no such column. */
export const ignoresMembers = ({ filters }: IndicatorQuery, columns: Columns): boolean =>
	Object.keys(filters.members ?? {}).some(
		(dimension) => typeof columns[COLUMNS[dimension as Dimension] ?? ''] !== 'object'
	);

/**
 * Visits the rows from one to before another that every mask keeps and that have a member on every
 * axis, with a number for the combination of their members (see `membersAt`).
 */
export function walk(
	[from, to]: readonly [number, number],
	masks: readonly Mask[],
	axes: readonly Axis[],
	visit: (row: number, combination: number) => void
): void {
	rows: for (let row = from; row < to; row++) {
		for (const { column, keeps } of masks) if (keeps[column[row]!] !== 1) continue rows;
		let combination = 0;
		for (const { column, places, values } of axes) {
			const place = places[column[row]!] ?? -1;
			if (place < 0) continue rows;
			combination = combination * values.length + place;
		}
		visit(row, combination);
	}
}

/** The members that a number of `walk` stands for. */
export function membersAt(combination: number, axes: readonly Axis[]): DimensionValues {
	let rest = combination;
	const members = axes.toReversed().map(({ dimension, values }) => {
		const value = values[rest % values.length] ?? '';
		rest = Math.floor(rest / values.length);
		return [dimension, value] as const;
	});
	// In the order of the axes, so that the same members always read the same.
	return Object.fromEntries(members.reverse());
}
