import { calledToday, z } from '../domain';
import { withWords, wordCounts, type TextColumn } from './columns';
import { corrected } from './corrections';
import { essential, hasPart, keptColumns } from './kept';
import { KINDS } from './kinds';
import { masked } from './mask';
import { columnOf, mappingSchema, type ColumnMapping, type Mapping } from './mapping';
import { categories, dayOnly, isDay, withoutFreeWords } from './needed';
import { OTHER_WORDS } from './delimited-answers';
import { withRows, type TextTable } from './table';

/**
 * How batches are kept today. Those of format 1 held every column that was not taken for personal; what no
 * figure needs is taken out of them when they are found.
 */
export const BATCH_FORMAT = 2;

/** What is known about a batch without opening it. */
export const batchMetaSchema = z.strictObject({
	format: z.union([z.literal(1), z.literal(BATCH_FORMAT)]).default(1),
	/** of the file and of how it was read, see `batchId`; versions before took one by chance */
	id: z.uuid(),
	/** which key its pseudonyms were made with, see `keyId`; versions before had but one */
	key: z.string().optional(),
	kind: z.preprocess(calledToday, z.enum(KINDS)),
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
	/** headings that were never stored because they may be about persons, with the reason */
	dropped: z.array(z.tuple([z.string(), z.string()])),
	/** headings of other columns that were not stored, as no figure needs them */
	notStored: z.array(z.string()).default([]),
	/** the batch that this one took the place of; it is kept until this one is taken back or replaced */
	replaces: z.uuid().optional()
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

/** What is kept of a file, without what is known about it. */
export type Cleaned = Omit<Batch, 'meta'>;

/** The cells of a column as they are kept, from those of the file. */
function keptCells(table: TextTable, column: ColumnMapping, mapping: Mapping): TextColumn {
	const { role, index } = column;
	const source = table.columns[index] ?? {
		words: [''],
		codes: new Uint32Array(table.lines.length)
	};
	if (!hasPart(mapping, column)) {
		// A filter question that is no item: only the answers that lead to another one matter.
		const leading = new Set(
			mapping.columns.flatMap(({ askedIf }) => (askedIf?.index === index ? askedIf.values : []))
		);
		return withWords(source, (word) => (word === '' || leading.has(word) ? word : OTHER_WORDS));
	}
	if (role === 'opentext') return withWords(source, masked);
	if (role === 'demography' && column.bands) return categories(table, mapping, column);
	if (role === 'quartier') {
		const names = new Map(mapping.quartierNames);
		return withWords(source, (word) => (names.get(word) === null ? OTHER_WORDS : word));
	}
	if (isDay(mapping.kind, column)) return withWords(source, dayOnly);
	return column.delimiter === undefined
		? source
		: withWords(source, (word) => withoutFreeWords(word, column));
}

/**
 * What is known of a kept column, without words that its cells no longer have: groups that are told already
 * have no bands, and an answer that the user read as another one is none that could be chosen.
 */
function keptMapping(column: ColumnMapping, cells: TextColumn): ColumnMapping {
	const rest = essential(column);
	delete rest.bands;
	delete rest.born;
	const replaced = new Set(column.corrections?.map(([from]) => from));
	if (!rest.item || replaced.size === 0 || rest.item.scale.kind !== 'nominal') return rest;
	const occurring = wordCounts(cells);
	const stays = (word: string) => !replaced.has(word) || occurring.has(word);
	const { scale } = rest.item;
	return {
		...rest,
		item: {
			...rest.item,
			scale: {
				...scale,
				labels: scale.labels.filter(stays),
				titles: Object.fromEntries(Object.entries(scale.titles).filter(([word]) => stays(word))),
				nonSubstantive: scale.nonSubstantive.filter(stays)
			}
		}
	};
}

/** Spellings of Quartiere that stand in what is kept; rows that were left out no longer say where they were from. */
function keptNames(mapping: Mapping, cells: TextColumn | undefined): Mapping['quartierNames'] {
	const spellings = cells ? wordCounts(cells) : new Map<string, number>();
	const names = mapping.quartierNames.filter(
		([spelling, name]) =>
			spelling === mapping.quartierForAll || (name !== null && spellings.has(spelling))
	);
	return spellings.has(OTHER_WORDS) ? [...names, [OTHER_WORDS, null]] : names;
}

/**
 * Takes out of a table what must not be stored: every column that no figure needs, and of the others what
 * their role does not need — the time of day, an age where its group is meant, free words beside options, of
 * free text that the user keeps what has a pattern of something personal. Rows with too many cells go
 * too, as in them a name may have slipped into a column that stays. What the user settled is done, so that what
 * was replaced is gone. The mapping is renumbered to fit. Ids stay as they are until they are `pseudonymised`.
 */
export function clean(table: TextTable, mapping: Mapping): Cleaned {
	const kept = keptColumns(mapping);
	const whole = corrected(
		withRows(table, (row) => !table.surplus.has(row)),
		mapping
	);
	const cells = kept.map((column) => keptCells(whole, column, mapping));
	const places = new Map(kept.map(({ index }, place) => [index, place]));
	/** The column in its new place; a filter question that is not kept filters no more. */
	const moved = (column: ColumnMapping, index: number): ColumnMapping => {
		const { askedIf, ...rest } = keptMapping(column, cells[index]!);
		const place = places.get(askedIf?.index ?? -1);
		return askedIf && place !== undefined
			? { ...rest, index, askedIf: { ...askedIf, index: place } }
			: { ...rest, index };
	};
	const cellsOf = (role: 'quartier' | 'outcome'): TextColumn | undefined =>
		cells[places.get(columnOf(mapping, role)?.index ?? -1) ?? -1];
	const outcomes = wordCounts(cellsOf('outcome') ?? { words: [], codes: new Uint32Array() });
	return {
		mapping: {
			...mapping,
			columns: kept.map(moved),
			quartierNames: keptNames(mapping, cellsOf('quartier')),
			success: mapping.success.filter((word) => outcomes.has(word))
		},
		headings: kept.map((column) => column.heading),
		columns: cells,
		lines: whole.lines
	};
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
