import Papa from 'papaparse';
import * as m from '../paraglide/messages';
import { locale } from '../words';
import { presentReleased, type ReleasedPanel } from './types';

const BOM = '\ufeff';

/** A number as Excel in that language reads it: plain digits, no thousands, the decimal mark alone. */
const plain = (value: number): string =>
	locale() === 'de' ? String(value).replace('.', ',') : String(value);

/** What a spreadsheet would take for a formula; a negative number is none. */
const FORMULA = /^(?!-\d+(?:[.,]\d+)?$)[=+\-@\t\r]/;

/**
 * Rows for a spreadsheet, formulas defused: UTF-8 with a byte order mark, `;` and CRLF, which is what
 * Excel opens by itself in German.
 */
export const sheetCsv = (rows: string[][]): string =>
	BOM + Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA });

/**
 * The figures of a panel for a spreadsheet: below its title, Quartier, source and day one line per
 * figure, with hidden ones by their reason.
 */
export function panelCsv(panel: ReleasedPanel): string {
	const { title, subtitle, quartier, source, table } = presentReleased(panel);
	const { rawColumns, rows } = table();
	const head: string[][] = [
		[title],
		...(subtitle === '' ? [] : [[subtitle]]),
		...(quartier === '' ? [] : [[m.export_quartier(), quartier]]),
		[m.export_source_label(), source],
		[m.export_date(), panel.date],
		[''],
		rawColumns
	];
	const figures = rows.map(({ raw }) =>
		raw.map((cell) => (typeof cell === 'number' ? plain(cell) : (cell ?? '')))
	);
	return sheetCsv([...head, ...figures]);
}
