import { afterAll, describe, expect, test } from 'vitest';
import { describeCommand } from './describe';
import { file, lines, problem, tidyUp } from './testing';

afterAll(tidyUp);

describe('describe', () => {
	const described = async (path: string) =>
		JSON.parse(await describeCommand([path])) as {
			kind: string;
			columns: {
				heading: string;
				role: string;
				index: number;
				settled: boolean;
				item?: object;
				dropped?: string;
			}[];
		};

	test('a survey', async () => {
		const found = await described('datasets/beispiel-mieterbefragung.csv');
		expect(found).toMatchObject({
			file: 'beispiel-mieterbefragung.csv',
			kind: 'survey',
			tool: 'csv',
			encoding: 'utf-8-bom',
			separator: ';',
			headerRows: 1,
			rows: 7866
		});
		expect(found.columns.slice(0, 7).map((column) => column.role)).toEqual([
			'id',
			'date',
			'wave',
			'quartier',
			'demography',
			'demography',
			'demography'
		]);
		expect(found.columns.slice(7, -1).every((column) => column.role === 'item')).toBe(true);
		// The sample is settled as it is: nobody has to confirm anything.
		expect(found.columns.every(({ settled }) => settled)).toBe(true);
		// What people wrote stays out unless the user wants it in.
		expect(found.columns.at(-1)?.role).toBe('text');
		expect(found.columns[7]).toEqual({
			index: 7,
			heading: 'Zufriedenheit insgesamt',
			role: 'item',
			certain: true,
			settled: true,
			battery: null,
			evidence: ['words'],
			item: {
				kind: 'ordinal',
				code: 'Zufriedenheit insgesamt',
				text: 'Zufriedenheit insgesamt',
				topic: 'overall',
				group: null,
				scale: 'satisfaction5',
				points: 5,
				labels: [
					'sehr unzufrieden',
					'eher unzufrieden',
					'teils/teils',
					'eher zufrieden',
					'sehr zufrieden'
				],
				topBox: ['eher zufrieden', 'sehr zufrieden'],
				direction: 'higher-better',
				nonSubstantive: expect.arrayContaining(['weiß nicht', 'keine Angabe']) as string[]
			}
		});
	});

	test('what may be personal is dropped and not certain, with its reason', async () => {
		const path = lines(
			'Bogen;Hauptmieter/in;Zufriedenheit',
			...Array.from(
				{ length: 12 },
				(_, at) => `${at};Mieter${at}, Anna;${at % 2 ? 'gut' : 'schlecht'}`
			)
		);
		expect((await described(path)).columns[1]).toMatchObject({
			role: 'dropped',
			certain: false,
			settled: false,
			dropped: 'name'
		});
	});

	test('a codebook that fits no column is said', async () => {
		const codebook = file(JSON.stringify({ fields: [{ name: 'Frage 7', title: 'Wie laut?' }] }));
		const told: string[] = [];
		const data = lines('Bogen;Miete', '1;500 €', '2;510 €', '3;620 €');
		const answer = await describeCommand([data, '--codebook', codebook], ({ code }) =>
			told.push(code)
		);
		expect(told).toEqual(['codebook_fits_nothing']);
		expect(JSON.parse(answer)).toMatchObject({
			columns: [{}, { item: { kind: 'numeric', unit: '€' } }]
		});
	});

	test('--strict ends with 1 where somebody has to look, and only there', async () => {
		const coded = lines(
			'Bogen;F1',
			...Array.from({ length: 12 }, (_, at) => `${at};${(at % 5) + 1}`)
		);
		const status = async (path: string) => {
			process.exitCode = 0;
			await describeCommand([path, '--strict']);
			const found = process.exitCode;
			process.exitCode = 0;
			return found;
		};
		expect(await status(coded)).toBe(1);
		expect(await status('datasets/beispiel-mieterbefragung.csv')).toBe(0);
		expect(await problem(describeCommand(['--strict']))).toBe('usage');
	});

	test('supportCase', async () => {
		const found = await described('datasets/beispiel-faelle.csv');
		expect(found).toMatchObject({
			kind: 'supportCase',
			encoding: 'windows-1252',
			separator: ';',
			rows: 4249
		});
		expect(found.columns.map((column) => column.role)).toEqual([
			'id',
			'quartier',
			'date',
			'closed',
			'area',
			'topic',
			'access',
			'workform',
			'outcome',
			'demography',
			'demography'
		]);
	});

	test('master data', async () => {
		expect(await described('datasets/beispiel-quartiere.csv')).toMatchObject({
			kind: 'quartierYear',
			encoding: 'utf-8-bom',
			rows: 64
		});
	});

	test('what is dropped, and why', async () => {
		const found = await described(
			file(
				Uint8Array.from(
					'Name;Straße;E-Mail;Zustand\nMüller;Am See;a@example.org;gut\nMaier;Am See;b@example.org;schlecht\n',
					(sign) => sign.charCodeAt(0)
				)
			)
		);
		expect(found).toMatchObject({ encoding: 'windows-1252', rows: 2 });
		expect(found.columns.map((column) => column.dropped)).toEqual([
			'name',
			'address',
			'email',
			undefined
		]);
	});
});
