import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/**
 * Parts of @stdlib, and what stands in their place. One asks by `eval` whether there are generators,
 * which the content security policy reports as a violation: there are. One is a `printf` for the
 * messages of errors, which every page would load.
 */
const STDLIB: Record<string, string> = {
	'/@stdlib/assert-has-generator-support/lib/index.js': 'module.exports = () => true;',
	'/@stdlib/string-format/lib/index.js': "module.exports = (...parts) => parts.join(' ');"
};
const leanStdlib = {
	name: 'lean-stdlib',
	load: (id: string) => Object.entries(STDLIB).find(([path]) => id.includes(path))?.[1] ?? null
};

/** What most pages need comes in one piece: many small files cost more than what a page does not use of it. */
const fewerChunks = {
	name: 'fewer-chunks',
	applyToEnvironment: (environment: { name: string }) => environment.name === 'client',
	outputOptions: (options: object) => ({
		...options,
		codeSplitting: { groups: [{ name: 'shared', tags: ['$initial'], minShareCount: 4 }] }
	})
};

export default defineConfig(({ mode }) => ({
	plugins: [
		leanStdlib,
		fewerChunks,
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
		environment: 'node',
		// A busy machine is no failure, and thousands of random cases take their time.
		testTimeout: mode === 'proof' ? 900_000 : 120_000,
		hookTimeout: 120_000
	}
}));
