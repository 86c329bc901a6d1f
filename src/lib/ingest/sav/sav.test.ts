import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../domain';
import { interpret } from '../interpret';
import type { SurveyRecords } from '../interpret/survey';
import { readFile } from '../read';
import { column } from '../testing';
import { numberText } from '../values';
import { readSav } from '.';

type Row = Record<string, number | string | null | undefined>;
type Oracle = {
	open(): Promise<void>;
	readAllRows(): Promise<Row[]>;
	meta: { getValueLabels(name: string): { val: number; label: string }[] | null };
};
// It can only be required.
const require = createRequire(import.meta.url);
const { SavBufferReader } = require('sav-reader') as {
	SavBufferReader: new (bytes: Buffer) => Oracle;
};

const OWN = join(import.meta.dirname, 'fixtures');
const SHARED = join(process.cwd(), '..', 'shared', 'fixtures', 'spss');
const bytesOf = (name: string): Uint8Array =>
	new Uint8Array(readFileSync(name.includes('/') ? name : join(OWN, name)));

const FORMS = ['plain.sav', 'packed.sav', 'blocks.zsav'];

test.each(FORMS)('%s: values, words and missing answers', async (name) => {
	const { names, rows } = await readSav(bytesOf(name));
	const cells = (variable: string) => rows.map((row) => row[names.indexOf(variable)]);
	expect(names).toHaveLength(15);
	expect(cells('Quartier')).toEqual([
		'SZ-Lebenstedt',
		'Heidberg',
		'Ölper',
		'SZ-Lebenstedt',
		'Heidberg'
	]);
	expect(cells('Zufriedenheit')).toEqual([
		'sehr zufrieden',
		'eher zufrieden',
		'sehr unzufrieden',
		'weiß nicht',
		'eher unzufrieden'
	]);
	// Only the ends of the scale have words, so the numbers stand for themselves.
	expect(cells('Empfehlung')).toEqual(['10', '9', '0', '6', '5']);
	expect(cells('Sicherheit')).toEqual(['gut', 'mittel', 'keine Angabe', '-1', 'schlecht']);
	expect(cells('Miete')).toEqual(['512.5', '', '1234.567', '-3', '100000']);
	expect(cells('Eingang').slice(0, 4)).toEqual(['2025-03-04', '2025-03-05', '2025-03-06', '']);
	expect(cells('Moment')[1]).toBe('2025-03-05 23:59:59');
	expect(cells('Dauer').slice(0, 2)).toEqual(['00:05:10', '01:00:00']);
	expect(cells('Anmerkung')[0]).toMatch(/^Grüße aus der Straßex+Ende$/);
	expect(cells('Anmerkung').map((text) => text?.length)).toEqual([274, 0, 258, 254, 255]);
	expect(cells('Kurz')).toEqual(['ja', 'nein', 'k.A.', '', 'ja']);
	expect(cells('Leer')).toEqual(['', '', '', '', '']);
});

test.each(FORMS)('%s: questions, scales, sets and weights as the dictionary says', async (name) => {
	const recognised = await readFile(bytesOf(name));
	expect(recognised.mapping).toMatchObject({ tool: 'spss', kind: 'survey', encoding: null });
	expect(column(recognised, 'Zufriedenheit')).toMatchObject({
		certain: true,
		item: {
			code: 'Zufriedenheit',
			text: 'Wie zufrieden sind Sie insgesamt?',
			topic: 'overall',
			scale: { id: 'satisfaction5', points: 5, nonSubstantive: ['weiß nicht'] }
		}
	});
	expect(column(recognised, 'Empfehlung').item?.scale).toMatchObject({ kind: 'nps', points: 11 });
	// The order is declared; which of its ends is the good one is not.
	expect(column(recognised, 'Sicherheit')).toMatchObject({
		certain: true,
		item: {
			scale: {
				kind: 'ordinal',
				labels: ['gut', 'mittel', 'mäßig', 'schlecht'],
				nonSubstantive: ['keine Angabe', '-1'],
				settled: false
			}
		}
	});
	expect(column(recognised, 'Treff')).toMatchObject({
		certain: true,
		option: { question: 'Was nutzen Sie?', label: 'Nachbarschaftstreff', yes: ['genannt'] },
		item: { scale: { kind: 'multiple', labels: ['Nachbarschaftstreff', 'Mietergarten'] } }
	});
	expect(column(recognised, 'Eingang').role).toBe('date');
	expect(column(recognised, 'Gewicht').role).toBe('weight');
	expect(column(recognised, 'Anmerkung').role).toBe('text');
	expect(column(recognised, 'Leer').role).toBe('ignored');

	const records = interpret(
		recognised.table,
		{
			...recognised.mapping,
			waves: [{ key: '', name: 'A', from: '2025-03-01', to: '2025-04-01' }]
		},
		'2026-01-01'
	) as SurveyRecords;
	expect(records.responses.map(({ weight }) => weight)).toEqual([1.25, 0.8, 1, 2.5, 0.125]);
	const several = records.items.findIndex(({ item }) => item.scale.kind === 'multiple');
	expect(records.items[several]?.chosen).toEqual([[1], [], [1, 2], null, [2]]);
	expect(records.findings).toEqual([]);
});

