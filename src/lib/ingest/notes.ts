import { cellAt, type TextColumn } from './columns';
import { numberFormat, parseDate, parseNumber } from './values';
import { withRows, type LeftOut, type TextTable } from './table';

type Body = Pick<TextTable, 'columns' | 'lines' | 'surplus'>;

const TOTALS =
	'(?:zwischen|teil|gesamt|end)?summen?|gesamt|insgesamt|gesamtergebnis|ergebnis|total|totals|sub ?total|grand total|sum|übertrag|mittelwert|durchschnitt|average|mean';
/** A cell that says nothing but that its row sums up others, at times how many they are. */
const TOTAL = new RegExp(`^(?:${TOTALS})(?: (?:${TOTALS}))*\\s*:?\\s*[\\d.,]*(?: \\p{L}+)?$`, 'iu');
/** The same of one group of rows: `Nord Ergebnis`, `Summe Nord`. */
const TOTAL_OF = new RegExp(`^(?:(?:${TOTALS}) (.+)|(.+) (?:${TOTALS}))$`, 'iu');
const ALONE = new RegExp(`^(?:${TOTALS})$`, 'iu');

const NOTE =
	/^(stand|quelle|datenquelle|erstellt|erzeugt|gedruckt|exportiert|abgerufen|ausgegeben|druckdatum|hinweis|anmerkung|fußnote|legende|bearbeitet|source|as of|created|printed|exported|generated|notes?|footnote|legend)(:|\s+(am|von|vom|zum|by|on|at)\b|\s*:?\s*\d)|^(©|\(c\)|\*+\s?\p{L})/iu;
const PAGE = /^(seite|blatt|page) \d+( (von|of) \d+|\s*\/\s*\d+)?$/i;
const LABEL =
	/^(stand|quelle|erstellt( am| von)?|datum|druckdatum|source|as of|created|printed)\s*:?$/i;

/** Whether a cell is a line about the table, such as `Stand: 31.12.2025`, and no word of it. */
export const isNote = (cell: string): boolean => NOTE.test(cell) || PAGE.test(cell);

const MEAN = /mittel|schnitt|average|mean/i;

/** Columns in which a row begins that is no data. */
const BEGIN = 4;

/** Places and words of the filled cells of a row. */
const cellsOf = (columns: readonly TextColumn[], row: number): { at: number; word: string }[] =>
	columns.flatMap((column, at) => {
		const word = cellAt(column, row);
		return word === '' ? [] : [{ at, word }];
	});

/** Rows whose first filled cell is a word for a total or names a page, by what their columns say of each word once. */
function candidates({ columns, lines }: Body): number[] {
	const rows = new Set<number>();
	const begin = columns.slice(0, BEGIN);
	begin.forEach((column, place) => {
		const known = new Set(column.words);
		const codes = new Set<number>();
		column.words.forEach((word, code) => {
			const of = word.length > 80 || ALONE.test(word) ? null : TOTAL_OF.exec(word);
			const name = of?.[1] ?? of?.[2];
			if (word.length <= 80 && (TOTAL.test(word) || PAGE.test(word))) codes.add(code);
			else if (name !== undefined && known.has(name)) codes.add(code);
		});
		if (codes.size === 0) return;
		for (let row = 0; row < lines.length; row++)
			if (
				codes.has(column.codes[row]!) &&
				begin.slice(0, place).every((before) => cellAt(before, row) === '')
			)
				rows.add(row);
	});
	return [...rows].sort((a, b) => a - b);
}

const isNear = (a: number, b: number): boolean =>
	Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b)) + 0.011;

/**
 * Whether a cell of a candidate sums up its column: the sum of those above it or since the candidate
 * before, their mean where the row says so, or a number where the column has words.
 */
