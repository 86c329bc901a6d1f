import { topOf, type Scale } from '../domain';
import type { Codebook, Field } from './codebooks';
import type { Heading } from './formats';
import type { Mapping } from './mapping';
import { formatOfTable, type TextTable } from './table';
import { nominalScale, recogniseScale, type ScaleSuggestion } from './scales/recognise';
import { isNonSubstantive, normalise } from './words';

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

/** The words of a known scale with the codes of the file in their place. */
function inCodes(scale: Scale, code: (word: string) => string): Scale {
	const labels = scale.labels.map(code);
	const titles = scale.labels.flatMap((word): [string, string][] =>
		code(word) === word ? [] : [[code(word), word]]
	);
	return {
		...scale,
		labels,
		titles: Object.fromEntries(titles),
		topBox: scale.topBox.map(code),
		nonSubstantive: scale.nonSubstantive.map(code)
	};
}

/**
 * The scale that a codebook declares for a column, in the answers as they stand in the file: codes or
 * words; `distinct` comes without those that it declares missing. Null where it declares none, or
 * another one than the file has.
 */
export function declaredScale(
	heading: string,
	field: Field | undefined,
	distinct: readonly string[]
): ScaleSuggestion | null {
	const categories = field?.categories ?? [];
	if (categories.length < 2) return null;
	const word = ({ value, label }: (typeof categories)[number]) => label ?? value;
	const answers = distinct.filter((one) => !isNonSubstantive(one));
	const coded = answers.every((one) => categories.some(({ value }) => value === one));
	const spoken = answers.every((one) => categories.some((category) => word(category) === one));
	if (!coded && !spoken) return null;
	const asWritten = (category: (typeof categories)[number]) =>
		coded ? category.value : word(category);
	const code = (spokenWord: string): string => {
		const category = categories.find((one) => word(one) === spokenWord);
		return category ? asWritten(category) : spokenWord;
	};

	const words = categories.map(word);
	const known = recogniseScale(heading, words);
	if (known) return { ...known, scale: inCodes(known.scale, code) };
	const found = nominalScale(words);
	const labels = words.filter((one) => found.labels.includes(one));
	const nominal = { ...found, labels };
	if (!field?.categoriesOrdered) return { scale: inCodes(nominal, code), certain: false };
	const ordered: Scale = {
		...nominal,
		id: `points${labels.length}`,
		kind: 'ordinal',
		points: labels.length,
		topBox: topOf(labels),
		direction: 'higher-better'
	};
	// Which end is the good one, no dictionary says.
	return { scale: inCodes(ordered, code), certain: false };
}
