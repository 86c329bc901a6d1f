import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { evaluateCommand } from './evaluate';
import { evaluated, groups, lines, one, problem, tidyUp } from './testing';

vi.mock('$lib/engine/node', async (original) =>
	(await import('./testing')).oneEngine(await original())
);

beforeAll(() => {
	vi.setConfig({ testTimeout: 30_000 });
	return openNodeEngine();
}, 60_000);
afterAll(tidyUp);

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
