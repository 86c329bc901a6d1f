import type { Format, Rows } from '../format';
import { arrayRow, technicalColumns } from '../headings';

const role = technicalColumns({
	id: ['ID', 'Id'],
	date: ['Fertigstellungszeit', 'Completion time'],
	ignored: [
		'Startzeit',
		'Start time',
		'Letzte Änderung',
		'Uhrzeit der letzten Änderung',
		'Last modified time',
		'Sprache',
		'Language',
		'Gesamtpunktzahl',
		'Total points',
		'Quiz-Feedback',
		'Quiz feedback'
	]
});

/** `Frage.Zeile` in its two parts: a full stop with no space behind it. */
const split = (heading: string): { question: string; row: string } | null => {
	const found = /^([\s\S]+?[^\s.])\.(?=[^\s.\d])([\s\S]+)$/.exec(heading);
	return found ? { question: found[1] ?? '', row: found[2] ?? '' } : null;
};

/** Microsoft Forms' table: its own columns first, then the questions, rows of a Likert grid as `Frage.Zeile`. */
export const msforms: Format = {
	tool: 'msforms',
	delimiter: ';',
	headerRows: ([first = []]: Rows) =>
		role(first[0] ?? '') === 'id' && first.slice(1, 3).filter((cell) => role(cell)).length === 2
			? 1
			: 0,
	read([cells = []]) {
		const headings = cells.map((cell) => cell.replace(/[\s\u00a0]+/g, ' ').trim());
		const questions = headings.map((heading) => split(heading)?.question);
		return headings.map((heading) => {
			const known = role(heading);
			const parts = split(heading);
			const grid =
				parts && questions.filter((question) => question === parts.question).length > 1
					? arrayRow(parts.question, parts.row)
					: { text: heading };
			return { heading, code: heading, ...grid, ...(known ? { role: known } : {}) };
		});
	}
};
