import { fail } from '../domain';
import type { CellValue, MergeRange } from 'hucre/xlsx';
import { workbookOf } from './foreign';
import { numberText } from './values';

/** A sheet of a workbook as text cells, row by row, and which of them are merged. */
export type Sheet = { name: string; grid: string[][]; merges?: readonly Merge[] };

/** Bytes that a workbook may take unpacked: more is a bomb, or more than a tab should hold. */
const LARGEST_UNPACKED = 512 * 1024 * 1024;

const latin1 = new TextDecoder('latin1');

/** The entries of an archive as its directory lists them: names, and bytes unpacked (APPNOTE 4.3.12). */
function entriesOf(bytes: Uint8Array): { name: string; size: number }[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	// The end of the directory is within the last 64 kB, behind it at most a comment.
	let end = bytes.length - 22;
	while (end >= 0 && end > bytes.length - 65_600 && view.getUint32(end, true) !== 0x06054b50) end--;
	if (end < 0 || view.getUint32(end, true) !== 0x06054b50) fail('file_is_damaged');
	const entries: { name: string; size: number }[] = [];
	let at = view.getUint32(end + 16, true);
	while (at + 46 <= end && view.getUint32(at, true) === 0x02014b50) {
		const length = view.getUint16(at + 28, true);
		entries.push({
			name: latin1.decode(bytes.subarray(at + 46, at + 46 + length)),
			size: view.getUint32(at + 24, true)
		});
		at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return entries;
}

/** What kind of workbook it is. Refuses other archives, and what would not fit. */
function kindOf(bytes: Uint8Array): 'xlsx' | 'ods' {
	const entries = entriesOf(bytes);
	const kind = workbookOf(
		bytes,
		entries.map(({ name }) => name)
	);
	const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
	if (unpacked > LARGEST_UNPACKED)
		fail('file_unpacks_too_large', { megabytes: LARGEST_UNPACKED / 1024 ** 2 });
	return kind;
}

const ERROR = /^#(N\/A|NV|REF!|BEZUG!|DIV\/0!|VALUE!|WERT!|NAME\?|NUM!|ZAHL!|NULL!)$/;

/** A cell as text that reads the same in every language: days as ISO dates, a point before decimals. */
export function cellText(value: CellValue): string {
	if (value === null) return '';
	if (value instanceof Date) {
		const [day = '', time = ''] = value.toISOString().slice(0, 19).split('T');
		return time === '00:00:00' ? day : `${day} ${time}`;
	}
	if (typeof value === 'boolean') return value ? 'Ja' : 'Nein';
	if (typeof value === 'string') return ERROR.test(value.trim()) ? '' : value.trim();
	return numberText(value);
}

/** Cells that are one, from the first row and column to the last, counted from nought. */
export type Merge = Pick<MergeRange, 'startRow' | 'startCol' | 'endRow' | 'endCol'>;

/**
 * The grid with what cells merged downwards say in each of their rows that holds anything: it holds for
 * all of them.
 */
export function filledDown(grid: string[][], merges: readonly Merge[]): string[][] {
	for (const { startRow, startCol, endRow } of merges) {
		const cell = grid[startRow]?.[startCol] ?? '';
		if (cell === '') continue;
		for (let at = startRow + 1; at <= endRow && at < grid.length; at++) {
			const row = grid[at]!;
			// What is merged is empty below; a file that says otherwise is not believed.
			if ((row[startCol] ?? '') !== '') break;
			if (startCol < row.length && row.some((one) => one !== '')) row[startCol] = cell;
		}
	}
	return grid;
}

/**
 * The visible sheets of a workbook (.xlsx, .xlsm, .ods), in their order.
 *
 * @throws ProblemError `file_is_damaged`, `file_unpacks_too_large`, and what `workbookOf` throws
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
	const kind = kindOf(bytes);
	const visible = {
		sheets: (sheet: { hidden?: boolean; veryHidden?: boolean }) =>
			!sheet.hidden && !sheet.veryHidden
	};
	try {
		const { sheets } =
			kind === 'ods'
				? await (await import('hucre/ods')).readOds(bytes, visible)
				: await (await import('hucre/xlsx')).readXlsx(bytes, visible);
		return sheets.map(({ name, rows, merges = [] }) => ({
			name,
			grid: filledDown(
				rows.map((row) => row.map(cellText)),
				merges
			),
			merges
		}));
	} catch (error) {
		return fail('file_is_damaged', { reason: error instanceof Error ? error.message : '' });
	}
}
