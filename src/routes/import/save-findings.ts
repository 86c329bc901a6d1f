import type { Finding } from '$lib/ingest';
import * as m from '$lib/paraglide/messages';
import { message } from '$lib/words';

/** Saves what was found as a list for a spreadsheet, one line to a row of the file. */
export async function saveFindings(findings: readonly Finding[], file: string): Promise<void> {
	const { fileName, save, sheetCsv } = await import('$lib/export');
	const head = [
		m.checks_row(),
		m.checks_column(),
		m.checks_value(),
		m.checks_what(),
		m.checks_effect(),
		m.checks_do()
	];
	const rows = findings.flatMap(({ code, effect, column, value, lines }) =>
		lines.map((line) => ({
			line,
			cells: [
				String(line),
				column,
				value,
				message(`finding_${code}`),
				message(`effect_${effect.replaceAll('-', '_')}`),
				message(`finding_hint_${code}`)
			]
		}))
	);
	const sorted = rows.sort((a, b) => a.line - b.line).map(({ cells }) => cells);
	save(
		new Blob([sheetCsv([head, ...sorted])], { type: 'text/csv' }),
		fileName([file.replace(/\.[^.]*$/, ''), m.checks_findings_file()], 'csv')
	);
}
