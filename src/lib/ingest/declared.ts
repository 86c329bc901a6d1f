import type { Codebook, Field } from './codebooks';
import type { Heading } from './formats';
import type { Mapping } from './mapping';
import { formatOfTable, type TextTable } from './table';
import { normalise } from './words';

/** The field that a codebook has for each column: by its code, its heading, or the words of its question. */
export function fieldsFor(
	headings: readonly Heading[],
	codebook: Codebook | undefined
): (Field | undefined)[] {
	const byName = new Map<string, Field>();
	const byTitle = new Map<string, Field>();
	for (const field of codebook?.fields ?? []) {
		if (!byName.has(field.name)) byName.set(field.name, field);
		const title = normalise(field.title ?? '');
		if (title !== '' && !byTitle.has(title)) byTitle.set(title, field);
	}
	return headings.map(({ code, heading, text }) => {
		const found = byName.get(code) ?? byName.get(heading) ?? byTitle.get(normalise(text));
		// A code that stands for another question now is another column.
		const asked = found?.['quartierspiegel:role'] === 'item' && text !== code;
		return asked && normalise(found.title ?? text) !== normalise(text) ? undefined : found;
	});
}

/** How a file and its codebook go together. */
export type Described = {
	/** columns that the codebook knows */
	columns: number;
	/** items that only one of them has, by their words: in the file alone, in the codebook alone */
	added: string[];
	gone: string[];
	/** place of the codebook among those of earlier files; -1 where it belongs to the file */
	earlier: number;
};

/** What the codebook of a table knows of it; null without one. */
export function describedBy(
	table: TextTable,
	mapping: Mapping,
	earlier: readonly Codebook[]
): Described | null {
	const { codebook } = table;
	if (!codebook) return null;
	const fields = fieldsFor(formatOfTable(table).read(table.head), codebook);
	const known = new Set(fields);
	const isItem = (field: Field) => field['quartierspiegel:role'] === 'item';
	return {
		columns: fields.filter(Boolean).length,
		added: mapping.columns
			.filter(({ index, role }) => role === 'item' && !fields[index])
			.map(({ item, heading }) => item?.text ?? heading),
		gone: codebook.fields
			.filter((field) => isItem(field) && !known.has(field))
			.map(({ title, name }) => title ?? name),
		earlier: earlier.indexOf(codebook)
	};
}

/** The codebook that knows most columns of a table, and how many; null where none knows any. */
function best(
	table: TextTable,
	codebooks: readonly Codebook[]
): { codebook: Codebook; columns: number } | null {
	const headings = formatOfTable(table).read(table.head);
	const found = codebooks
		.map((codebook) => ({
			codebook,
			columns: fieldsFor(headings, codebook).filter(Boolean).length
		}))
		.sort((a, b) => b.columns - a.columns)[0];
	return found && found.columns > 0 ? found : null;
}

/**
 * The table with the codebook that knows most of its columns: of those that belong to it, else of
 * earlier files if at least half of the columns are the same, else its own.
 */
export function withCodebook(
	table: TextTable,
	codebooks: readonly Codebook[],
	earlier: readonly Codebook[] = []
): TextTable {
	const own = best(table, codebooks);
	if (own) return { ...table, codebook: own.codebook };
	const before = best(table, earlier);
	const alike = before !== null && before.columns >= table.headings.length / 2;
	return alike && !table.codebook ? { ...table, codebook: before.codebook } : table;
}

/** A heading with what the codebook knows of its column. */
export function declaredHeading(heading: Heading, field: Field | undefined): Heading {
	if (!field) return heading;
	const group = field['quartierspiegel:group'];
	const chosen = field['quartierspiegel:chosen'];
	return {
		...heading,
		text: field.title || heading.text,
		...(group ? { group } : {}),
		...(field['quartierspiegel:question'] ? { question: field['quartierspiegel:question'] } : {}),
		...(field['quartierspiegel:row'] ? { row: field['quartierspiegel:row'] } : {}),
		...(chosen ? { chosen, several: true } : {})
	};
}
