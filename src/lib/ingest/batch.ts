import { z } from 'zod';
import { KINDS } from './kinds';
import { isTooLong } from './interpret/common';
import { mappingSchema, type ColumnMapping, type Mapping } from './mapping';
import { chosenIn, OTHER_WORDS } from './several';
import type { TextTable } from './table';

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
	/** headings that were never stored, with the reason */
	dropped: z.array(z.tuple([z.string(), z.string()]))
});
export type BatchMeta = z.infer<typeof batchMetaSchema>;

const areRows = (rows: unknown): boolean =>
	Array.isArray(rows) &&
	rows.every(
		(row: { line?: unknown; cells?: unknown } | null) =>
			Number.isInteger(row?.line) &&
			Array.isArray(row?.cells) &&
			row.cells.every((cell) => typeof cell === 'string')
	);

/** The truth: cleaned source rows with their mapping, written once and never changed. */
export const batchSchema = z.strictObject({
	meta: batchMetaSchema,
	mapping: mappingSchema,
	headings: z.array(z.string()),
	/** too many for a schema: what makes a row is checked by hand */
	rows: z.custom<TextTable['rows']>(areRows)
});
export type Batch = z.infer<typeof batchSchema>;

/** What is kept of a file: personal data and free text never get as far as a batch. */
const isKept = (role: Mapping['columns'][number]['role']): boolean =>
	role !== 'dropped' && role !== 'text';

/** A key as it stands in a batch: a pseudonym by HMAC-SHA-256 with the workspace's key, hexadecimal. */
export async function pseudonym(key: CryptoKey, id: string): Promise<string> {
	const bytes = new TextEncoder().encode(id);
	const signature = await crypto.subtle.sign('HMAC', key, bytes);
	return Array.from(new Uint8Array(signature).subarray(0, 16), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}

/** Pseudonyms asked for together: the browser computes them beside each other. */
const AT_ONCE = 1000;

/** The pseudonym of each id; an empty one has none. */
async function pseudonyms(key: CryptoKey, ids: readonly string[]): Promise<Map<string, string>> {
	const distinct = [...new Set(ids)].filter((id) => id !== '');
	const found = new Map<string, string>();
	for (let from = 0; from < distinct.length; from += AT_ONCE) {
		const some = distinct.slice(from, from + AT_ONCE);
		const signed = await Promise.all(some.map((id) => pseudonym(key, id)));
		some.forEach((id, index) => found.set(id, signed[index] ?? ''));
	}
	return found;
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

/**
 * Takes out of a table what must not be stored: dropped columns and free text go, ids become
 * pseudonyms. Rows with too many cells go too, as in them a name may have slipped into a column that
 * stays. The mapping is renumbered to fit. Without a key ids stay as they are: those of a batch that is
 * read again are pseudonyms already.
 */
export async function clean(
	table: TextTable,
	mapping: Mapping,
	key: CryptoKey | null
): Promise<Pick<Batch, 'mapping' | 'headings' | 'rows'>> {
	const kept = mapping.columns.filter((column) => isKept(column.role));
	const ids = new Set(kept.filter((column) => column.role === 'id').map((column) => column.index));
	const source = table.rows.filter((row) => !isTooLong(row, table));
	const written = source.flatMap(({ cells }) => [...ids].map((index) => cells[index] ?? ''));
	const known = key ? await pseudonyms(key, written) : new Map(written.map((id) => [id, id]));
	const rows = source.map(({ line, cells }) => ({
		line,
		cells: kept.map((column) => {
			const { index } = column;
			const cell = cells[index] ?? '';
			return ids.has(index) ? (known.get(cell) ?? '') : withoutFreeWords(cell, column);
		})
	}));
	return {
		mapping: { ...mapping, columns: kept.map((column, index) => ({ ...column, index })) },
		headings: kept.map((column) => column.heading),
		rows
	};
}

/** A batch as a table again, to be interpreted by its mapping. */
export const tableOf = (batch: Pick<Batch, 'mapping' | 'headings' | 'rows'>): TextTable => ({
	separator: batch.mapping.separator,
	headerRow: batch.mapping.headerRow,
	head: [batch.headings],
	headings: batch.headings,
	rows: batch.rows
});
