import { expect, test } from 'vitest';
import { KINDS, readFile } from '../ingest';
import { overwriteGetLocale } from '../paraglide/runtime';
import { TEMPLATE_COLUMNS, templateCsv, templateWorkbook } from './templates';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

const FILLED: Record<string, string> = {
	opened: '03.02.2025',
	closed: '17.03.2025',
	received: '03.02.2025',
	year: '2025',
	dwellings: '812',
	households: '790',
	weight: '1,5',
	question: 'sehr zufrieden',
	contactday: '04.02.2025',
	minutes: '45',
	first: 'ja',
	noted: '04.02.2025',
	debtstart: '1.250,50',
	debtend: '0',
	debtmonths: '2',
	averted: 'ja',
	advised: '04.02.2025',
	entitled: 'ja',
	applied: '05.02.2025',
	decided: '06.03.2025',
	granted: 'ja',
	amount: '180',
	benefitmonths: '12',
	meetingPlaceDay: '04.02.2025',
	visits: '17',
	volunteers: '2',
	hours: '3,5',
	since: '2022',
	until: '',
	from: '16.03.2020',
	to: '31.03.2022',
	eventkind: 'Schließung',
	everywhere: 'alle'
};
const cases = KINDS.flatMap((kind) => (['de', 'en'] as const).map((locale) => ({ kind, locale })));

test.each(cases)('$kind, $locale: filled in, every column is what it says', async (one) => {
	overwriteGetLocale(() => one.locale);
	const rows = ['1', '2', '3'].map((number) =>
		TEMPLATE_COLUMNS[one.kind].map(({ key }) => FILLED[key] ?? `${key} ${number}`)
	);
	const { sheets } = await readXlsx(await templateWorkbook(one.kind));
	const [head = []] = sheets[0]?.rows ?? [];
	const filled = await writeXlsx({ sheets: [{ name: 'A', rows: [head, ...rows] }] });
	const expected = TEMPLATE_COLUMNS[one.kind].map(({ role }) => role);
	const fromWorkbook = await readFile(new Uint8Array(filled));
	expect(fromWorkbook.mapping.kind).toBe(one.kind);
	expect(fromWorkbook.mapping.columns.map(({ role }) => role)).toEqual(expected);

	const lines = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n');
	const csv = `${templateCsv(one.kind)}\r\n${lines}\r\n`;
	const fromCsv = await readFile(new TextEncoder().encode(csv));
	expect(fromCsv.mapping.kind).toBe(one.kind);
	expect(fromCsv.mapping.columns.map(({ role }) => role)).toEqual(expected);
	overwriteGetLocale(() => 'de');
});

test.each(cases)('$kind, $locale: every column is explained in the second sheet', async (one) => {
	overwriteGetLocale(() => one.locale);
	const { sheets } = await readXlsx(await templateWorkbook(one.kind));
	const explained = sheets[1]?.rows.slice(3) ?? [];
	expect(explained.map(([heading]) => heading)).toEqual(sheets[0]?.rows[0]);
	for (const [, , text] of explained) expect(String(text).length).toBeGreaterThan(10);
	overwriteGetLocale(() => 'de');
});

test('an empty template is refused with a sentence, not read as data', async () => {
	await expect(readFile(await templateWorkbook('supportCase'))).rejects.toThrow('no_rows');
});
