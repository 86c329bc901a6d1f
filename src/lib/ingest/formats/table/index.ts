import type { Format } from '../format';

/** A plain table with one row per answer sheet, case or Quartier: what no tool claims. */
export const table: Format = {
	tool: 'csv',
	headerRows: () => 1,
	read: ([headings = []]) =>
		headings.map((cell) => {
			const heading = cell.trim();
			return { heading, code: heading, text: heading };
		})
};
