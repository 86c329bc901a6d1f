import { fail, ProblemError } from '../domain';
import { blocksOf } from './blocks';
import { isCodebookText, isJson, isXlsform, type Codebook } from './codebooks';
import { encodeColumns } from './columns';
import { decode, isArchive, isMarkup, isSav, type Encoding } from './decode';
import { withCodebook } from './declared';
import type { Kind } from './kinds';
import type { Mapping } from './mapping';

import { readSav } from './sav';
import { isKindSure, suggestMapping } from './suggest';
import { parseTable, tableFrom } from './parse';
import { arePrinted } from './printed';
import { alikeSheets, joined, joinedName, type NamedTable } from './workbook-sheets';
import type { Separator, TextTable } from './table';
import { readWorkbook, type Sheet } from './workbook';

/** What the user knows better than the recognition. */
export type ReadOverride = {
	encoding?: Encoding | undefined;
	separator?: Separator | undefined;
	headerRow?: number | undefined;
	kind?: Kind | undefined;
	/** name of a sheet of a workbook, or of several of one shape: `2024 + 2025` */
	sheet?: string | undefined;
	/** what another file says about the columns, in each of its languages */
	codebooks?: readonly Codebook[] | undefined;
	/** what was confirmed about the columns of earlier files, the newest first */
	earlier?: readonly Codebook[] | undefined;
};

/** A file that was read and recognised, nothing stored yet. */
export type Recognised = {
	table: TextTable;
	mapping: Mapping;
	/** names of the sheets, where the file is a workbook, and of those of one shape together */
	sheets: string[];
	/** false where it has to be asked what the file holds */
	kindSure: boolean;
};

/** A table with its suggested mapping, described by the codebook that knows most of its columns. */
function recognised(
	table: TextTable,
	source: { encoding: Encoding | null; sheet?: string },
	override: ReadOverride,
	sheets: string[] = []
): Recognised {
	const described = withCodebook(table, override.codebooks ?? [], override.earlier);
	const kindSure = isKindSure(described, override);
	return {
		table: described,
		mapping: suggestMapping(described, source, override),
		sheets,
		kindSure
	};
}

/** A text to a table and a suggested mapping: recognise → parse → map. */
function readDecoded(
	{ text, encoding }: { text: string; encoding: Encoding },
	override: ReadOverride
): Recognised {
	if (isCodebookText(text)) fail('file_is_codebook');
	if (isJson(text)) fail('file_is_json');
	return recognised(parseTable(text, override), { encoding }, override);
}

/**
 * Bytes of a text to a table and a suggested mapping: decode → recognise → parse → map.
 *
 * @throws ProblemError with a code that says why the file cannot be used
 */
export const readText = (bytes: Uint8Array, override: ReadOverride = {}): Recognised =>
	readDecoded(decode(bytes, override.encoding), override);

/** Sheets that explain the others, as in our templates: longer at times than what was filled in. */
const EXPLAINS =
	/^(erläuterung(en)?|anleitung|hinweise?|legende|explanation|notes|legend|read ?me)$/i;

/** The sheets that are tables. @throws as `tableFrom` for the last one tried, where none is */
function tablesOf(sheets: readonly Sheet[], override: ReadOverride): NamedTable[] {
	const found: NamedTable[] = [];
	let problem: unknown = null;
	for (const { name, grid, merges } of sheets) {
		try {
			found.push({ sheet: name, table: tableFrom(grid, null, override, merges) });
		} catch (error) {
			if (!(error instanceof ProblemError)) throw error;
			problem = error;
		}
	}
	if (found.length > 0) return found;
	if (problem instanceof ProblemError) throw problem;
	return fail('no_rows');
}

/**
 * The sheet that was asked for, else the one with most rows that are a table, or all of one shape together
 * where these have more.
 *
 * @throws ProblemError `not_rows` for printed results, and what `tablesOf` throws
 */
function tableOfSheets(
	sheets: readonly Sheet[],
	override: ReadOverride
): NamedTable & { sheets: string[] } {
	const names = sheets.map(({ name }) => name);
	const asked = sheets.filter(({ name }) => name === override.sheet);
	const data = sheets.filter(({ name }) => !EXPLAINS.test(name.trim()));
	const tables = tablesOf(data.length > 0 ? data : sheets, override);
	const together = alikeSheets(tables);
	const offered = [...names, ...together.map(joinedName)];
	const [one] = asked.length > 0 ? tablesOf(asked, override) : [];
	if (one) return { ...one, sheets: offered };
	if (arePrinted(tables)) fail('not_rows', { tables: tables.length });
	const choices = together.map((group) => ({ sheet: joinedName(group), table: joined(group) }));
	const chosen = choices.find(({ sheet }) => sheet === override.sheet);
	const [longest] = [...choices, ...tables].sort(
		(a, b) => b.table.lines.length - a.table.lines.length
	);
	return { ...(chosen ?? longest ?? fail('no_rows')), sheets: offered };
}

/** An SPSS file, with its dictionary as the codebook. */
async function readSystemFile(bytes: Uint8Array, override: ReadOverride): Promise<Recognised> {
	const { names, rows, codebook } = await readSav(bytes);
	if (rows.length === 0) fail('no_rows');
	const table: TextTable = {
		separator: null,
		headerRow: 1,
		head: [names],
		headings: names,
		columns: encodeColumns(rows, names.length),
		lines: Uint32Array.from(rows.keys(), (row) => row + 1),
		surplus: new Map(),
		tool: 'spss',
		codebook
	};
	return recognised(table, { encoding: null }, override);
}

/**
 * Any file that can be imported to a table and a suggested mapping. What it is, its content says,
 * not its name.
 *
 * @throws ProblemError with a code that says why the file cannot be used
 */
export async function readFile(
	bytes: Uint8Array,
	override: ReadOverride = {}
): Promise<Recognised> {
	if (isSav(bytes)) return readSystemFile(bytes, override);
	const whole = isArchive(bytes) ? await readWorkbook(bytes) : null;
	if (!whole) {
		const decoded = decode(bytes, override.encoding);
		// Programs save tables of web pages and of XML under the names of Excel's files.
		if (!isMarkup(decoded.text)) return readDecoded(decoded, override);
		const { sheetsOfMarkup } = await import('./markup');
		return recognisedSheets(sheetsOfMarkup(decoded.text), override);
	}
	if (isXlsform(whole)) fail('file_is_codebook');
	return recognisedSheets(whole, override);
}

/** Sheets to the table of one of them, or of several, and a suggested mapping. */
function recognisedSheets(whole: readonly Sheet[], override: ReadOverride): Recognised {
	const sheets = whole.flatMap(blocksOf);
	const { sheet, table, sheets: names } = tableOfSheets(sheets, override);
	return recognised(table, { encoding: null, sheet }, override, names);
}

/** SHA-256 of a file, hexadecimal: how the same file is recognised a second time. */
export async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
