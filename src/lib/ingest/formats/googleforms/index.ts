import type { Format, Rows } from '../format';
import { arrayRow, bracketed, technicalColumns } from '../headings';

const role = technicalColumns({
	date: ['Zeitstempel', 'Timestamp', 'Marca temporal', 'Horodateur'],
	ignored: ['Punktzahl', 'Score']
});

/** Google Forms' table: when it was sent, then the questions in their own words, grids as `Frage [Zeile]`. */
export const googleforms: Format = {
	tool: 'googleforms',
	delimiter: ', ',
	headerRows([first = []]: Rows) {
		// Words of a question, not the short names that a database gives its columns.
		const spoken = first.slice(1).filter((cell) => /\s/.test(cell.trim())).length;
		return role(first[0] ?? '') === 'date' && spoken >= (first.length - 1) / 2 && spoken > 0
			? 1
			: 0;
	},
	read: ([headings = []]) =>
		headings.map((cell) => {
			const heading = cell.trim();
			const known = role(heading);
			const grid = bracketed(heading);
			return {
				heading,
				code: heading,
				...(grid?.question ? arrayRow(grid.question, grid.row) : { text: heading }),
				...(known ? { role: known } : {})
			};
		})
};
