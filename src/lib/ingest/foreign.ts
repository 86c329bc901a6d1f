import { fail } from '../domain';

/** True where a file begins with these bytes. */
export const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean =>
	magic.every((byte, index) => bytes[index] === byte);

const signs = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

/** How files begin that hold no table, and the refusal that says what they are instead. */
const KINDS: readonly [code: string, magic: readonly number[]][] = [
	['file_is_old_excel', [0xd0, 0xcf, 0x11, 0xe0]],
	['file_is_pdf', signs('%PDF')],
	['file_is_image', [0x89, ...signs('PNG\r\n')]],
	['file_is_image', [0xff, 0xd8, 0xff]],
	['file_is_image', signs('GIF8')],
	['file_is_image', [...signs('II*'), 0]],
	['file_is_image', [...signs('MM'), 0, 0x2a]],
	['file_is_document', signs('{\\rtf')],
	['file_is_archive', [0x1f, 0x8b]],
	['file_is_archive', [...signs('7z'), 0xbc, 0xaf]],
	['file_is_archive', signs('Rar!')]
];

/** Refuses what is no table by its first bytes, and says what it is. @throws ProblemError `file_is_…` */
export function refuseForeign(bytes: Uint8Array): void {
	const found = KINDS.find(([, magic]) => startsWith(bytes, ...magic));
	if (found) fail(found[0]);
}

const latin1 = new TextDecoder('latin1');

/** What kind of workbook an archive is. OpenDocument says it in its first entry, which is not packed. */
export function workbookOf(bytes: Uint8Array, entries: readonly string[]): 'xlsx' | 'ods' {
	const has = (pattern: RegExp) => entries.some((name) => pattern.test(name));
	if (has(/^xl\/workbook\.bin$/)) fail('file_is_xlsb');
	if (has(/^xl\/workbook\.xml$/)) return 'xlsx';
	if (has(/^content\.xml$/) && has(/^mimetype$/)) {
		const kind = latin1.decode(bytes.subarray(30, 120));
		return /opendocument\.(?!spreadsheet)/.test(kind) ? fail('file_is_document') : 'ods';
	}
	if (has(/^(Index\/.*\.iwa|Index\.zip)$/)) fail('file_is_numbers');
	if (has(/^(word\/document|ppt\/presentation)\.xml$/)) fail('file_is_document');
	return fail('file_is_archive');
}
