import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { licences, licencesOf, packageFolder, type Licences } from './licences';

it('a module belongs to the innermost package that it lies in', () => {
	const folder = (id: string) => packageFolder(id)?.replace(/^.*?(?=node_modules)/, '');
	expect(folder('/app/node_modules/echarts/lib/a.js')).toBe('node_modules/echarts');
	expect(folder('/app/node_modules/@noble/hashes/hmac.js?url')).toBe('node_modules/@noble/hashes');
	expect(folder('\0/app/node_modules/echarts/node_modules/tslib/tslib.js')).toBe(
		'node_modules/echarts/node_modules/tslib'
	);
	expect(folder('/app/src/lib/charts/index.ts')).toBeUndefined();
});

it('a package without a licence, or without its text, is refused', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'licences-'));
	try {
		const manifest = { name: 'silent', version: '1.0.0', license: 'MIT' };
		await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
		expect(() => licencesOf([folder])).toThrow('silent');
		await writeFile(join(folder, 'LICENSE'), 'As you like.\r\n');
		const { packages, texts } = licencesOf([folder]);
		expect(packages).toEqual([{ name: 'silent', version: '1.0.0', licence: 'MIT', texts: [0] }]);
		expect(texts).toEqual(['As you like.']);
		await writeFile(
			join(folder, 'package.json'),
			JSON.stringify({ ...manifest, license: undefined })
		);
		expect(() => licencesOf([folder])).toThrow('silent');
	} finally {
		await rm(folder, { recursive: true });
	}
});

it('the build lists what is in pages, in workers and in style sheets, and nothing else', async () => {
	const root = await mkdtemp(join(process.cwd(), '.svelte-kit', 'licences-'));
	try {
		await mkdir(join(root, 'src'));
		const write = (name: string, text: string) => writeFile(join(root, 'src', name), text);
		await write('worker.js', "import { zipSync } from 'fflate'; postMessage(zipSync({}));");
		await write('style.css', "@import '@fontsource-variable/source-sans-3/wght.css';");
		await write(
			'main.js',
			`import './style.css';
			import { wrap } from 'comlink';
			import { z } from 'zod';
			import wasm from '@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url';
			import Work from './worker.js?worker';
			console.log(wrap(new Work()), wasm);`
		);
		const { inPages, inWorkers } = licences();
		const built = await build({
			root,
			configFile: false,
			logLevel: 'error',
			plugins: [inPages],
			worker: { format: 'es', plugins: () => [inWorkers] },
			build: {
				write: false,
				minify: false,
				assetsInlineLimit: 0,
				rollupOptions: { input: join(root, 'src/main.js'), treeshake: { moduleSideEffects: false } }
			}
		});
		if (!('output' in built)) throw new TypeError('no output');
		const list = built.output.find(({ fileName }) => fileName === 'licences.json');
		const source = list && 'source' in list ? String(list.source) : '';
		const { packages } = JSON.parse(source) as Licences;
		expect(packages.map(({ name }) => name)).toEqual([
			'@duckdb/duckdb-wasm',
			'@fontsource-variable/source-sans-3',
			'comlink',
			'fflate'
		]);
	} finally {
		await rm(root, { recursive: true });
	}
});
