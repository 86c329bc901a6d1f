import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ProblemError } from '$lib/domain';
import { openNodeEngine } from '$lib/engine/node';
import { describeCommand } from './describe';
import { evaluateCommand } from './evaluate';
import type { OutputRow } from './output';
import { closeEngine } from './testing';

vi.mock('$lib/engine/node', async (original) =>
	(await import('./testing')).oneEngine(await original())
);

const folder = mkdtempSync(join(tmpdir(), 'quartierspiegel-cli-'));
beforeAll(() => {
	vi.setConfig({ testTimeout: 30_000 });
	return openNodeEngine();
}, 60_000);
afterAll(async () => {
	rmSync(folder, { recursive: true });
	await closeEngine();
});

let files = 0;
function file(content: string | Uint8Array): string {
	const path = join(folder, `${++files}.csv`);
	writeFileSync(path, content);
	return path;
}
const lines = (...rows: string[]): string => file(`${rows.join('\n')}\n`);

const evaluated = async (...args: string[]): Promise<OutputRow[]> =>
	(JSON.parse(await evaluateCommand(args)) as { rows: OutputRow[] }).rows;
const one = async (...args: string[]): Promise<OutputRow> => (await evaluated(...args))[0]!;
const groups = (rows: OutputRow[], name: string) => rows.map((row) => row.group[name]);

async function problem(work: Promise<unknown>): Promise<string> {
	try {
		await work;
	} catch (error) {
		if (error instanceof ProblemError) return error.problem.code;
		throw error;
	}
	throw new Error('no problem');
}

/** R's numbers agree to a relative error of 1e-9. */
function near(row: OutputRow, expected: Record<string, number>): void {
	for (const [name, wanted] of Object.entries(expected)) {
		const found = row[name as 'value'];
		if (found === null || Math.abs(found - wanted) > 1e-9 * Math.max(Math.abs(wanted), 1e-9))
			expect.fail(`${name} is ${found}, expected ${wanted}`);
	}
}

describe('against R', () => {
	const COPENHAGEN = 'datasets/kopenhagen-1976.csv';

	test('Copenhagen: share of High by type of building', async () => {
		const rows = await evaluated(
			COPENHAGEN,
			'--measure',
			'share',
			'--item',
			'Satisfaction',
			'--by',
			'Type'
		);
		expect(groups(rows, 'Type')).toEqual(['Apartment', 'Atrium', 'Terrace', 'Tower']);
		near(rows[0]!, { value: 0.394771241830065, n: 765, base: 765 });
		near(rows[1]!, { value: 0.401673640167364, n: 239 });
		near(rows[2]!, { value: 0.252707581227437, n: 277 });
		near(rows[3]!, { value: 0.5, n: 400 });
	});

	test('Copenhagen: mean of Low 1, Medium 2, High 3', async () => {
		const rows = await evaluated(
			COPENHAGEN,
			'--measure',
			'mean',
			'--item',
			'Satisfaction',
			'--by',
			'Type'
		);
		const reference = [
			[2.04052287581699, 0.86507557310644, 765],
			[2.13389121338912, 0.80886755875826, 239],
			[1.77256317689531, 0.82679641953977, 277],
			[2.2525, 0.827923543259708, 400]
		] as const;
		reference.forEach(([value, sd, n], at) =>
			near(rows[at]!, { value, standardError: sd / Math.sqrt(n), n })
		);
		near(await one(COPENHAGEN, '--measure', 'mean', '--item', 'Satisfaction'), { n: 1681 });
	});

	test('Copenhagen: groups with a scale stand in its order', async () => {
		const rows = await evaluated(
			COPENHAGEN,
			'--measure',
			'share',
			'--item',
			'Satisfaction',
			'--by',
			'Influence,Contact'
		);
		expect(rows.map((row) => [row.group['Influence'], row.group['Contact']])).toEqual([
			['Low', 'Low'],
			['Low', 'High'],
			['Medium', 'Low'],
			['Medium', 'High'],
			['High', 'Low'],
			['High', 'High']
		]);
	});

	test.each([
		[0, 5, 0, 0.434482464783175],
		[1, 5, 0.0362241086324301, 0.624465370237475],
		[5, 5, 0.565517535216825, 1],
		[7, 10, 0.396778147461145, 0.892208732593699],
		[15, 20, 0.531299122381256, 0.888138298592334],
		[81, 263, 0.255288519878274, 0.3662095769828],
		[412, 1000, 0.381887311279958, 0.4427861982135]
	])('Wilson %i of %i', async (x, n, low, high) => {
		const path = lines(
			'Bogen;Treff',
			...Array.from({ length: n }, (_, at) => `${at};${at < x ? 'Ja' : 'Nein'}`)
		);
		// Where nobody said yes it is no answer that could be named, and the top box all the same.
		const top = x > 0 ? ['--top', 'Ja'] : [];
		const row = await one(path, '--measure', 'share', '--item', 'Treff', '--min-n', '0', ...top);
		near(row, { value: x / n, low, high, n });
	});

	test('NPS', async () => {
		const counts = [3, 1, 2, 4, 6, 18, 12, 30, 41, 22, 35];
		const answers = counts.flatMap((count, value) => Array<number>(count).fill(value));
		const path = lines(
			'Bogen;Weiterempfehlung',
			...[...answers, '', '99'].map((value, at) => `${at};${value}`)
		);
		near(await one(path, '--measure', 'nps', '--item', 'Weiterempfehlung'), {
			value: 6.32183908045977,
			standardError: 5.82974958589589,
			n: 174
		});
	});
});

