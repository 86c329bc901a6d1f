import type { Item, ItemTopic, Scale } from '../../domain';
import {
	bandsOf,
	BORN,
	confirmed as confirmedColumn,
	type ColumnMapping,
	type Mapping,
	type Role
} from '../../ingest';
import { asChoice } from './scale-edits';

/** What a person can say about columns. */
export type ColumnChange = Partial<Pick<ColumnMapping, 'role' | 'group'>> & {
	item?: Partial<Item>;
	/** of one or more questions that are answered alike; what is none of a question's answers does it no harm */
	scale?: Partial<Scale>;
	/** the filter question, null for none */
	askedIf?: ColumnMapping['askedIf'] | null;
};

/** Fields that are a column or one value for the whole file. */
export type FieldRole = Exclude<
	Role,
	'item' | 'demography' | 'text' | 'opentext' | 'timing' | 'ignored' | 'dropped'
>;

/** Roles that more than one column of a file can have; every other one is a field. */
const MANY: ReadonlySet<Role> = new Set<Role>([
	'item',
	'demography',
	'text',
	'opentext',
	'timing',
	'ignored',
	'dropped'
]);

/** Roles of which nothing is kept, so that they cannot say who was asked. */
const NOT_KEPT: ReadonlySet<Role> = new Set<Role>(['dropped', 'text', 'opentext', 'ignored']);

/** Whether several columns can have a role at once. */
export const isForMany = (role: Role): boolean => MANY.has(role);

const ZERO_TO_TEN = Array.from({ length: 11 }, (_, point) => String(point)).join();

/** Answers from 0 to 10 are a net promoter score where they recommend, and points everywhere else. */
const scaleFor = (scale: Scale, topic: ItemTopic | undefined): Scale => {
	if (topic === undefined || scale.labels.join() !== ZERO_TO_TEN) return scale;
	return topic === 'recommendation'
		? { ...scale, id: 'nps', kind: 'nps' }
		: { ...scale, id: 'points11', kind: 'ordinal' };
};

const byPerson = ({ evidence = [] }: ColumnMapping): Pick<ColumnMapping, 'evidence'> => ({
	evidence: evidence.includes('person') ? evidence : [...evidence, 'person']
});

function withoutFilter(column: ColumnMapping): ColumnMapping {
	const { askedIf, ...rest } = column;
	return askedIf ? rest : column;
}

/** A column in another role: a person said so. What only its former role needed is gone. */
function inRole(column: ColumnMapping, role: Role): ColumnMapping {
	const { dropped, born, ...rest } = column;
	delete rest.bands;
	// A day of birth is no group of its own; of it the band of the age is wanted.
	const ages = dropped === 'birth' ? BORN : bandsOf(column);
	return {
		...rest,
		...byPerson(column),
		role,
		certain: true,
		...(role === 'demography' ? { group: column.group ?? column.heading, ...ages } : {}),
		...(role === 'dropped' ? { dropped: dropped ?? (born ? 'birth' : 'user') } : {})
	};
}

function changed(column: ColumnMapping, change: ColumnChange): ColumnMapping {
	const { item, scale, role, group, askedIf } = change;
	let next = role && role !== column.role ? inRole(column, role) : column;
	if (askedIf !== undefined)
		next = askedIf === null ? withoutFilter(next) : { ...withoutFilter(next), askedIf };
	if (group) next = { ...next, group };
	if (!next.item || !(item || scale)) return next;
	const merged = { ...next.item.scale, ...scale };
	return {
		...next,
		item: { ...next.item, ...item, scale: scaleFor(merged, item?.topic) }
	};
}

/** Columns of the options of one question. */
const isSibling = (a: ColumnMapping, b: ColumnMapping): boolean =>
	a.option !== undefined && b.option !== undefined && a.item?.group === b.item?.group;

/**
 * The columns with some of them changed. A role that only one column can have is given to the first of
 * them and taken from the column that had it; the options of one question stay together.
 */
