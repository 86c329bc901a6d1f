import type { Cleaned } from './batch';
import { takeRows, withWords, type TextColumn } from './columns';
import type { Finding, FindingCode } from './findings';
import { interpret } from './interpret';
import type { ColumnMapping, Mapping } from './mapping';
import { eachWord } from './needed';
import { OTHER_WORDS } from './delimited-answers';
import { numberFormat } from './values';

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
		(kind === 'supportCase' && ['date', 'closed'].includes(column.role));
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
		const { codes } = column;
		for (let row = 0; row < codes.length; row++) used[codes[row]!] = 1;
		return used.includes(0) ? takeRows(column, rows) : column;
	});
	return { ...cleaned, columns };
};
