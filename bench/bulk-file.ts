import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

const SHEETS = 200_000;
const ITEMS = 40;
/** Answers from the worst to the best, and one that is none. */
export const SCALE = [
	'sehr unzufrieden',
	'unzufrieden',
	'teils/teils',
	'zufrieden',
	'sehr zufrieden'
];
const WORDS = [...SCALE, 'k. A.'];
const QUARTIERE = ['SZ-Lebenstedt', 'Weststadt', 'Heidberg', 'Nordstadt', 'Lehndorf', 'SZ-Bad'];
const AGES = ['unter 30', '30 bis 44', '45 bis 64', '65 und älter'];
const HOUSEHOLDS = ['allein lebend', 'Paar ohne Kinder', 'Familie mit Kindern', 'alleinerziehend'];
const TOPICS = ['Wohnung', 'Wohnumfeld', 'Sicherheit', 'Nachbarschaft', 'Service'];

/** The headings of the columns that are answers. */
export const ITEM_HEADINGS = Array.from(
	{ length: ITEMS },
	(_, item) => `${TOPICS[item % TOPICS.length]}: Frage ${item + 1}`
);

/** Whole numbers below a bound, the same in every run (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
		return (state >>> 8) % below;
	};
}

/** One answer sheet after the other, as cells. */
function* sheets(count: number): Generator<(string | number)[]> {
	const next = numbers(2026);
	const one = (words: readonly string[]): string => words[next(words.length)] ?? '';
	for (let sheet = 0; sheet < count; sheet++) {
		const day = `${String(1 + next(28)).padStart(2, '0')}.0${1 + next(6)}.2025`;
		const groups = [one(QUARTIERE), one(['2022', '2025']), one(AGES), one(HOUSEHOLDS)];
		yield [100_000 + sheet, day, ...groups, ...ITEM_HEADINGS.map(() => one(WORDS))];
	}
}

const HEAD = ['Bogen-Nr', 'Eingang', 'Quartier', 'Welle', 'Alter', 'Haushalt', ...ITEM_HEADINGS];

/** A workbook of 20,000 rows and 60 columns, written by another library. */
export async function writeBulkWorkbook(path: string): Promise<void> {
	const { utils, write } = await import('@e965/xlsx');
	const head = [...HEAD, ...ITEM_HEADINGS.slice(0, 14).map((heading) => `${heading} (2)`)];
	const rows = [...sheets(20_000)].map((cells) => [...cells, ...cells.slice(6, 20)]);
	const book = utils.book_new();
	utils.book_append_sheet(book, utils.aoa_to_sheet([head, ...rows]), 'Befragung');
	await writeFile(
		path,
		write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
	);
}

/** The survey of one year as a CSV: so many answer sheets with so many items. */
export function waveText(year: number, count: number, items: number): string {
	const next = numbers(year);
	const one = (words: readonly string[]): string => words[next(words.length)] ?? '';
	const head = ['Bogen-Nr', 'Eingang', 'Quartier', 'Alter', 'Haushalt'];
	const rows = Array.from({ length: count }, (_, sheet) => {
		const day = `${String(1 + next(28)).padStart(2, '0')}.0${1 + next(6)}.${year}`;
		const groups = [one(QUARTIERE), one(AGES), one(HOUSEHOLDS)];
		const answers = ITEM_HEADINGS.slice(0, items).map(() => one(WORDS));
		return [year * 10_000 + sheet, day, ...groups, ...answers].join(';');
	});
	return [[...head, ...ITEM_HEADINGS.slice(0, items)].join(';'), ...rows].join('\r\n');
}

/** Writes a survey of 200,000 answer sheets and 46 columns, about 100 MB. @returns its size in bytes */
export async function writeBulkFile(path: string): Promise<number> {
	const out = createWriteStream(path);
	out.write(`${HEAD.join(';')}\r\n`);
	let text = '';
	for (const cells of sheets(SHEETS)) {
		text += `${cells.join(';')}\r\n`;
		if (text.length < 1_000_000) continue;
		if (!out.write(text)) await once(out, 'drain');
		text = '';
	}
	out.end(text);
	await finished(out);
	return (await stat(path)).size;
}