export function changeColumns(
	columns: readonly ColumnMapping[],
	indexes: readonly number[],
	change: ColumnChange
): ColumnMapping[] {
	const { role } = change;
	const single = role !== undefined && !MANY.has(role);
	const chosen = new Set(single ? indexes.slice(0, 1) : indexes);
	const own = columns.filter(({ index }) => chosen.has(index));
	return columns.map((column): ColumnMapping => {
		if (chosen.has(column.index)) return changed(column, change);
		const filter = column.askedIf?.index;
		// What is not kept cannot say who was asked.
		if (role && NOT_KEPT.has(role) && filter !== undefined && chosen.has(filter))
			return withoutFilter(column);
		if (own.some((one) => isSibling(column, one))) {
			const { item, askedIf } = change;
			if (item) return changed(column, { item });
			if (askedIf !== undefined) return changed(column, { askedIf });
		}
		return single && column.role === role ? { ...column, role: 'ignored' } : column;
	});
}

/** The columns as a person confirms them: certain, settled, and marked as her word. */
export const confirmed = (
	columns: readonly ColumnMapping[],
	indexes: readonly number[]
): ColumnMapping[] =>
	columns.map((column) => (indexes.includes(column.index) ? confirmedColumn(column) : column));

/** The columns with answers of which none is better than another, as a person says; that settles them. */
export const sharesOnly = (
	columns: readonly ColumnMapping[],
	indexes: readonly number[]
): ColumnMapping[] => confirmed(changeColumns(columns, indexes, { scale: asChoice() }), indexes);

/**
 * The columns answered as another one is: role, topic and scale come from there, their own words stay.
 * What was confirmed there is confirmed here.
 */
export function likeThat(
	columns: readonly ColumnMapping[],
	indexes: readonly number[],
	from: number
): ColumnMapping[] {
	const source = columns.find(({ index }) => index === from);
	if (!source) return [...columns];
	const others = indexes.filter((index) => index !== from);
	const { role, item, certain } = source;
	return changeColumns(columns, others, {
		role,
		...(item ? { item: { topic: item.topic }, scale: item.scale } : {})
	}).map((column) =>
		others.includes(column.index) ? { ...column, ...byPerson(column), certain } : column
	);
}

/** The columns with days read in one order, as a person says. */
export const withDateOrder = (
	columns: readonly ColumnMapping[],
	indexes: readonly number[],
	dateOrder: NonNullable<ColumnMapping['dateOrder']>
): ColumnMapping[] =>
	columns.map((column) =>
		indexes.includes(column.index)
			? { ...column, ...byPerson(column), certain: true, dateOrder }
			: column
	);

/** The mapping with a field said to be a column, or (null) no column. */
export function withField(mapping: Mapping, role: FieldRole, index: number | null): Mapping {
	const columns =
		index === null
			? mapping.columns.map((column): ColumnMapping =>
					column.role === role ? { ...column, role: 'ignored' } : column
				)
			: changeColumns(mapping.columns, [index], { role });
	return { ...mapping, columns };
}

/** The mapping with an item said to go on from an earlier one, or (null) to be new. */
export const goingOn = (
	mapping: Mapping,
	index: number,
	from: { key: string; text: string } | null
): Mapping => ({
	...mapping,
	columns: mapping.columns.map((column) => {
		if (column.index !== index) return column;
		const { continues, ...rest } = column;
		if (from) return { ...rest, continues: { key: from.key, text: from.text } };
		return continues ? rest : column;
	})
});

/** A column with cells said to mean something else; undefined takes back what was said. */
export function withCorrections(
	column: ColumnMapping,
	changes: readonly (readonly [value: string, to: string | null | undefined])[]
): ColumnMapping {
	const all = new Map<string, string | null>(column.corrections);
	for (const [value, to] of changes) {
		if (to === undefined) all.delete(value);
		else all.set(value, to);
	}
	return { ...column, corrections: [...all] };
}

/**
 * A column with one of its cells said to mean something else in these rows alone, as it is right in others;
 * undefined takes back what was said.
 */
export function withRowCorrections(
	column: ColumnMapping,
	lines: readonly number[],
	cell: string,
	to: string | null | undefined
): ColumnMapping {
	const others = (column.rowCorrections ?? []).filter(
		([line, own]) => own !== cell || !lines.includes(line)
	);
	const said =
		to === undefined
			? []
			: lines.map((line) => [line, cell, to] as [number, string, string | null]);
	return { ...column, rowCorrections: [...others, ...said] };
}