test('an older file in Windows-1252', async () => {
	const { names, rows } = await readSav(bytesOf('latin.sav'));
	expect(names).toEqual(['ORT', 'NOTE']);
	expect(rows).toEqual([['Ölper', '1']]);
});

describe('the same as a second library reads', () => {
	const shared = existsSync(SHARED) ? readdirSync(SHARED).map((name) => join(SHARED, name)) : [];
	test.each(['plain.sav', 'packed.sav', 'latin.sav', ...shared])('%s', async (name) => {
		const { names, rows, codebook } = await readSav(bytesOf(name));
		const oracle = new SavBufferReader(Buffer.from(bytesOf(name)));
		await oracle.open();
		const expected = await oracle.readAllRows();
		expect(rows).toHaveLength(expected.length);
		expected.forEach((row, at) => {
			names.forEach((variable, index) => {
				const cell = rows[at]?.[index];
				const value = row[variable];
				const { type } = codebook.fields[index] ?? {};
				if (typeof value === 'string') {
					// It leaves umlauts and very long strings broken, and words are ours.
					if (/^[ -~]{1,250}$/.test(value) && variable !== 'Kurz') expect(cell).toBe(value.trim());
				} else if (value === null || value === undefined || value < -1e300) {
					expect(cell, variable).toBe('');
				} else if (type === 'datetime') {
					const seconds = (time: string) => Date.parse(`${time}Z`) / 1000 + 12_219_379_200;
					const day = /^\d{4}-\d\d-\d\d$/.test(cell ?? '') ? `${cell}T00:00:00` : cell;
					const clock = /^(\d+):(\d\d):(\d\d)$/.exec(cell ?? '');
					const found = clock
						? Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
						: seconds((day ?? '').replace(' ', 'T'));
					expect(found, `${variable} ${cell}`).toBe(value);
				} else {
					const words = oracle.meta.getValueLabels(variable);
					const word = words?.find(({ val }) => val === value)?.label;
					expect([numberText(value), word], variable).toContain(cell);
				}
			});
		});
	});
});

describe('damaged files', () => {
	/** What becomes of a file: its rows, or the code of its problem; anything else is an error of ours. */
	async function outcome(bytes: Uint8Array): Promise<string | number> {
		try {
			return (await readSav(bytes)).rows.length;
		} catch (error) {
			if (error instanceof ProblemError) return error.problem.code;
			throw error;
		}
	}

	test.each(FORMS)('%s, cut anywhere', async (name) => {
		const whole = bytesOf(name);
		for (let length = 4; length < whole.length; length += 37) {
			const found = await outcome(whole.subarray(0, length));
			expect(typeof found === 'number' || found === 'file_is_damaged', `${length}: ${found}`).toBe(
				true
			);
		}
	});

	test.each(FORMS)('%s, with bytes changed', async (name) => {
		let state = 5;
		const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
		for (let turn = 0; turn < 300; turn++) {
			const bytes = bytesOf(name);
			for (let change = 0; change < 3; change++) bytes[4 + random(bytes.length - 4)] = random(256);
			const found = await outcome(bytes);
			expect(
				typeof found === 'number' || ['file_is_damaged', 'file_unpacks_too_large'].includes(found),
				`${turn}: ${found}`
			).toBe(true);
		}
	});

	test('blocks that unpack to more than they say are refused', async () => {
		const bytes = bytesOf('blocks.zsav');
		const view = new DataView(bytes.buffer);
		// The size of the only block stands eight bytes before the end of the file.
		view.setInt32(bytes.length - 8, 64, true);
		expect(await outcome(bytes)).toBe('file_is_damaged');
	});
});

test('a set of categories is one question with several answers in a cell', async () => {
	const { table, mapping } = await readFile(bytesOf('sets.sav'));
	expect(mapping.columns.map(({ heading, role }) => [heading, role])).toEqual([
		['Bogen', 'id'],
		['angebote', 'item']
	]);
	expect(mapping.columns[1]).toMatchObject({
		delimiter: ';',
		item: {
			text: 'Welche Angebote nutzen Sie?',
			scale: { kind: 'multiple', labels: ['Garten, Hof', 'Sprachcafé', 'Beratung'] }
		}
	});
	const records = interpret(
		table,
		{
			...mapping,
			quartierForAll: 'Nord',
			waves: [{ key: '', name: 'A', from: '2025-03-01', to: '2025-04-01' }]
		},
		'2026-01-01'
	) as SurveyRecords;
	expect(records.items[0]?.chosen).toEqual([[1, 3], [2], null, [1, 2, 3], [1]]);
	expect(records.findings).toEqual([]);
});
