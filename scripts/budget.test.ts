import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { isEngine, weigh, type Asset } from './budget';

/** What the app's bundler makes of a module, minified. */
async function bundled(source: string): Promise<string> {
	const entry = '\0sample';
	const result = await build({
		configFile: false,
		logLevel: 'silent',
		build: { write: false, minify: true, rollupOptions: { input: entry } },
		plugins: [
			{
				name: 'sample',
				resolveId: (id) => (id === entry ? id : null),
				load: (id) => (id === entry ? source : null)
			}
		]
	});
	if (!('output' in result)) throw new Error('one bundle expected');
	return result.output.map((file) => ('code' in file ? file.code : '')).join('');
}

const script = (path: string, code: string, bytes = 100): Asset => ({ path, code, bytes });

describe('the engine is told by its content', () => {
	it.each([
		`import { AsyncDuckDB } from '@duckdb/duckdb-wasm'; globalThis.sample = AsyncDuckDB;`,
		`import { tableFromArrays } from 'apache-arrow'; globalThis.sample = tableFromArrays;`,
		`import { Utf8 } from 'apache-arrow'; globalThis.sample = Utf8;`
	])('%s', async (source) => {
		expect(isEngine(script('chunks/x.js', await bundled(source)))).toBe(true);
	});

	it.each([
		`import { z } from 'zod'; globalThis.sample = z;`,
		`import papaparse from 'papaparse'; globalThis.sample = papaparse;`,
		`import { init } from 'echarts/core'; globalThis.sample = init;`,
		`globalThis.sample = '/_app/immutable/assets/duckdb-eh.wasm';`
	])('and other code is not taken for it: %s', async (source) => {
		expect(isEngine(script('chunks/x.js', await bundled(source)))).toBe(false);
	});

	it('or by its file name', () => {
		expect(isEngine(script('assets/duckdb-browser-eh.worker-Ab12.js', ''))).toBe(true);
	});
});

describe('the weight', () => {
	const engine = (path: string) => script(path, 'x="INSERT_ARROW_FROM_IPC_STREAM"', 1000);
	const wasm = { path: 'assets/duckdb.wasm', bytes: 5000 };

	it('leaves out an engine that is loaded later', () => {
		const assets = [
			script('_app/immutable/nodes/0.js', 'import{a}from"../chunks/a.js";'),
			script('_app/immutable/chunks/a.js', 'const e=()=>import("./engine.js");export{e as a}'),
			engine('_app/immutable/chunks/engine.js'),
			wasm
		];
		expect(weigh(assets)).toEqual({ beforeEngine: 200, everything: 6200 });
	});

	it('counts an engine that a page waits for', () => {
		const assets = [
			script('_app/immutable/nodes/0.js', 'import"../chunks/a.js";'),
			script('_app/immutable/chunks/a.js', 'export*from"./engine.js";'),
			engine('_app/immutable/chunks/engine.js')
		];
		expect(weigh(assets).beforeEngine).toBe(1200);
	});
});