describe('weights', () => {
	const data = Array.from({ length: 60 }, (_, at) => ({
		y: (at * 7) % 11,
		w: 0.5 + ((at * 13) % 17) / 4,
		group: at % 3 ? 'B' : 'A',
		age: at % 4
	}));
	const path = lines(
		'Bogen;Punkte;Gewicht;Gruppe;Alter;Treff',
		...data.map(
			({ y, w, group, age }, at) =>
				`${at};${String(y + 0.5).replace('.', ',')};${String(w).replace('.', ',')};${group};${age};${y > 5 ? 'Ja' : 'Nein'}`
		)
	);

	/** Σwy / Σw and its linearised standard error over all 60 sheets, as R's svymean. */
	const direct = (
		y: (row: (typeof data)[number]) => number,
		kept: (row: (typeof data)[number]) => boolean = () => true
	) => {
		const rows = data.filter(kept);
		const base = rows.reduce((sum, { w }) => sum + w, 0);
		const value = rows.reduce((sum, row) => sum + row.w * y(row), 0) / base;
		const squares = rows.reduce((sum, row) => sum + (row.w * (y(row) - value)) ** 2, 0);
		return { value, standardError: Math.sqrt((60 / 59) * squares) / base, base, n: rows.length };
	};

	test('mean, share and total', async () => {
		const weight = ['--weight', 'Gewicht'];
		near(
			await one(path, '--measure', 'mean', '--item', 'Punkte', ...weight),
			direct(({ y }) => y + 0.5)
		);
		near(
			await one(path, '--measure', 'share', '--item', 'Treff', ...weight),
			direct(({ y }) => Number(y > 5))
		);
		const total = await one(path, '--measure', 'total', '--item', 'Punkte', ...weight);
		const z = data.map(({ y, w }) => w * (y + 0.5));
		const value = z.reduce((a, b) => a + b, 0);
		near(total, {
			value,
			standardError: Math.sqrt((60 / 59) * z.reduce((a, b) => a + (b - value / 60) ** 2, 0))
		});
	});

	test('of a group the design still has all sheets', async () => {
		const rows = await evaluated(
			path,
			'--measure',
			'mean',
			'--item',
			'Punkte',
			'--weight',
			'Gewicht',
			'--by',
			'Gruppe',
			'--where',
			'Alter=1',
			'--min-n',
			'0'
		);
		expect(groups(rows, 'Gruppe')).toEqual(['A', 'B']);
		for (const row of rows)
			near(
				row,
				direct(
					({ y }) => y + 0.5,
					({ group, age }) => group === row.group['Gruppe'] && age === 1
				)
			);
	});

	test('that cannot be read are refused, with their row', async () => {
		const bad = lines('Bogen;Punkte;Gewicht', '1;3;1', '2;4;viel');
		expect(
			await problem(
				evaluateCommand([bad, '--measure', 'mean', '--item', 'Punkte', '--weight', 'Gewicht'])
			)
		).toBe('bad_weight');
	});
});

