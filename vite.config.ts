import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/**
 * A part of @stdlib asks by `eval` whether there are generators, which the content security policy
 * reports as a violation. There are.
 */
const stdlibWithoutEval = {
	name: 'stdlib-without-eval',
	load: (id: string) =>
		id.includes('/@stdlib/assert-has-generator-support/lib/index.js')
			? 'module.exports = () => true;'
			: null
};

export default defineConfig({
	plugins: [
		stdlibWithoutEval,
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			outputStructure: 'message-modules',
			strategy: ['localStorage', 'baseLocale']
		}),
		sveltekit()
	],
	worker: { format: 'es' },
	build: { assetsInlineLimit: 0 },
	test: {
		include: ['src/**/*.test.ts', 'datasets/**/*.test.ts', 'scripts/**/*.test.ts'],
		environment: 'node'
	}
});
