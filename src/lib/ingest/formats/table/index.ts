import type { Format } from '../format';

/** A plain table with one row per answer sheet, case or Quartier: what no tool claims. */
export const table: Format = {
	tool: 'csv',
	recognises: () => true,
	read: (headings) => headings.map((heading) => ({ heading, code: heading, text: heading }))
};