describe('options', () => {
	const rows = [
		['sehr zufrieden', 'Ost', 'unter 30'],
		['eher zufrieden', 'Ost', '30 bis 44'],
		['teils/teils', 'Öde', 'unter 30'],
		['sehr unzufrieden', 'Zeile', '65 und älter'],
		['weiß nicht', 'Haus 10', 'unter 30'],
		['', 'Haus 9', 'unter 30'],
		['eher unzufrieden', 'Haus 9', 'keine Angabe'],
		['sehr zufrieden', 'Haus 10', ''],
		['eher zufrieden', 'Öde', '30 bis 44'],
		['keine Angabe', 'Ost', '30 bis 44']
	];
	const path = lines(
		'Bogen;Zufriedenheit;Ort;Alter',
		...rows.map((row, at) => [at, ...row].join(';'))
	);
	const share = [path, '--measure', 'share', '--item', 'Zufriedenheit'];

	test('the minimum base hides, and --min-n 0 does not', async () => {
		expect(await one(...share)).toEqual({
			group: {},
			value: null,
			low: null,
			high: null,
			standardError: null,
			n: null,
			base: null,
			protection: 'small-cell'
		});
		expect(await one(...share, '--min-n', '0')).toMatchObject({
			value: 4 / 7,
			n: 7,
			base: 7,
			protection: 'uncertain'
		});
		expect(await one(...share, '--min-n', '7')).toMatchObject({ n: 7 });
		expect(await one(...share, '--min-n', '8')).toMatchObject({ n: null });
	});

	test('answers for handing over, unless it is said that staff will read it', async () => {
		const three = lines(
			'Bogen;Zufriedenheit;Ort',
			...[...'a'.repeat(40), ...'b'.repeat(30), ...'c'.repeat(4)].map(
				(place, at) => `${at};sehr zufrieden;${place}`
			)
		);
		const byPlace = [three, '--measure', 'share', '--item', 'Zufriedenheit', '--by', 'Ort'];
		const protections = async (...more: string[]) =>
			(await evaluated(...byPlace, ...more)).map(({ protection }) => protection);
		expect(await protections()).toEqual(['open', 'complementary', 'small-cell']);
		expect(await protections('--audience', 'handing-over')).toEqual(await protections());
		expect(await protections('--audience', 'inside')).toEqual(['open', 'open', 'small-cell']);
		expect(await protections('--min-n', '5')).toEqual(['open', 'open', 'small-cell']);
		expect(await protections('--min-n', '5', '--audience', 'inside')).toEqual(
			await protections('--min-n', '5')
		);
		expect(await problem(evaluateCommand([...byPlace, '--audience', 'all']))).toBe(
			'unknown_audience'
		);
		const both = [...byPlace, '--min-n', '5', '--audience', 'handing-over'];
		expect(await problem(evaluateCommand(both))).toBe('min_n_inside');
	});

	test('--top, once with commas and repeated', async () => {
		const top = async (...args: string[]) => (await one(...share, '--min-n', '0', ...args)).value;
		expect(await top('--top', 'sehr zufrieden')).toBe(2 / 7);
		expect(await top('--top', 'sehr zufrieden,teils/teils')).toBe(3 / 7);
		expect(await top('--top', 'sehr zufrieden', '--top', 'teils/teils')).toBe(3 / 7);
		expect(await problem(evaluateCommand([...share, '--top', 'prima']))).toBe('unknown_top');
	});

	test('groups: values verbatim, German order with numbers, several columns', async () => {
		const byPlace = await evaluated(...share, '--min-n', '0', '--by', 'Ort');
		expect(groups(byPlace, 'Ort')).toEqual(['Haus 9', 'Haus 10', 'Öde', 'Ost', 'Zeile']);
		expect(byPlace.map((row) => row.n)).toEqual([1, 1, 2, 2, 1]);
		const byAge = await evaluated(...share, '--min-n', '0', '--by', 'Alter');
		expect(groups(byAge, 'Alter')).toEqual([
			'unter 30',
			'30 bis 44',
			'65 und älter',
			'keine Angabe'
		]);
		const both = await evaluated(...share, '--min-n', '0', '--by', 'Alter', '--by', 'Ort');
		expect(both.map((row) => [row.group['Alter'], row.group['Ort']])).toEqual([
			['unter 30', 'Öde'],
			['unter 30', 'Ost'],
			['30 bis 44', 'Öde'],
			['30 bis 44', 'Ost'],
			['65 und älter', 'Zeile'],
			['keine Angabe', 'Haus 9']
		]);
		expect(Object.keys(both[0]!)).toEqual([
			'group',
			'value',
			'low',
			'high',
			'standardError',
			'n',
			'base',
			'protection'
		]);
	});

	test('the scale of a group decides on its order, also of an item by itself', async () => {
		const rows = await evaluated(...share, '--min-n', '0', '--by', 'Zufriedenheit');
		expect(groups(rows, 'Zufriedenheit')).toEqual([
			'sehr unzufrieden',
			'eher unzufrieden',
			'teils/teils',
			'eher zufrieden',
			'sehr zufrieden'
		]);
		expect(rows.map((row) => row.value)).toEqual([0, 0, 0, 1, 1]);
	});

	test('--where: one column with several values, several columns, nobody', async () => {
		const where = async (...conditions: string[]) =>
			(
				await one(
					...share,
					'--min-n',
					'0',
					...conditions.flatMap((condition) => ['--where', condition])
				)
			)?.n;
		expect(await where('Alter=unter 30')).toBe(2);
		expect(await where('Alter=unter 30', 'Alter=30 bis 44')).toBe(4);
		expect(await where('Alter=unter 30', 'Ort=Öde')).toBe(1);
		expect(await where('Alter=keine Angabe')).toBe(1);
		expect(await where('Alter=nie')).toBeUndefined();
	});

	test('numbers: a mean as they are, a share of named ones', async () => {
		const numbers = lines(
			'Bogen;Miete',
			...['1.234,5', '800', '', 'k.A.'].map((cell, at) => `${at};${cell}`)
		);
		expect(
			await one(numbers, '--measure', 'mean', '--item', 'Miete', '--min-n', '0')
		).toMatchObject({ value: 1017.25, n: 2 });
		expect(
			await one(numbers, '--measure', 'share', '--item', 'Miete', '--top', '800', '--min-n', '0')
		).toMatchObject({ value: 0.5, n: 2 });
		expect(await problem(evaluateCommand([numbers, '--measure', 'share', '--item', 'Miete']))).toBe(
			'no_top'
		);
	});

	test('several answers: the share of those asked who chose one, in a cell or in columns', async () => {
		const cells = ['Treff; Garten', 'Garten', 'Treff; Garten', 'Treff', '', 'keine Angabe'];
		const inCell = lines('Nr;Angebote', ...cells.map((cell, at) => `${at};"${cell}"`));
		const asked = [inCell, '--measure', 'share', '--item', 'Angebote', '--min-n', '0'];
		expect(await one(...asked, '--top', 'Garten')).toMatchObject({ value: 0.75, n: 4 });
		expect(await problem(evaluateCommand(asked))).toBe('no_top');
		expect(await problem(evaluateCommand([...asked, '--top', 'Treff', '--top', 'Garten']))).toBe(
			'one_top'
		);
		expect(await problem(evaluateCommand([...asked, '--top', 'Kino']))).toBe('unknown_top');

		const spread = lines(
			'id,submitdate,lastpage,Q7[Treff],Q7[Garten]',
			'1,2025-01-02,2,Ja,Nein',
			'2,2025-01-02,2,Nein,Nein',
			'3,2025-01-02,2,Ja,N/A',
			'4,2025-01-02,2,N/A,N/A'
		);
		const treff = [spread, '--measure', 'share', '--item', 'Q7[Treff]', '--min-n', '0'];
		const garten = treff.with(4, 'Q7[Garten]');
		expect(await one(...treff)).toMatchObject({ value: 2 / 3, n: 3 });
		expect(await one(...garten)).toMatchObject({ value: 0, n: 3 });
		expect(await one(...garten, '--top', 'Nein')).toMatchObject({ value: 1, n: 2 });
	});

	test('a column by its code', async () => {
		const survey = lines(
			'id. Antwort;a. A?;b. B?;zuf[x]. Wie? [Haus];c. C?',
			'1;1;1;sehr zufrieden;1',
			'2;1;1;teils/teils;1'
		);
		expect(
			await one(survey, '--measure', 'mean', '--item', 'zuf[x]', '--min-n', '0')
		).toMatchObject({ n: 2 });
		expect(
			await one(survey, '--measure', 'mean', '--item', 'zuf[x]. Wie? [Haus]', '--min-n', '0')
		).toMatchObject({ n: 2 });
	});

	test('names of the language are names of columns', async () => {
		const odd = lines(
			'Bogen;Zustand;__proto__;constructor',
			'1;gut;a;x',
			'2;schlecht;a;y',
			'3;sehr gut;b;x'
		);
		const mean = [odd, '--measure', 'mean', '--item', 'Zustand', '--min-n', '0'];
		expect((await evaluated(...mean, '--where', 'constructor=x')).map((row) => row.n)).toEqual([2]);
		expect((await evaluated(...mean, '--where', '__proto__=b')).map((row) => row.n)).toEqual([1]);
		const rows = await evaluated(...mean, '--by', '__proto__');
		expect(rows.map((row) => row.n)).toEqual([2, 1]);
	});
});

