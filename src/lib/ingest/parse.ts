import Papa from 'papaparse';
import { fail } from '../domain';
import { SEPARATORS, type Separator, type TextTable } from './table';
import { TableBuilder } from './table-builder';
import type { Merge } from './workbook';

const SAMPLE_CHARACTERS = 200_000;
const SAMPLE_RECORDS = 60;

const records = (text: string, separator: Separator, preview = 0): Papa.ParseResult<string[]> =>
	Papa.parse<string[]>(text, { delimiter: separator, preview, skipEmptyLines: false });

/** The separator under which most records have the same number of fields, and more than one. */
function detectSeparator(text: string): Separator {
	// A comma may stand in every number of a German file; the others hardly ever stand in a cell.
	const sample = text.slice(0, SAMPLE_CHARACTERS);
	let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
	for (const separator of SEPARATORS) {
		const widths = records(sample, separator, SAMPLE_RECORDS)
			.data.slice(0, -1)
			.map((row) => row.length)
			.concat(records(sample, separator, 1).data[0]?.length ?? 1);
		const counts = new Map<number, number>();
		for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
		for (const [width, count] of counts) {
			const rarity = separator === ',' ? 1 : 2;
			const score = width > 1 ? rarity * (count / widths.length) * Math.log2(width + 1) : 0;
			if (score > best.score) best = { separator, score };
		}
	}
	return best.separator;
}

/** Rows of cells to a table. @throws as `TableBuilder` */
export function tableFrom(
	grid: readonly (readonly string[])[],
	separator: Separator | null,
	override: { headerRow?: number | undefined } = {},
	merges: readonly Merge[] = []
): TextTable {
	const builder = new TableBuilder(override.headerRow, merges);
	for (const row of grid) builder.add(row);
	return { separator, ...builder.table() };
}

/**
 * What stands above a table: Excel's line that names the separator, and the lines beginning with # in which
 * some archives put what they know of a file.
 */
function beginning(text: string): { named: Separator | undefined; lines: number; content: string } {
	const sep = /^"?sep=([;,\t|])"?\r?(?:\n|$)/i.exec(text);
	const from = sep?.[0].length ?? 0;
	const comments = /^(?:#[^\n]*\n)*/.exec(text.slice(from, from + SAMPLE_CHARACTERS))?.[0] ?? '';
	return {
		named: SEPARATORS.find((one) => one === sep?.[1]),
		lines: (sep ? 1 : 0) + comments.split('\n').length - 1,
		content: text.slice(from + comments.length)
	};
}

/**
 * Text to a table of cells.
 *
 * @throws ProblemError `quote_unclosed`, and what `TableBuilder` throws
 */
export function parseTable(
	text: string,
	override: { separator?: Separator | undefined; headerRow?: number | undefined } = {}
): TextTable {
	const { named, lines: above, content } = beginning(text);
	const separator = override.separator ?? named ?? detectSeparator(content);
	const builder = new TableBuilder(override.headerRow);
	for (let line = 0; line < above; line++) builder.add([]);
	let line = above;
	// Row by row, so that a large file is never there as text and as rows of cells at once.
	Papa.parse<string[]>(content, {
		delimiter: separator,
		skipEmptyLines: false,
		step: ({ data, errors }) => {
			line++;
			if (errors.some(({ code }) => code === 'MissingQuotes'))
				fail('quote_unclosed', {}, { row: line });
			builder.add(data);
		}
	});
	return { separator, ...builder.table() };
}