function explainer(
	column: TextColumn,
	rows: readonly number[],
	isMean: (row: number) => boolean
): (row: number) => boolean {
	const format = numberFormat(column.words);
	const numbers = column.words.map((word) => parseNumber(word, format));
	const marks = new Set(rows);
	const above = new Map<number, { sum: number; filled: number }[]>();
	let [part, all] = [
		{ sum: 0, filled: 0 },
		{ sum: 0, filled: 0 }
	];
	let words = 0;
	column.codes.forEach((code, row) => {
		if (marks.has(row)) {
			above.set(row, [part, all]);
			part = { sum: 0, filled: 0 };
			return;
		}
		const number = numbers[code] ?? null;
		if (number === null && column.words[code] !== '') words++;
		if (number === null) return;
		part = { sum: part.sum + number, filled: part.filled + 1 };
		all = { sum: all.sum + number, filled: all.filled + 1 };
	});
	return (row) => {
		const value = numbers[column.codes[row]!] ?? null;
		if (value === null) return false;
		if (words > all.filled) return true;
		return (above.get(row) ?? []).some(
			({ sum, filled }) =>
				filled > 1 && (isNear(value, sum) || (isMean(row) && isNear(value, sum / filled)))
		);
	};
}

/** Rows that sum up others: nothing in them but the word for it and numbers, most of which are such sums. */
function totalRows(body: Body): number[] {
	const { columns, lines } = body;
	const rows = candidates(body);
	// Where most rows say so, it is a word of the data.
	if (rows.length === 0 || rows.length > lines.length / 2) return [];
	const first = (row: number) => cellsOf(columns, row)[0]?.word ?? '';
	const explainers = new Map<number, (row: number) => boolean>();
	const explained = (at: number, row: number): boolean => {
		const known =
			explainers.get(at) ?? explainer(columns[at]!, rows, (one) => MEAN.test(first(one)));
		explainers.set(at, known);
		return known(row);
	};
	const isTotal = (row: number): boolean => {
		const [, ...others] = cellsOf(columns, row);
		return (
			others.every(({ word }) => isNumber(word)) &&
			others.filter(({ at }) => explained(at, row)).length >= others.length / 2
		);
	};
	const found = new Set(rows.filter(isTotal));
	// A word that is data in one row is data in all of them.
	const data = new Set(rows.filter((row) => !found.has(row)).map(first));
	return [...found].filter((row) => !data.has(first(row)));
}

const isNumber = (word: string): boolean =>
	parseNumber(word, 'german') !== null || parseNumber(word, 'english') !== null;

/** Whether a row is a line about the table: alone in its row, or a label and what it says. */
const isLine = (cells: readonly { at: number; word: string }[]): boolean => {
	const [first, second] = cells;
	if (!first || cells.length > 2) return false;
	return second ? LABEL.test(first.word) : isNote(first.word);
};

/**
 * Lines below a table that are about it. Behind an empty row any sentence is one.
 */
function footerRows({ columns, lines }: Body, totals: ReadonlySet<number>): number[] {
	const run: number[] = [];
	let row = lines.length - 1;
	for (; row > 0; row--) {
		if (totals.has(row)) continue;
		const cells = cellsOf(columns, row);
		const [first] = cells;
		const sentence = cells.length === 1 && first?.at === 0 && /\p{L}\S*\s+\S/u.test(first.word);
		if (!isLine(cells) && !(sentence && parseDate(first.word) === null)) break;
		run.push(row);
	}
	const top = run.at(-1);
	const gap = top !== undefined && lines[top]! - lines[top - 1]! > 1;
	const plain = run.findIndex((one) => !isLine(cellsOf(columns, one)));
	return gap || plain < 0 ? run : run.slice(0, plain);
}

/** The table without the rows that sum up others and the lines below it that are about it, and what these say. */
export function withoutNotes<T extends Body>(body: T): T & { leftOut: LeftOut[] } {
	const totals = new Set(totalRows(body));
	const footers = new Set(footerRows(body, totals));
	return {
		...withRows(body, (row) => !totals.has(row) && !footers.has(row)),
		leftOut: [...totals, ...footers]
			.sort((a, b) => a - b)
			.map((row): LeftOut => ({
				line: body.lines[row]!,
				text: cellsOf(body.columns, row)
					.map(({ word }) => word)
					.join(' '),
				why: totals.has(row) && !PAGE.test(cellsOf(body.columns, row)[0]!.word) ? 'total' : 'footer'
			}))
	};
}