describe('what nobody named', () => {
	const path = lines(
		'Bogen;F1',
		...Array.from({ length: 60 }, (_, at) => `${at};${[1, 2, 3, 4, 5, 9][at % 6]}`)
	);
	const told = async (...args: string[]) => {
		const guesses: string[] = [];
		await evaluateCommand([path, '--item', 'F1', ...args], ({ code }) => guesses.push(code));
		return guesses;
	};

	test('is said: the top box and the codes of no answer of a scale without words', async () => {
		expect(await told('--measure', 'share')).toEqual(['guessed_top', 'guessed_missing']);
		expect(await told('--measure', 'mean')).toEqual(['guessed_missing']);
	});

	test('is not said of what was named, or of what words decide', async () => {
		expect(await told('--measure', 'share', '--top', '4,5')).toEqual(['guessed_missing']);
		const worded: string[] = [];
		const sample = 'datasets/beispiel-mieterbefragung.csv';
		const args = [sample, '--measure', 'share', '--item', 'Zufriedenheit insgesamt'];
		await evaluateCommand(args, ({ code }) => worded.push(code));
		expect(worded).toEqual([]);
	});
});

describe('formats', () => {
	const path = lines(
		'Bogen;Weiterempfehlung;Ort',
		...[0, 0, 10, 3, 10, 10].map((value, at) =>
			`${at};${value};${at < 3 ? '=cmd()' : 'Ost; West'}`.replace('Ost; West', '"Ost; West"')
		)
	);
	const nps = [
		path,
		'--measure',
		'nps',
		'--item',
		'Weiterempfehlung',
		'--by',
		'Ort',
		'--min-n',
		'0'
	];

	test('csv: numbers stay numbers, formulas become text', async () => {
		const { data } = Papa.parse<Record<string, string>>(
			await evaluateCommand([...nps, '--format', 'csv']),
			{ header: true }
		);
		expect(Object.keys(data[0]!)).toEqual([
			'Ort',
			'value',
			'low',
			'high',
			'standardError',
			'n',
			'base',
			'protection'
		]);
		expect(data.map((row) => [row['Ort'], row['n'], row['protection']])).toEqual([
			["'=cmd()", '3', 'uncertain'],
			['Ost; West', '3', 'uncertain']
		]);
		expect(Number(data[0]!['value'])).toBeCloseTo(-100 / 3, 10);
		expect(Number(data[0]!['low'])).toBe(-100);
	});

	test('csv: what is hidden is empty', async () => {
		const text = await evaluateCommand([...nps, '--format', 'csv', '--min-n', '5']);
		expect(text.split('\n')[2]).toBe('Ost; West,,,,,,,small-cell');
	});

	test('table: a heading and a line per row, in columns', async () => {
		const [heading, first, second] = (await evaluateCommand([...nps, '--format', 'table'])).split(
			'\n'
		);
		expect(heading).toMatch(/^Ort +value +low +high +standardError +n +base +protection$/);
		expect(first).toMatch(/^=cmd\(\) +-33\.3333 /);
		expect(second!.indexOf('uncertain')).toBe(heading!.indexOf('protection'));
	});
});

