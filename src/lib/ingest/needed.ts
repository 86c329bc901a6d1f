import { recordKind } from './kinds';
import { takeRows, withWords, type TextColumn } from './columns';
import type { Finding, FindingCode } from './findings';
import { interpret } from './interpret';
import { groupReaders } from './interpret/groups';
import type { ColumnMapping, Mapping } from './mapping';
import { chosenIn, OTHER_WORDS } from './several';
import { numberFormat } from './values';
import type { Cleaned } from './batch';
import type { TextTable } from './table';

/** Fields of a kind that are read as days. */
export function isDay(kind: Mapping['kind'], { role }: ColumnMapping): boolean {
	const field = recordKind(kind)?.fields.find((one) => one.role === role);
	return field
		? ['day', 'since', 'step'].includes(field.type)
		: role === 'date' || role === 'closed';
}

/** The time of day behind a date, as tools write it. */
const TIME = /(?:,?\s+|T)\d{1,2}:\d\d.*$/s;
/** A day as spreadsheets count it, with the time as a fraction. */
const SERIAL = /^(\d{5})[.,]\d+$/;

/** A date without its time of day, otherwise as it is written. */
export const dayOnly = (cell: string): string =>
	cell.replace(SERIAL, '$1').replace(TIME, '').trim() || cell;

/** A table in which every word of a column stands once, as many other columns as are given beside it. */
function eachWord({ words }: TextColumn, ...beside: string[]): TextTable {
	const codes = Uint32Array.from(words.keys());
	const columns = [
		{ words, codes },
		...beside.map((word) => ({ words: [word], codes: new Uint32Array(words.length) }))
	];
	return {
		separator: null,
		headerRow: 1,
		head: [],
		headings: columns.map(() => ''),
		columns,
		lines: codes,
		surplus: new Map()
	};
}

/** The categories of a group in place of what they are told from, such as of an age in years. */
export function categories(source: TextColumn, column: ColumnMapping): TextColumn {
	const [reader] = groupReaders(eachWord(source), {
		columns: [{ ...column, index: 0 }]
	} as Mapping);
	const places = new Map(source.words.map((word, code) => [word, code]));
	return withWords(source, (word) => reader?.read(places.get(word) ?? -1) ?? '');
}

/** Several answers in one cell without those in free words: it stays known only that there were some. */
export function withoutFreeWords(cell: string, { item, delimiter }: ColumnMapping): string {
	if (cell === '' || delimiter === undefined || item?.scale.kind !== 'multiple') return cell;
	const { labels, nonSubstantive } = item.scale;
	if (nonSubstantive.includes(cell)) return cell;
	const { chosen, others } = chosenIn(cell, labels, delimiter);
	const words = chosen.map((place) => labels[place] ?? '');
	return [...words, ...(others.length > 0 ? [OTHER_WORDS] : [])].join(delimiter);
}

/** Findings that say of a cell, wherever it stands in its column, that nothing can be read from it. */
const UNREADABLE: readonly FindingCode[] = [
	'answer_unknown',
	'date_unreadable',
	'date_wrong',
	'opened_unreadable',
	'closed_unreadable',
	'weight_unreadable',
	'year_unreadable',
	'count_unreadable',
	'value_unreadable'
];

const DAY = '1900-01-01';
const WAVES = [{ key: '', name: 'x', from: DAY, to: DAY }];

/**
 * What is found about the words of a column, each for itself: rows that are left out are not read to their
 * end, and yet a word of theirs may be a name.
 */
function findingsOf(words: TextColumn, column: ColumnMapping, mapping: Mapping): Finding[] {
	const own: ColumnMapping = { ...column, index: 0 };
	delete own.askedIf;
	const opened: ColumnMapping[] =
		column.role === 'closed' ? [{ index: 1, heading: '', role: 'date', certain: true }] : [];
	const alone: Mapping = {
		...mapping,
		columns: [own, ...opened],
		quartierForAll: 'x',
		quartierNames: [],
		waves: WAVES
	};
	return interpret(eachWord(words, DAY), alone, '9999-12-31').findings;
}

/** The words of a column that nothing can be read from. */
function unreadableIn(
	{ mapping, headings, columns }: Cleaned,
	at: number,
	findings: readonly Finding[]
): Set<string> {
	const [column, words] = [mapping.columns[at]!, columns[at]!];
	const { kind } = mapping;
	if (column.role === 'wave') {
		const known = new Set(mapping.waves.map(({ key }) => key));
		return new Set(words.words.filter((word) => word !== '' && !known.has(word)));
	}
	const alone =
		(kind === 'survey' && ['item', 'date', 'weight'].includes(column.role)) ||
		(kind === 'cases' && ['date', 'closed'].includes(column.role));
	const heading = headings[at] ?? '';
	// Of two columns of one name, a finding about all rows does not say which it means.
	const isSure = headings.indexOf(heading) === headings.lastIndexOf(heading);
	const found = alone
		? findingsOf(words, column, mapping)
		: findings.filter((one) => isSure && one.column === heading);
	return new Set(
		found
			.filter(({ code, value }) => UNREADABLE.includes(code) && value !== '')
			.map(({ value }) => value)
	);
}

/**
 * The columns without cells that nothing can be read from: a name may have slipped there. It stays known
 * that something unreadable stood there, so that the rows are read as before.
 */
export function withoutUnreadable(cleaned: Cleaned, findings: readonly Finding[]): Cleaned {
	const filters = new Map<number, Set<string>>();
	for (const { askedIf } of cleaned.mapping.columns)
		for (const value of askedIf?.values ?? [])
			filters.set(askedIf!.index, (filters.get(askedIf!.index) ?? new Set()).add(value));
	const columns = cleaned.columns.map((column, at) => {
		const unreadable = unreadableIn(cleaned, at, findings);
		if (unreadable.size === 0) return column;
		const without = withWords(column, (word) =>
			unreadable.has(word) && filters.get(at)?.has(word) !== true ? OTHER_WORDS : word
		);
		// Numbers are read as the whole column writes them: what decides that must stay.
		return numberFormat(without.words) === numberFormat(column.words) ? without : column;
	});
	return { ...cleaned, columns };
}

/** The columns without words that no row has. */
export const withoutUnused = (cleaned: Cleaned): Cleaned => {
	const rows = Uint32Array.from(cleaned.lines.keys());
	const columns = cleaned.columns.map((column) => {
		const used = new Uint8Array(column.words.length);
		for (const code of column.codes) used[code] = 1;
		return used.includes(0) ? takeRows(column, rows) : column;
	});
	return { ...cleaned, columns };
};
