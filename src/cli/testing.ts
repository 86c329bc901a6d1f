import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ProblemError } from '$lib/domain';
import { appendRows, type Engine } from '$lib/engine';
import type { Output, OutputRow } from './output';

type Node = { openNodeEngine: () => Promise<Engine> };

let shared: Promise<Engine> | undefined;

/**
 * Starting the engine takes longer than all the rest: one serves every command of a test file, emptied
 * each time, and stays open when a command closes it.
 */
export const oneEngine = ({ openNodeEngine }: Node): Node => ({
	openNodeEngine: async () => {
		const engine = await (shared ??= openNodeEngine());
		await appendRows(engine, [], { replace: true });
		return new Proxy(engine, {
			get: (target, name): unknown =>
				name === 'close' ? async () => undefined : Reflect.get(target, name)
		});
	}
});

/** Where a test file puts its files. */
export const folder = mkdtempSync(join(tmpdir(), 'quartierspiegel-cli-'));

/** When a test file is done: no file stays, and no engine. */
export async function tidyUp(): Promise<void> {
	rmSync(folder, { recursive: true });
	await (await shared)?.close();
}

/** Writes a file, and gives its path. */
export const written = (name: string, content: string | Uint8Array): string => {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
};

let files = 0;
export const file = (content: string | Uint8Array): string => written(`${++files}.csv`, content);
export const lines = (...rows: string[]): string => file(`${rows.join('\n')}\n`);

/** What `evaluate` answers. It is loaded late, because it opens the engine that `oneEngine` stands in for. */
export async function outputOf(...args: string[]): Promise<Output> {
	const { evaluateCommand } = await import('./evaluate');
	return JSON.parse(await evaluateCommand(args)) as Output;
}
export const evaluated = async (...args: string[]): Promise<OutputRow[]> =>
	(await outputOf(...args)).rows;
export const one = async (...args: string[]): Promise<OutputRow> => (await evaluated(...args))[0]!;
export const groups = (rows: OutputRow[], name: string) => rows.map((row) => row.group[name]);

/** The problem that work ends in; what is no problem is thrown on. */
export async function problemOf(work: Promise<unknown>): Promise<ProblemError['problem']> {
	try {
		await work;
	} catch (error) {
		if (error instanceof ProblemError) return error.problem;
		throw error;
	}
	throw new Error('no problem');
}
/** Its code alone. */
export const problem = async (work: Promise<unknown>): Promise<string> =>
	(await problemOf(work)).code;

/** R's numbers agree to a relative error of 1e-9. */
export function near(row: OutputRow, expected: Record<string, number>): void {
	for (const [name, wanted] of Object.entries(expected)) {
		const found = row[name as 'value'];
		if (found === null || Math.abs(found - wanted) > 1e-9 * Math.max(Math.abs(wanted), 1e-9))
			expect.fail(`${name} is ${found}, expected ${wanted}`);
	}
}