describe('problems', () => {
	const path = lines('Bogen;Zustand;Gebäude', '1;gut;Turm', '2;schlecht;Atrium');
	test.each([
		['usage', []],
		['usage', [path]],
		['usage', [path, path, '--measure', 'mean', '--item', 'Zustand']],
		['unknown_measure', [path, '--measure', 'mode', '--item', 'Zustand']],
		['unknown_column', [path, '--measure', 'mean', '--item', 'Zustände']],
		['unknown_column', [path, '--measure', 'mean', '--item', 'Zustand', '--by', 'x']],
		['unknown_column', [path, '--measure', 'mean', '--item', 'Zustand', '--where', 'x=1']],
		['unknown_column', [path, '--measure', 'mean', '--item', 'Zustand', '--weight', 'x']],
		['bad_where', [path, '--measure', 'mean', '--item', 'Zustand', '--where', 'Gebäude']],
		['bad_min_n', [path, '--measure', 'mean', '--item', 'Zustand', '--min-n=-1']],
		['bad_min_n', [path, '--measure', 'mean', '--item', 'Zustand', '--min-n', 'viele']],
		['unknown_option', [path, '--measure', 'mean', '--item', 'Zustand', '--format', 'xml']],
		['unknown_option', [path, '--measure', 'mean', '--item', 'Zustand', '--sort', 'up']],
		['not_numeric', [path, '--measure', 'mean', '--item', 'Gebäude']],
		['not_nps', [path, '--measure', 'nps', '--item', 'Zustand']],
		['file_unreadable', [join(folder, 'nowhere.csv'), '--measure', 'mean', '--item', 'Zustand']],
		['file_unreadable', [folder, '--measure', 'mean', '--item', 'Zustand']]
	])('%s: %j', async (code, args) => {
		expect(await problem(evaluateCommand(args))).toBe(code);
	});

	test('of a file name the file', async () => {
		const empty = file('');
		const error = await describeCommand([empty]).catch((thrown: unknown) => thrown);
		expect((error as ProblemError).problem).toEqual({
			code: 'file_empty',
			params: {},
			place: { file: `${files}.csv` }
		});
		expect(await problem(describeCommand([]))).toBe('usage');
		expect(await problem(describeCommand([file(Uint8Array.of(0x50, 0x4b, 3, 4))]))).toBe(
			'file_is_damaged'
		);
		expect(await problem(describeCommand([lines('eine Spalte', 'a')]))).toBe('one_column');
	});
});

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

