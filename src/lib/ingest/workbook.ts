import { fail } from '../domain';
import type { CellValue } from 'hucre/xlsx';
import { numberText } from './values';

/** A sheet of a workbook as text cells, row by row. */
export type Sheet = { name: string; grid: string[][] };

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

/** Refuses archives that are no workbook of a kind we read, and those that would not fit. */
function refuseOthers(bytes: Uint8Array): void {
	const entries = entriesOf(bytes);
	const has = (name: string) => entries.some((entry) => entry.name === name);
	if (has('xl/workbook.bin')) fail('file_is_xlsb');
	if (has('content.xml') && has('mimetype')) fail('file_is_ods');
	if (!has('xl/workbook.xml')) fail('file_is_archive');
	const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
	if (unpacked > LARGEST_UNPACKED)
		fail('file_unpacks_too_large', { megabytes: LARGEST_UNPACKED / 1024 ** 2 });
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

/**
 * The visible sheets of an Excel workbook (.xlsx, .xlsm), in their order.
 *
 * @throws ProblemError `file_is_damaged`, `file_is_xlsb`, `file_is_ods`, `file_is_archive`,
 * `file_unpacks_too_large`
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
	refuseOthers(bytes);
	const { readXlsx } = await import('hucre/xlsx');
	try {
		const { sheets } = await readXlsx(bytes, {
			sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden
		});
		return sheets.map(({ name, rows }) => ({
			name,
			grid: rows.map((row) => row.map(cellText))
		}));
	} catch (error) {
		return fail('file_is_damaged', { reason: error instanceof Error ? error.message : '' });
	}
}
