import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from '../domain';
import { withWords, type TextColumn } from './columns';
import { KINDS } from './kinds';
import { masked } from './mask';
import { mappingSchema, type ColumnMapping, type Mapping } from './mapping';
import { chosenIn, OTHER_WORDS } from './several';
import { withRows, type TextTable } from './table';

/** What is known about a batch without opening it. */
export const batchMetaSchema = z.strictObject({
	id: z.uuid(),
	kind: z.enum(KINDS),
	file: z.strictObject({ name: z.string(), size: z.number().int(), sha256: z.string() }),
	/** sample data are labelled wherever they are listed */
	sample: z.boolean(),
	author: z.string(),
	created: z.iso.datetime(),
	/** answer sheets, cases or Quartier years loaded, and rows left out */
	loaded: z.number().int(),
	skipped: z.number().int(),
	/** questions of which nobody has said yet what their answers mean */
	unsettled: z.number().int().optional(),
	/** headings that were never stored, with the reason */
	dropped: z.array(z.tuple([z.string(), z.string()]))
});
export type BatchMeta = z.infer<typeof batchMetaSchema>;

/** What is written of a batch before its codes: checked by a schema, as whoever reads it did not write it. */
export const batchHeadSchema = z.strictObject({
	meta: batchMetaSchema,
	mapping: mappingSchema,
	headings: z.array(z.string()),
	rows: z.number().int().min(0),
	/** the different cells of each column */
	words: z.array(z.array(z.string()))
});

/** The truth: cleaned source rows with their mapping, written once and never changed. */
export type Batch = { meta: BatchMeta; mapping: Mapping } & Pick<
	TextTable,
	'headings' | 'columns' | 'lines'
>;

/** What is kept of a file: personal data never get as far as a batch, and free text only where the user says so. */
const isKept = (role: Mapping['columns'][number]['role']): boolean =>
	role !== 'dropped' && role !== 'text';

export type Pseudonymiser = (id: string) => string;

/**
 * Ids as they stand in a batch: pseudonyms by HMAC-SHA-256 with the workspace's key, 128 bits in
 * hexadecimal. Each is worked out once.
 */
export function pseudonymiser(key: Uint8Array): Pseudonymiser {
	const begun = hmac.create(sha256, key);
	const work = begun.clone();
	const digest = new Uint8Array(begun.outputLen);
	const encoder = new TextEncoder();
	const known = new Map<string, string>();
	return (id) => {
		let pseudonym = known.get(id);
		if (pseudonym === undefined) {
			// The work of taking in the key is done once.
			begun._cloneInto(work).update(encoder.encode(id)).digestInto(digest);
			known.set(id, (pseudonym = bytesToHex(digest.subarray(0, 16))));
		}
		return pseudonym;
	};
}

/** Several answers in one cell without those in free words: it stays known only that there were some. */
function withoutFreeWords(cell: string, { item, delimiter }: ColumnMapping): string {
	if (cell === '' || delimiter === undefined || item?.scale.kind !== 'multiple') return cell;
	const { labels, nonSubstantive } = item.scale;
	if (nonSubstantive.includes(cell)) return cell;
	const { chosen, others } = chosenIn(cell, labels, delimiter);
	const words = chosen.map((place) => labels[place] ?? '');
	return [...words, ...(others.length > 0 ? [OTHER_WORDS] : [])].join(delimiter);
}

/** What is kept of a file, without what is known about it. */
export type Cleaned = Omit<Batch, 'meta'>;

/**
 * Takes out of a table what must not be stored: dropped columns and free text go; of free text that
 * the user keeps, what has a pattern of something personal is masked. Rows with too many
 * cells go too, as in them a name may have slipped into a column that stays. The mapping is renumbered
 * to fit. Ids stay as they are until they are `pseudonymised`.
 */
export function clean(table: TextTable, mapping: Mapping): Cleaned {
	const kept = mapping.columns.filter((column) => isKept(column.role));
	const { columns, lines } = withRows(table, (row) => !table.surplus.has(row));
	const cleaned = (column: ColumnMapping): TextColumn => {
		const source = columns[column.index] ?? { words: [''], codes: new Uint32Array(lines.length) };
		if (column.role === 'opentext') return withWords(source, masked);
		return column.delimiter === undefined
			? source
			: withWords(source, (word) => withoutFreeWords(word, column));
	};
	const places = new Map(kept.map(({ index }, place) => [index, place]));
	/** The column in its new place; a filter question that is not kept filters no more. */
	const moved = (column: ColumnMapping, index: number): ColumnMapping => {
		const { askedIf, ...rest } = column;
		const place = places.get(askedIf?.index ?? -1);
		return askedIf && place !== undefined
			? { ...rest, index, askedIf: { ...askedIf, index: place } }
			: { ...rest, index };
	};
	return {
		mapping: { ...mapping, columns: kept.map(moved) },
		headings: kept.map((column) => column.heading),
		columns: kept.map(cleaned),
		lines
	};
}

/** Whether cells of a role are numbers of persons or cases, which become pseudonyms. */
export const isId = (role: ColumnMapping['role'] | undefined): boolean =>
	role === 'id' || role === 'case' || role === 'cluster';

/** What is kept of a file with pseudonyms in place of its ids; an empty id has none. */
export function pseudonymised(cleaned: Cleaned, pseudonym: Pseudonymiser): Cleaned {
	const columns = cleaned.columns.map((column, index) =>
		isId(cleaned.mapping.columns[index]?.role)
			? withWords(column, (id) => (id === '' ? '' : pseudonym(id)))
			: column
	);
	return { ...cleaned, columns };
}

/** A batch as a table again, to be interpreted by its mapping. */
export const tableOf = ({ mapping, headings, columns, lines }: Cleaned): TextTable => ({
	separator: mapping.separator,
	headerRow: mapping.headerRow,
	head: [headings],
	headings,
	columns,
	lines,
	surplus: new Map()
});
