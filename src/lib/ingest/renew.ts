import { BATCH_FORMAT, clean, tableOf, type Batch } from './batch';
import type { Codebook } from './codebooks';
import { columnValues, type TextTable } from './table';
import { interpret, recordCount } from './interpret';
import { requiredRoles } from './kinds';
import { hasPart, keptColumns, notKept, safeHeading } from './kept';
import { bandsOf, type ColumnMapping, type Mapping } from './mapping';
import { withoutUnreadable, withoutUnused } from './unreadable';
import { personalReason, type PersonalReason } from './personal';

/** Answers of these kinds are about something, they are not somebody. */
const SCALED = new Set(['ordinal', 'nps', 'yes-no', 'numeric', 'multiple']);

/** Names of these are no persons' names. */
const NAMED = new Set<ColumnMapping['role']>(['quartier', 'meetingPlace', 'partner', 'title']);

/** Why a column of an earlier format must not be kept by today's rules; null where it may. */
function reasonOf(
	table: TextTable,
	mapping: Mapping,
	column: ColumnMapping
): PersonalReason | null {
	const { index, heading, role, item } = column;
	// Of a filter question that is no item nothing stays but the answers that lead to another one.
	if (!hasPart(mapping, column)) return null;
	// Open answers are masked, and numbers of sheets and cases are pseudonyms.
	const isField = requiredRoles(mapping.kind).includes(role) || NAMED.has(role);
	if (isField || ['opentext', 'id', 'case', 'cluster'].includes(role)) return null;
	if (role === 'item' && item && SCALED.has(item.scale.kind)) return null;
	const values = [...columnValues(table, index).keys()].slice(0, 500);
	const byHeading = role === 'item' || role === 'demography';
	return personalReason(byHeading ? heading : '', values);
}

/**
 * A batch of an earlier format as it is kept today: without the columns that no figure needs, without those
 * that today's rules take for personal, and without what the other columns' roles do not need.
 */
export function renewed(batch: Batch): Batch {
	const { meta } = batch;
	if (meta.format === BATCH_FORMAT) return batch;
	const table = tableOf(batch);
	const columns = batch.mapping.columns.map((column): ColumnMapping => {
		const reason = reasonOf(table, batch.mapping, column);
		return reason ? { ...column, role: 'dropped', dropped: reason } : column;
	});
	const mapping = { ...batch.mapping, columns };
	const cleaned = clean(table, mapping);
	const records = interpret(tableOf(cleaned), cleaned.mapping, meta.created.slice(0, 10));
	const loaded = recordCount(records);
	const { dropped, notStored } = notKept(mapping);
	return {
		...withoutUnused(withoutUnreadable(cleaned, records.findings)),
		meta: {
			...meta,
			format: BATCH_FORMAT,
			loaded,
			skipped: meta.loaded + meta.skipped - loaded,
			dropped: [
				...meta.dropped.map(([heading, why]): [string, string] => [safeHeading(heading), why]),
				...dropped
			],
			notStored
		}
	};
}

/**
 * What was confirmed about the columns of a batch, without words of those that are not kept; headings that may
 * name persons go too.
 */
export const withoutWords = (codebook: Codebook, headings: readonly string[]): Codebook['fields'] =>
	codebook.fields.flatMap((field) => {
		if (headings.includes(field.name)) return [field];
		if (safeHeading(field.name) !== field.name) return [];
		const { name, 'quartierspiegel:role': role } = field;
		return [{ name, type: 'any', ...(role ? { 'quartierspiegel:role': role } : {}) }];
	});

/** A mapping of which the columns that are not kept say their name and role alone. */
export function bareMapping(mapping: Mapping, kept: Mapping): Mapping {
	const columns = keptColumns(mapping);
	const places = new Map(columns.map(({ index }, place) => [index, place]));
	return {
		...mapping,
		columns: mapping.columns.flatMap((column): ColumnMapping[] => {
			const place = places.get(column.index);
			const own = place === undefined ? undefined : kept.columns[place];
			// Bands are told in the batch already; the next wave is told by the same ones.
			if (own) return [{ ...own, ...bandsOf(column) }];
			const { index, heading, role, certain } = column;
			if (safeHeading(heading) !== heading) return [];
			return [{ index: columns.length + index, heading, role, certain }];
		})
	};
}
