import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
	{
		ignores: ['build/', '.svelte-kit/', 'src/lib/paraglide/', 'test-results/', 'playwright-report/']
	},
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
		rules: {
			eqeqeq: 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			// `import { type A }` stays an import when the types are gone; dependency-cruiser counts it so.
			'@typescript-eslint/no-import-type-side-effects': 'error',
			// `noUncheckedIndexedAccess` cannot see the bounds of a loop; `values[i]!` can say so.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// `const { domains, ...told } = result` takes something out.
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		// TypeScript finds undefined names itself, and knows the types that ESLint takes for globals.
		rules: { 'no-undef': 'off' }
	},
	{
		// With types, where tsconfig.json reaches: above all, a promise that nobody awaits is an error
		// that nobody sees.
		files: ['src/**/*.ts', 'tests/**/*.ts'],
		ignores: ['src/service-worker.ts', 'src/service-worker/**'],
		extends: [ts.configs.recommendedTypeCheckedOnly],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			// The Node twin of an asynchronous interface may have nothing to wait for.
			'@typescript-eslint/require-await': 'off'
		}
	},
	{
		// What leaves the house is made of a release. A single result has no place here.
		files: ['src/lib/export/**/*.ts'],
		ignores: ['src/lib/export/types.ts', '**/*.test.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: ['**/domain'],
							importNames: ['IndicatorResult'],
							message: 'Export takes a Release: see ReleasedPanel.'
						}
					]
				}
			]
		}
	},
	{
		// One door out: whatever leaves is released and entered in the ledger by `handing-over.svelte.ts`.
		files: ['src/routes/**'],
		ignores: ['src/routes/handing-over.ts', 'src/routes/handing-over.svelte.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'Identifier[name=/^(panelCsv|pictureSvg|toPng|zipOf)$/]',
					message: 'What leaves the house goes through handing-over.ts.'
				},
				{
					selector:
						'CallExpression[callee.property.name="release"][callee.object.property.name="source"]',
					message: 'What leaves the house goes through handing-over.svelte.ts.'
				}
			]
		}
	},
	{
		files: ['src/**'],
		ignores: ['src/cli/**'],
		rules: { 'no-console': 'error' }
	}
);
