import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

type Report = { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };

/** A house in which every rule is broken once, and beside it what looks alike and is allowed. */
const HOUSE: Record<string, string> = {
	'package.json': '{ "name": "house", "type": "module", "devDependencies": { "tool": "1.0.0" } }',
	'.dependency-cruiser.tsconfig.json': `{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler",
		"verbatimModuleSyntax": true, "allowImportingTsExtensions": true,
		"paths": { "$lib": ["./src/lib"], "$lib/*": ["./src/lib/*"] } } }`,
	'node_modules/tool/package.json': '{ "name": "tool", "version": "1.0.0", "main": "index.js" }',
	'node_modules/tool/index.js': 'export const tool = 1;',
	'src/lib/paraglide/messages.js': 'export const m = {};',

	'src/lib/domain/index.ts': `export * from './item'; export * from './upward';`,
	'src/lib/domain/item.ts': `export type Item = string;`,
	'src/lib/domain/upward.ts': `import { engine } from '$lib/engine'; export const a = engine;`,
	'src/lib/domain/typed.ts': `import type { Page } from '$lib/dashboards'; export type A = Page;`,
	'src/lib/domain/item.test.ts': `import { engine } from '$lib/engine'; engine;`,
	'src/lib/statistics/index.ts': `export const mean = 1;`,
	'src/lib/statistics/testing.ts': `import { tool } from 'tool'; export const near = tool;`,
	'src/lib/statistics/helped.ts': `import { near } from './testing'; export const a = near;`,
	'src/lib/statistics/mean.test.ts': `import { a } from '$lib/domain/upward'; import { near } from './testing'; [a, near];`,
	'src/lib/engine/index.ts': `import worker from './sql.worker.ts?worker&url'; export const engine = worker;`,
	'src/lib/engine/sql.worker.ts': `export default 1;`,
	'src/lib/engine/node.ts': `export const node = 1;`,
	'src/lib/engine/inside.ts': `export { node } from './node';`,
	'src/lib/indicators/index.ts': `import { engine } from '$lib/engine'; export const evaluate = engine; export type Result = 1;`,
	'src/lib/indicators/words.ts': `import { m } from '$lib/paraglide/messages'; export const a = m;`,
	'src/lib/ingest/index.ts': `import { evaluate } from '$lib/indicators'; import { mean } from '$lib/statistics'; export const a = [evaluate, mean];`,
	'src/lib/disclosure/index.ts': `export { evaluate } from '$lib/indicators';`,
	'src/lib/words/index.ts': `import type { Item } from '$lib/domain'; import { m } from '$lib/paraglide/messages'; export const words = m as Item;`,
	'src/lib/words/more.ts': `import { mean } from '$lib/statistics'; export const a = mean;`,
	'src/lib/presentation/upward.ts': `import { page } from '$lib/dashboards'; export const a = page;`,
	'src/lib/charts/index.ts': `import type { Result } from '$lib/indicators'; import { words } from '$lib/words'; export const chart = words as Result;`,
	'src/lib/charts/across.ts': `import { page } from '$lib/dashboards'; export const a = page;`,
	'src/lib/charts/Chart.svelte': `<script lang="ts">import { evaluate } from '$lib/indicators'; import type { Page } from '$lib/dashboards'; const a: Page = evaluate;</script>{a}`,
	'src/lib/dashboards/index.ts': `import { m } from '$lib/paraglide/messages'; export const page = m; export type Page = 1;`,
	'src/lib/dashboards/past.ts': `import { a } from '$lib/charts/across'; import worker from '$lib/engine/sql.worker.ts?worker&url'; export const b = [a, worker];`,
	'src/lib/dashboards/round.ts': `import { b } from './about'; export const a = b;`,
	'src/lib/dashboards/about.ts': `import { a } from './round'; export const b = a;`,
	'src/lib/dashboards/tool.ts': `import { tool } from 'tool'; export const a = tool;`,
	'src/lib/dashboards/nowhere.ts': `import { a } from '$lib/nowhere'; import { goto } from '$app/navigation'; export const b = [a, goto];`,
	'src/lib/cellar/index.ts': `export const cellar = 1;`,
	'src/routes/+page.ts': `import { cellar } from '$lib/cellar'; import { page } from '$lib/dashboards'; export const a = [page, cellar];`,
	'src/routes/past.ts': `import { node } from '$lib/engine/node'; export const a = node;`,
	'src/cli/main.ts': `import { node } from '$lib/engine/node'; export const a = node;`,
	'src/app.ts': `import { a } from '$lib/charts/across'; export const b = a;`
};

/** Every breach as `rule: from → to`, short enough to read. */
let breaches: string[];

async function cruise(folder: string): Promise<Report> {
	const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
	const rules = resolve('.dependency-cruiser.mjs');
	const args = [program, 'src', '--config', rules, '--output-type', 'json'];
	return new Promise((done, failed) => {
		execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (error, stdout, stderr) => {
			if (stdout) done(JSON.parse(stdout) as Report);
			else failed(error ?? new Error(stderr));
		});
	});
}

beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'directions-'));
	for (const [path, code] of Object.entries(HOUSE)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), code);
	}
	const { summary } = await cruise(folder);
	await rm(folder, { recursive: true });
	const short = (path: string) => path.replace(/^src\/(lib\/)?/, '');
	breaches = summary.violations
		.map(({ rule, from, to }) => `${rule.name}: ${short(from)} → ${short(to)}`)
		.sort();
}, 60_000);

const BREACHES = [
	'beside-ingest-indicators: ingest/index.ts → indicators/index.ts',
	'beside-charts-dashboards: charts/across.ts → dashboards/index.ts',
	'beside-charts-dashboards: dashboards/past.ts → charts/across.ts',
	'circular: dashboards/about.ts → dashboards/round.ts',
	'engine-in-node: engine/inside.ts → engine/node.ts',
	'engine-in-node: routes/past.ts → engine/node.ts',
	'front-door: app.ts → charts/across.ts',
	'front-door: dashboards/past.ts → charts/across.ts',
	'known-rooms: routes/+page.ts → cellar/index.ts',
	'messages-above: indicators/words.ts → paraglide/messages.js',
	'protection-first: charts/Chart.svelte → indicators/index.ts',
	'protection-first: ingest/index.ts → indicators/index.ts',
	'resolvable: dashboards/nowhere.ts → $lib/nowhere',
	'tests-only: statistics/helped.ts → statistics/testing.ts',
	'tools-stay-outside: dashboards/tool.ts → node_modules/tool/index.js',
	'up-from-domain-statistics: domain/item.test.ts → engine/index.ts',
	'up-from-domain-statistics: domain/typed.ts → dashboards/index.ts',
	'up-from-domain-statistics: domain/upward.ts → engine/index.ts',
	'up-from-steering-exchange-presentation: presentation/upward.ts → dashboards/index.ts',
	'words-stand-alone: words/more.ts → statistics/index.ts'
];

it('finds each breach', () => {
	expect(breaches).toEqual(expect.arrayContaining(BREACHES));
});

it('finds nothing where all is well', () => {
	expect(breaches.filter((breach) => !BREACHES.includes(breach))).toEqual([]);
});
