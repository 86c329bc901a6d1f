import { wordCounts } from './columns';
import type { NamedTable } from './workbook-sheets';
import { parseNumber } from './values';

/** Words of printed results beside their numbers. */
const SHARE = /%|prozent|anteil|percent|share|\bn ?=|mittelwert|\bmean\b/i;

const isNumber = (cell: string): boolean =>
	parseNumber(cell, 'german') !== null ||
	parseNumber(cell, 'english') !== null ||
	/^[-–/x.]$/.test(cell);

/**
 * Whether a table is a printed one, of results: each row another thing, nothing but numbers beside it, and
 * totals or shares among them. Master data of Quartiere have none of these.
 */
function isPrinted({ table }: NamedTable): boolean {
	const [first, ...others] = table.columns.map(wordCounts);
	if (!first || others.length === 0 || table.lines.length > 60) return false;
	const filled = others.filter((column) => column.size > 0);
	const labels = first.size >= table.lines.length - 1 && ![...first.keys()].every(isNumber);
	const numbers = filled.every((column) => [...column.keys()].every(isNumber));
	const total = table.leftOut?.some(({ why }) => why === 'total') === true;
	const shares =
		table.headings.some((heading) => SHARE.test(heading)) ||
		filled.some((column) => [...column.keys()].some((cell) => cell.endsWith('%')));
	return labels && numbers && (total || shares);
}

/** Whether a workbook holds printed results and no data: several tables, each of them printed. */
export const arePrinted = (tables: readonly NamedTable[]): boolean =>
	tables.length > 1 && tables.every(isPrinted);
