import { describe, expect, it } from 'vitest';
import { weigh, type Asset } from './budget';

const script = (path: string, code: string, bytes = 100): Asset => ({ path, code, bytes });

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

	it('is that of the heaviest page, with what all pages have', () => {
		const assets = [
			script('_app/immutable/entry/start.js', 'import"../chunks/svelte.js";'),
			script('_app/immutable/chunks/svelte.js', '', 500),
			script('_app/immutable/nodes/0.js', 'import"../chunks/svelte.js";'),
			script('_app/immutable/nodes/1.js', 'import"../chunks/svelte.js";', 20),
			script('_app/immutable/nodes/2.js', 'import"../chunks/chart.js";', 30),
			script('_app/immutable/chunks/chart.js', '', 200)
		];
		expect(weigh(assets).beforeEngine).toBe(100 + 500 + 100 + 30 + 200);
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
