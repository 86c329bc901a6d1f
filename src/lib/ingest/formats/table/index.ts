import type { Format, Heading, Rows } from '../format';
import { widthOf } from '../headings';

/** The different words above a column, from the top down. */
const levelsOf = (head: Rows, index: number): string[] => [
	...new Set(head.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== ''))
];

function countsOf(words: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** A heading of several rows: blocks above, and below what each of their columns is about. */
function readBlocks(head: Rows): Heading[] {
	const columns = Array.from({ length: widthOf(head) }, (_, index) => levelsOf(head, index));
	const last = columns.map((levels) => levels.at(-1) ?? '');
	const block = columns.map((levels) => levels.slice(0, -1).join(': '));
	const [rows, blocks] = [countsOf(last), countsOf(block)];
	return columns.map((levels, index) => {
		const heading = levels.join(': ');
		const [row = '', question = ''] = [last[index], block[index]];
		const code = rows.get(row)! > 1 ? heading : row;
		return question !== '' && blocks.get(question)! > 1
			? { heading, code, text: heading, group: question, question, row }
			: { heading, code, text: heading };
	});
}

/** A plain table with one row per answer sheet, case or Quartier: what no tool claims. */
export const table: Format = {
	tool: 'csv',
	headerRows: () => 1,
	read: (head) =>
		head.length > 1
			? readBlocks(head)
			: (head[0] ?? []).map((cell) => {
					const heading = cell.trim();
					return { heading, code: heading, text: heading };
				})
};
