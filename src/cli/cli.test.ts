import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { ProblemError } from '$lib/domain';
import { describeCommand } from './describe';
import { evaluateCommand } from './evaluate';
import type { OutputRow } from './output';
import { file, folder, lines, near, problem, tidyUp } from './testing';

vi.mock('$lib/engine/node', async (original) =>
	(await import('./testing')).oneEngine(await original())
);

afterAll(tidyUp);

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
			place: { file: basename(empty) }
		});
		expect(await problem(describeCommand([]))).toBe('usage');
		expect(await problem(describeCommand([file(Uint8Array.of(0x50, 0x4b, 3, 4))]))).toBe(
			'file_is_damaged'
		);
		expect(await problem(describeCommand([lines('eine Spalte', 'a')]))).toBe('one_column');
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
