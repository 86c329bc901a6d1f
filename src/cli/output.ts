import Papa from 'papaparse';
import type { Change, Estimate, TableTest } from '$lib/domain';

/** A difference in the words of the file: against which category of which column. */
type Comparison = Pick<
	Change,
	'difference' | 'low' | 'high' | 't' | 'df' | 'pValue' | 'verdict'
> & {
	column: string;
	/** the other category, or `rest` */
	against: string;
};

export const comparisonOf = (change: Change, column: string, group: string): Comparison => {
	const { reference, difference, low, high, t, df, pValue, verdict } = change;
	const against = reference?.[group] ?? 'rest';
	return {
		column,
		against,
		difference,
		low,
		high,
		...(t === undefined || df === undefined ? {} : { t, df }),
		pValue,
		verdict
	};
};

export type OutputRow = { group: Record<string, string>; change?: Comparison } & Estimate;

/** Figures with what was tested on them and how their weights came about. */
export type Output = { rows: OutputRow[]; tests?: TableTest[]; weighting?: object };

const FIGURES = ['value', 'low', 'high', 'standardError', 'n', 'base', 'protection'] as const;

/** Columns beside the figures, where any row has them. */
const FURTHER = ['effectiveSize', 'designEffect'] as const;
const CHANGES = ['difference', 'low', 'high', 't', 'df', 'pValue'] as const;

const flat = (row: OutputRow, by: string[], further: boolean, compared: boolean) => [
	...by.map((name) => row.group[name] ?? ''),
	...FIGURES.map((name) => row[name] ?? ''),
	...(further ? FURTHER.map((name) => row[name] ?? '') : []),
	...(compared ? CHANGES.map((name) => row.change?.[name] ?? '') : [])
];

/** Rows as JSON, as CSV or as a table for the eye. */
export function formatRows(output: Output, by: string[], format: 'json' | 'csv' | 'table'): string {
	if (format === 'json') return JSON.stringify(output, null, '\t');
	const { rows } = output;
	const further = rows.some((row) => row.effectiveSize !== undefined);
	const compared = rows.some((row) => row.change !== undefined);
	const names = CHANGES.map((name) =>
		name === 'low' || name === 'high' ? `difference ${name}` : name
	);
	const heading = [...by, ...FIGURES, ...(further ? FURTHER : []), ...(compared ? names : [])];
	const lines = [heading, ...rows.map((row) => flat(row, by, further, compared))];
	// Numbers stay numbers: a negative one is no formula.
	if (format === 'csv') return Papa.unparse(lines, { escapeFormulae: true, newline: '\n' });
	const rounded = lines.map((line) =>
		line
			.map(String)
			.map((cell) => (/^-?\d+\.\d{5,}$/.test(cell) ? Number(cell).toPrecision(6) : cell))
	);
	const widths = (rounded[0] ?? []).map((_, column) =>
		Math.max(...rounded.map((line) => (line[column] ?? '').length))
	);
	return rounded
		.map((line) =>
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
