import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import {
	fromPlaywright,
	fromVitest,
	judged,
	lastLine,
	single,
	sum,
	type Counts,
	type PlaywrightReport,
	type VitestReport
} from './counts';
import { leftOut } from './servers';

/** One check. `count` reads what a test runner wrote; any other gate is one test itself. */
type Gate = { name: string; command: string; count?: () => Promise<Counts> };

const reports = await mkdtemp(join(tmpdir(), 'quartierspiegel-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const read = async <Report>(path: string): Promise<Report> =>
	JSON.parse(await readFile(path, 'utf8')) as Report;

/**
 * The gates, stage by stage. Those of one stage change no files and run two at a time; what writes
 * the generated words (prepare, Vitest, build) runs alone, so that nobody reads them half written.
 */
const stages: Gate[][] = [
	[{ name: 'messages and sync', command: 'npm run --silent prepare' }],
	[
		{ name: 'svelte-check', command: 'svelte-check --fail-on-warnings --output human' },
		{ name: 'types of the service worker', command: 'tsc -p src/service-worker' },
		{ name: 'eslint', command: 'eslint .' },
		{ name: 'prettier', command: 'prettier --check .' },
		{ name: 'import directions', command: 'depcruise src --output-type err-long' },
		{ name: 'knip', command: 'knip' }
	],
	[
		{
			name: 'vitest',
			command: `vitest run --reporter=default --reporter=json --outputFile.json="${vitestReport}"`,
			count: async () => fromVitest(await read<VitestReport>(vitestReport))
		}
	],
	[{ name: 'build', command: 'npm run --silent build' }],
	[{ name: 'size budget', command: 'tsx scripts/budget.ts' }],
	[
		{
			name: 'playwright',
			command:
				'tsx scripts/browser.ts && playwright test --grep-invert @proof --reporter=list,json',
			count: async () => fromPlaywright(await read<PlaywrightReport>(playwrightReport))
		}
	]
];

/** Names of the gates that did not pass. */
const failed: string[] = [];

const environment = {
	...process.env,
	// A server left over from elsewhere must not answer for this build.
	CI: '1',
	PATH: [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter),
	PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport
};

/** Runs a command; its output appears at once, or all together at the end when others run beside it. */
const run = (command: string, beside: boolean): Promise<{ succeeded: boolean; output: string }> =>
	new Promise((done) => {
		const child = spawn(command, {
			shell: true,
			env: environment,
			stdio: ['ignore', beside ? 'pipe' : 'inherit', beside ? 'pipe' : 'inherit']
		});
		const output: Buffer[] = [];
		child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
		child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
		child.on('error', (error) => done({ succeeded: false, output: String(error) }));
		child.on('close', (code) =>
			done({ succeeded: code === 0, output: Buffer.concat(output).toString() })
		);
	});

async function pass(gate: Gate, beside: boolean): Promise<Counts> {
	const start = performance.now();
	if (!beside) console.log(`\n── ${gate.name}`);
	const { succeeded, output } = await run(gate.command, beside);
	if (beside) console.log(`\n── ${gate.name}\n${output.trimEnd()}`);
	const counts = gate.count
		? judged(await gate.count().catch(() => undefined), succeeded)
		: single(succeeded);
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	if (counts.failed) failed.push(gate.name);
	console.log(`── ${gate.name}: ${counts.failed ? 'FAILED' : 'passed'} (${seconds} s)`);
	return counts;
}

/** Runs the gates of a stage, two at a time; a failing one does not keep the next from running. */
async function passAll(gates: Gate[]): Promise<Counts[]> {
	const waiting = [...gates];
	const results: Counts[] = [];
	const worker = async () => {
		for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
			results.push(await pass(gate, gates.length > 1));
		}
	};
	await Promise.all([worker(), worker()]);
	return results;
}

const results: Counts[] = [];
for (const stage of stages) results.push(...(await passAll(stage)));
await rm(reports, { recursive: true, force: true });

const total = sum(results);
// Whoever sees no more than the end of a long output still learns where to look.
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
const missing = leftOut();
if (missing) console.log(`\n${missing}`);
console.log(`\n${lastLine(total)}`);
process.exitCode = total.failed ? 1 : 0;
