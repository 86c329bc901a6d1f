import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openNodeEngine } from '$lib/engine/node';
import { evaluateCommand } from './evaluate';
import { evaluated, lines, one, problem, tidyUp } from './testing';

vi.mock('$lib/engine/node', async (original) =>
	(await import('./testing')).oneEngine(await original())
);

beforeAll(() => {
	vi.setConfig({ testTimeout: 30_000 });
	return openNodeEngine();
}, 60_000);
afterAll(tidyUp);

describe('options', () => {
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
