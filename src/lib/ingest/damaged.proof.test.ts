import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProblemError } from '../domain';
import { emptyCatalog } from '../engine';
import { interpret, recordCount } from './interpret';
import { toTables } from './load';
import { readFile } from './read';
import { cp1252, csv, proofRuns, rowsOf, utf8, workbook } from './testing';

const ANSWERS = ['sehr zufrieden', 'eher zufrieden', 'weiß nicht', 'eher unzufrieden'];
const HEADINGS = [
	'Bogen',
	'Welle',
	'Quartier',
	'Zufriedenheit insgesamt',
	'Was nutzen Sie?',
	'Miete'
];
const ROWS = Array.from({ length: 14 }, (_, at) => [
	String(at + 1),
	'2025',
	at % 2 ? 'Öperfeld' : 'Weststadt',
	ANSWERS[at % 4]!,
	at % 3 ? '"Treff;Garten;"' : 'Garten',
	`${500 + at},5`
]);
const CASES = csv(
	['Fall-Nr', 'Quartier', 'Eröffnet am', 'Geschlossen am', 'Anlass'],
	ROWS.map((_, at) => [String(at), 'Nord', `0${(at % 9) + 1}.02.2025`, '', 'Energie'])
);

/** Whole files of every kind that is read, small so that a byte matters. */
const FILES: Record<string, { bytes: Uint8Array<ArrayBuffer>; damages: number }> = {
	'UTF-8': { bytes: utf8(csv(HEADINGS, ROWS)), damages: 3200 },
	'Windows-1252': { bytes: cp1252(csv(HEADINGS, ROWS)), damages: 2000 },
	cases: { bytes: utf8(CASES), damages: 1600 },
	'SPSS, by bytes': {
		bytes: new Uint8Array(readFileSync(join(import.meta.dirname, 'sav/fixtures/packed.sav'))),
		damages: 1000
	},
	'SPSS, by blocks': {
		bytes: new Uint8Array(readFileSync(join(import.meta.dirname, 'sav/fixtures/blocks.zsav'))),
		damages: 700
	},
	Excel: { bytes: workbook({ Antworten: [HEADINGS, ...ROWS] }), damages: 1500 }
};

/** Numbers that are the same in every run (Park and Miller 1988). */
function randomFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => (state = (state * 48271) % 2147483647) % below;
}

/** A file with something wrong: bytes flipped, cut off, a piece doubled, a piece of another encoding. */
function damage(whole: Uint8Array, random: (below: number) => number): Uint8Array<ArrayBuffer> {
	const bytes = Uint8Array.from(whole);
	const [from, length] = [random(bytes.length), 1 + random(200)];
	const piece = bytes.slice(from, from + length);
	const spliced = (middle: Uint8Array, after: number): Uint8Array<ArrayBuffer> =>
		Uint8Array.from([...bytes.subarray(0, from), ...middle, ...bytes.subarray(after)]);
	switch (random(5)) {
		case 0:
			for (let change = 1 + random(5); change > 0; change--)
				bytes[random(bytes.length)] = random(256);
			return bytes;
		case 1:
			return bytes.slice(0, from);
		case 2:
			return spliced(Uint8Array.from([...piece, ...piece]), from + length);
		case 3:
			return spliced(new Uint8Array(), from + length);
		default:
			return spliced(random(2) ? utf8('Grüße „an“ alle') : cp1252('Grüße „an“ alle'), from);
	}
}

test.each(Object.entries(FILES))(
	'%s: every damaged file is read or refused with a code, whole or not at all',
	async (_, { bytes, damages }) => {
		const random = randomFrom(17);
		let read = 0;
		const turns = proofRuns(damages / 5, damages);
		for (let turn = 0; turn < turns; turn++) {
			const file = damage(bytes, random);
			try {
				const { table, mapping } = await readFile(file);
				const records = interpret(table, mapping, '2026-01-01');
				toTables([records], emptyCatalog());
				// Every row of the table is a record or is named as left out.
				const skipped = records.findings
					.filter(({ effect }) => effect === 'row-skipped')
					.reduce((sum, { count }) => sum + count, 0);
				expect(recordCount(records) + skipped).toBe(rowsOf(table).length);
				read++;
			} catch (error) {
				if (!(error instanceof ProblemError)) throw error;
				expect(error.problem.code).toMatch(/^[a-z_]+$/);
			}
		}
		expect(read).toBeGreaterThan(0);
	}
);
