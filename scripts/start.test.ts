import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { takeOut } from './start';

const PAGE = `<head>
	<meta http-equiv="content-security-policy" content="script-src 'self' 'sha256-abc+/=' 'wasm-unsafe-eval'">
	<script src="/last-view.js"></script>
</head>
<div>
			<script>
				{
					__sveltekit_1 = {
						base: ""
					};

					const element = document.currentScript.parentElement;

					Promise.all([
						import("/_app/immutable/entry/start.A.js"),
						import("/_app/immutable/entry/app.B.js")
					]).then(([kit, app]) => {
						kit.start(app, element);
					});
				}
			</script>
</div>`;

describe('the start of the app', () => {
	it('stands in a file of its own, and the policy needs no hash', () => {
		const { page, path } = takeOut(PAGE);
		expect(path).toMatch(/^_app\/immutable\/entry\/begin\.[\w-]{8}\.js$/);
		expect(page).toContain(`<script src="/${path}"></script>`);
		expect(page).toContain(`content="script-src 'self' 'wasm-unsafe-eval'"`);
		expect(page).not.toContain('<script>');
	});

	it.each([
		['https://example.org/', ''],
		['https://example.org/soziales/spiegel/', '/soziales/spiegel']
	])('finds the app at %s', async (address, base) => {
		const { path, script } = takeOut(PAGE);
		const currentScript = { src: address + path, parentElement: 'element' };
		const loaded: string[] = [];
		const started = new Promise((start) => {
			const load = (name: string) =>
				loaded.push(name) && { start: (_: unknown, at: unknown) => start(at) };
			const global = { URL, document: { currentScript }, load, __sveltekit_1: {} };
			runInNewContext(script.replaceAll('import(', 'load('), global);
			expect(global.__sveltekit_1).toEqual({ base });
		});
		expect(await started).toBe('element');
		expect(loaded).toEqual(['./start.A.js', './app.B.js']);
	});

	it.each([
		['two scripts', PAGE.replace('</div>', '<script>1</script></div>')],
		['no script', PAGE.replace(/<script>[\s\S]*<\/script>/, '')],
		['another base', PAGE.replace('base: ""', 'base: "/x"')],
		['another import', PAGE.replace('/entry/app', '/app')]
	])('is refused where the page has %s', (_, page) => {
		expect(() => takeOut(page)).toThrow('scripts/start.ts');
	});
});