describe('from the shell', () => {
	const run = async (args: string[], locale = 'C') => {
		const command = promisify(execFile);
		const env = { ...process.env, LC_ALL: locale };
		try {
			const script = ['node_modules/tsx/dist/cli.mjs', 'src/cli/main.ts'];
			return { status: 0, ...(await command(process.execPath, [...script, ...args], { env })) };
		} catch (error) {
			const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
			return { status: code, stdout, stderr };
		}
	};
	/** Lines that npm itself may print are none of ours. */
	const own = (text: string) =>
		text.split('\n').filter((line) => line !== '' && !/^npm (warn|notice)/i.test(line));

	test('the answer on standard output, and nothing else', async () => {
		const { status, stdout, stderr } = await run([
			'evaluate',
			'datasets/kopenhagen-1976.csv',
			'--measure',
			'share',
			'--item',
			'Satisfaction',
			'--by',
			'Type'
		]);
		expect([status, own(stderr)]).toEqual([0, []]);
		const { rows } = JSON.parse(stdout) as { rows: OutputRow[] };
		near(rows[3]!, { value: 0.5, n: 400 });
	}, 30_000);

	test.each([
		[['describe', 'nowhere.csv'], 'C', /^nowhere\.csv lässt sich nicht lesen/],
		[['describe', 'nowhere.csv'], 'en_GB.UTF-8', /^nowhere\.csv cannot be read/],
		[['evaluate', 'a.csv', '--min-n', '-1'], 'C', /--min-n/]
	])(
		'a problem with %j (%s): status 2, one line on standard error, nothing on standard output',
		async (args, locale, sentence) => {
			const { status, stdout, stderr } = await run(args, locale);
			expect(status).toBe(2);
			expect(stdout).toBe('');
			expect(own(stderr)).toHaveLength(1);
			expect(own(stderr)[0]).toMatch(sentence);
		},
		30_000
	);
});
