import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/licences.ts';
import { messagesByKey } from './scripts/message-keys.ts';

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

/** Who only asks the database writes no Arrow, and need not fetch what does. */
const arrowOnlyIfUsed = {
	name: 'arrow-only-if-used',
	transform: (code: string, id: string) =>
		id.endsWith('/src/lib/engine/arrow.ts') ? { code, moduleSideEffects: false } : null
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

/** Words are compiled to code that is not in the package itself. */
const { inPages, inWorkers } = licences(['@inlang/paraglide-js']);

/** Tests that put something in a module's place. */
const ALONE = [
	'src/cli/**/*.test.ts',
	'src/lib/ingest/scales/proof.test.ts',
	'src/routes/results.test.ts'
];

export default defineConfig(({ mode }) => ({
	plugins: [
		leanStdlib,
		arrowOnlyIfUsed,
		fewerChunks,
		inPages,
		messagesByKey,
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			outputStructure: 'message-modules',
			strategy: ['localStorage', 'baseLocale']
		}),
		sveltekit()
	],
	worker: { format: 'es', plugins: () => [leanStdlib, arrowOnlyIfUsed, messagesByKey, inWorkers] },
	build: { assetsInlineLimit: 0 },
	test: {
		environment: 'node',
		// A busy machine is no failure, and thousands of random cases take their time.
		testTimeout: mode === 'proof' ? 900_000 : 120_000,
		hookTimeout: 120_000,
		// By itself it leaves one core idle, which is half of a small machine.
		maxWorkers: '100%',
		projects: [
			{ extends: true, mode, test: { name: 'alone', include: ALONE } },
			{
				extends: true,
				mode,
				test: {
					name: 'together',
					include: ['src/**/*.test.ts', 'datasets/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: ALONE,
					// Modules are loaded once for all of them: that is a third of the time.
					isolate: false
				}
			}
		]
	}
}));
