import type { Rows } from '../format';

/** Columns of one question, each named by an option. */
function questionsOf([questions = [], parts = []]: Rows): Map<string, number[]> {
	const columns = new Map<string, number[]>();
	let question = '';
	parts.forEach((part, index) => {
		question = (questions[index] ?? '').trim() || question;
		if (part.trim() !== '') columns.set(question, [...(columns.get(question) ?? []), index]);
	});
	return columns;
}

/**
 * SurveyMonkey's expanded form gives every option a column of its own, even where only one can be
 * chosen. Where each cell repeats the name of its column or is empty, and no sheet has two of them,
 * the columns are one question again, in the place of the first.
 */
export function condense({ head, rows }: { head: Rows; rows: Rows }): {
	head: string[][];
	rows: string[][];
} {
	const [questions = [], parts] = head;
	if (!parts) return { head: [[...questions]], rows: rows.map((cells) => [...cells]) };
	const isOption = (index: number): boolean =>
		rows.every((cells) => ['', (parts[index] ?? '').trim()].includes((cells[index] ?? '').trim()));
	const isOneOf = (columns: readonly number[]): boolean =>
		rows.every(
			(cells) => columns.filter((index) => (cells[index] ?? '').trim() !== '').length <= 1
		);
	const single = [...questionsOf(head).values()].filter(
		(columns) => columns.length > 1 && columns.every(isOption) && isOneOf(columns)
	);
	const others = new Map(single.map(([first = 0, ...rest]) => [first, rest]));
	const gone = new Set(single.flatMap((columns) => columns.slice(1)));
	const kept = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => !gone.has(index));
	return {
		head: [
			kept(questions),
			kept(parts.map((part, index) => (others.has(index) ? 'Response' : part)))
		],
		rows: rows.map((cells) =>
			kept(
				cells.map(
					(cell, index) =>
						[index, ...(others.get(index) ?? [])]
							.map((at) => (cells[at] ?? '').trim())
							.find(Boolean) ?? cell
				)
			)
		)
	};
}
