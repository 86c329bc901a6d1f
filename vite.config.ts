import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
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
