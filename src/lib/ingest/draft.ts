import { BATCH_FORMAT, clean, type BatchMeta, type Cleaned } from './batch';
import { pseudonymised, type Pseudonymiser } from './pseudonyms';
import type { TextColumn } from './columns';
import type { ColumnMapping, Mapping, Role } from './mapping';
import type { TextTable } from './table';

/** Roles of which a draft has the decision and not one cell: nothing personal lies on disk before it is loaded either. */
const WITHOUT_CELLS: ReadonlySet<Role> = new Set<Role>(['dropped', 'text', 'timing', 'ignored']);

/**
 * Whether a draft has the cells of a column, so that going on needs no file. The bands of days of birth are
 * told by the days of waves, which may be said later.
 */
export const isInDraft = ({ role, born }: Pick<ColumnMapping, 'role' | 'born'>): boolean =>
	!WITHOUT_CELLS.has(role) && !born;

/** A column as a draft may say it: of one without cells, nothing that was taken from its cells. */
function withoutCells(column: ColumnMapping): ColumnMapping {
	const { index, heading, role, certain, evidence, dropped, dateOrder } = column;
	const { born, bands, group } = column;
	return {
		index,
		heading,
		role,
		certain,
		...(evidence ? { evidence } : {}),
		...(dropped === undefined ? {} : { dropped }),
		...(born ? { born, bands, group, ...(dateOrder ? { dateOrder } : {}) } : {})
	};
}

/** What was said about the columns, without what stands in those that a draft does not have. */
export const draftMapping = (mapping: Mapping): Mapping => ({
	...mapping,
	columns: mapping.columns.map((column) => (isInDraft(column) ? column : withoutCells(column)))
});

/**
 * A file as its draft keeps it: every column in its place, those without a role in figures empty, and
 * pseudonyms in place of ids.
 */
export function draftOf(table: TextTable, mapping: Mapping, secret: Pseudonymiser | null): Cleaned {
	const kept = mapping.columns.filter(isInDraft);
	// Named by their places, so that it is known which they are once others are gone.
	const placed = kept.map((column) => ({ ...column, heading: String(column.index) }));
	const bare = clean(table, { ...mapping, columns: placed });
	const { headings, columns, lines } = secret ? pseudonymised(bare, secret) : bare;
	const cells = new Map(headings.map((heading, at) => [Number(heading), columns[at]]));
	const empty: TextColumn = { words: [''], codes: new Uint32Array(lines.length) };
	return {
		mapping: draftMapping(mapping),
		headings: mapping.columns.map(({ heading }) => heading),
		columns: mapping.columns.map(({ index }) => cells.get(index) ?? empty),
		lines
	};
}

/** What is said of a draft, which nobody loads: a batch has to have it. */
export const draftMeta = (kind: BatchMeta['kind'], sha256: string, key: string): BatchMeta => ({
	format: BATCH_FORMAT,
	key,
	notStored: [],
	id: crypto.randomUUID(),
	kind,
	file: { name: '', size: 0, sha256 },
	sample: false,
	author: '',
	created: new Date().toISOString(),
	loaded: 0,
	skipped: 0,
	dropped: []
});
