import Papa from 'papaparse';
import type { Estimate } from '$lib/domain';

export type OutputRow = { group: Record<string, string> } & Estimate;

const FIGURES = ['value', 'low', 'high', 'standardError', 'n', 'base', 'protection'] as const;

const flat = (row: OutputRow, by: string[]): (string | number)[] => [
	...by.map((name) => row.group[name] ?? ''),
	...FIGURES.map((name) => row[name] ?? '')
];

/** Rows as JSON, as CSV or as a table for the eye. */
export function formatRows(
	rows: OutputRow[],
	by: string[],
	format: 'json' | 'csv' | 'table'
): string {
	if (format === 'json') return JSON.stringify({ rows }, null, '\t');
	const lines = [[...by, ...FIGURES], ...rows.map((row) => flat(row, by))];
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
