import { describe, expect, test } from 'vitest';
import { decode, LARGEST_FILE } from './decode';
import { cp1252, macRoman, problemCode, utf8 } from './testing';

const TEXT = 'Größe;Straße\nÄpfel;Ü\n';

describe('text', () => {
	test('UTF-8', () => {
		expect(decode(utf8(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8' });
	});

	test('UTF-8 with a byte order mark, which is no part of the text', () => {
		expect(decode(utf8(`\uFEFF${TEXT}`))).toEqual({ text: TEXT, encoding: 'utf-8-bom' });
	});

	test('Windows-1252, with the signs that Latin-1 does not have', () => {
		const text = 'Miete;„Größe“ – äöüÄÖÜß\n500 €;x\n';
		expect(decode(cp1252(text))).toEqual({ text, encoding: 'windows-1252' });
	});

	test('plain ASCII is UTF-8', () => {
		expect(decode(utf8('a;b\n1;2\n')).encoding).toBe('utf-8');
	});

	test('the user knows better', () => {
		expect(decode(utf8('ä'), 'windows-1252')).toEqual({ text: 'Ã¤', encoding: 'windows-1252' });
		expect(decode(cp1252('ä'), 'utf-8')).toEqual({ text: '\uFFFD', encoding: 'utf-8' });
	});

	test('what only looks like a file of another kind', () => {
		expect(decode(utf8('PKW-Stellplatz;Miete\nja;1\n')).encoding).toBe('utf-8');
	});
});

test.each([
	['nothing', [], 'file_empty'],
	['an Excel file or another ZIP', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], 'file_is_archive'],
	['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'file_is_old_excel'],
	['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'file_is_image'],
	['a photograph', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10], 'file_is_image'],
	['a PDF', [...utf8('%PDF-1.7\n1 0 obj')], 'file_is_pdf'],
	['a text of a word processor', [...utf8('{\\rtf1\\ansi Miete}')], 'file_is_document'],
	['a packed file', [0x1f, 0x8b, 8, 0, 0, 0], 'file_is_archive'],
	['a text with NUL in it', [...utf8('a;b\n1;\u0000\n')], 'file_is_binary']
])('%s is refused', (_, bytes, code) => {
	expect(problemCode(() => decode(Uint8Array.from(bytes)))).toBe(code);
	expect(problemCode(() => decode(Uint8Array.from(bytes), 'utf-8'))).toBe(code);
});

test('a file that is too large is refused before it is read', () => {
	const huge = { length: LARGEST_FILE + 1 } as Uint8Array;
	expect(problemCode(() => decode(huge))).toBe('file_too_large');
});

test.each(['utf-16le', 'utf-16be'] as const)('%s, as its mark says', (encoding) => {
	const text = 'Straße;Größe\nÄ;€\n';
	const bytes = new Uint8Array(2 + text.length * 2);
	const view = new DataView(bytes.buffer);
	[...`\uFEFF${text}`].forEach((sign, at) =>
		view.setUint16(at * 2, sign.charCodeAt(0), encoding === 'utf-16le')
	);
	expect(decode(bytes)).toEqual({ text, encoding });
});

test.each(['utf-16le', 'utf-16be'] as const)('%s without a mark', (encoding) => {
	const text = 'Straße;Größe;Zufriedenheit – insgesamt\nÄ;€;sehr zufrieden\n';
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	[...text].forEach((sign, at) =>
		view.setUint16(at * 2, sign.charCodeAt(0), encoding === 'utf-16le')
	);
	expect(decode(bytes)).toEqual({ text, encoding });
});

describe('MacRoman, as Excel for the Mac writes it', () => {
	test.each(['Größe;Straße\rÄpfel;Übung\r', 'Lärm\nx – „y“\n', 'Übergabe;Öffnung\n1;2 €\n'])(
		'%j',
		(text) => {
			expect(decode(macRoman(text))).toEqual({ text, encoding: 'macintosh' });
		}
	);

	test('a few signs of its own do not make a file of Windows one', () => {
		const text = 'Miete in €;Zufriedenheit…\n€ 5;gut\nStraße;sehr…\n';
		const bytes = Uint8Array.from(text, (sign) => (sign === '…' ? 0x85 : cp1252(sign)[0]!));
		expect(decode(bytes)).toEqual({ text, encoding: 'windows-1252' });
	});

	test('names from elsewhere do not either', () => {
		const bytes = Uint8Array.from([
			...cp1252('Frau;Grüße für Müller\n'),
			0x8a,
			...utf8('imon;x\n')
		]);
		expect(decode(bytes).text).toBe('Frau;Grüße für Müller\nŠimon;x\n');
	});
});
