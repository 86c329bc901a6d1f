/**
 * Which way imports run, as ARCHITECTURE says it: from the roof to the ground floor, never up, never
 * to a room on the same floor, and through the front door (`index.ts`).
 */
const FLOORS = [
	['domain', 'statistics'],
	['engine'],
	['ingest', 'indicators'],
	['disclosure'],
	['words'],
	['steering', 'exchange', 'presentation'],
	['charts', 'dashboards'],
	['export', 'workspace'],
	['components'],
	['routes', 'cli']
];

/** Tests, and the helpers that they share. */
const TEST = '(?:\\.test|/testing|/generator/\\w+)\\.ts$';
const CODE = '\\.(ts|js|svelte)$';
const anyOf = (/** @type {string[]} */ rooms) => `^src/(?:lib/)?(?:${rooms.join('|')})/`;

/** Never up; a test may look beside itself, but not up either. */
const upward = FLOORS.slice(0, -1).map((rooms, level) => ({
	name: `up-from-${rooms.join('-')}`,
	comment: 'An import never runs up to a higher floor.',
	severity: 'error',
	from: { path: anyOf(rooms) },
	to: { path: anyOf(FLOORS.slice(level + 1).flat()) }
}));

const beside = FLOORS.filter((rooms) => rooms.length > 1).map((rooms) => ({
	name: `beside-${rooms.join('-')}`,
	comment: 'Two rooms on one floor do not import each other.',
	severity: 'error',
	from: { path: `^src/(?:lib/)?(${rooms.join('|')})/`, pathNot: TEST },
	to: { path: anyOf(rooms), pathNot: '^src/(?:lib/)?$1/' }
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...upward,
		...beside,
		{
			name: 'front-door',
			comment: 'A room is entered through its index.ts; only workers are named directly.',
			severity: 'error',
			from: { path: '^src/(?:lib/)?([^/]+)(?:/|$)', pathNot: TEST },
			to: {
				path: `^src/lib/(?!paraglide/).*${CODE}`,
				pathNot: [
					'^src/lib/$1/',
					'^src/lib/[^/]+/index\\.ts$',
					'\\.worker\\.ts$',
					'^src/lib/engine/(?:node|browser)\\.ts$',
					// Without runes: the command line takes it as it is.
					'^src/lib/workspace/file/index\\.ts$'
				]
			}
		},
		{
			name: 'engine-in-node',
			comment: 'The engine for Node must not get into the bundle for browsers.',
			severity: 'error',
			from: { pathNot: ['^src/cli/', TEST] },
			to: { path: '^src/lib/engine/node\\.ts$' }
		},
		{
			name: 'known-rooms',
			comment: 'A new room needs a floor in this file.',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: `^src/lib/(?!(?:${[...FLOORS.flat(), 'paraglide'].join('|')})/)` }
		},
		{
			name: 'words-stand-alone',
			comment: 'Words know the vocabulary and the messages, nothing else of ours.',
			severity: 'error',
			from: { path: '^src/lib/words/', pathNot: TEST },
			to: { path: '^src/', pathNot: '^src/lib/(?:words|domain|paraglide)/' }
		},
		{
			name: 'messages-above',
			comment: 'Below the presentation nothing speaks: errors are codes, and figures are numbers.',
			severity: 'error',
			from: {
				path: '^src/lib/',
				pathNot: [
					'^src/lib/(?:words|charts|dashboards|presentation|export|components|paraglide)/',
					TEST
				]
			},
			to: { path: '^src/lib/paraglide/' }
		},
		{
			name: 'protection-first',
			comment: 'Figures reach everybody else through disclosure; only the types are free.',
			severity: 'error',
			from: { path: '^src/', pathNot: ['^src/lib/(?:indicators|disclosure)/', TEST] },
			to: { path: '^src/lib/indicators/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'circular',
			comment: 'What depends on itself cannot be read from one end.',
			severity: 'error',
			from: {},
			to: { circular: true }
		},
		{
			name: 'tools-stay-outside',
			comment: 'What users get stands under dependencies. Svelte is compiled into the app.',
			severity: 'error',
			from: { path: '^src/', pathNot: TEST },
			to: {
				dependencyTypes: ['npm-dev'],
				dependencyTypesNot: ['type-only'],
				pathNot: '^node_modules/(?:svelte|@sveltejs/kit)/'
			}
		},
		{
			name: 'tests-only',
			comment: 'What helps tests is for tests.',
			severity: 'error',
			from: { path: '^src/', pathNot: [TEST, '\\.fixture\\.ts$'] },
			to: { path: '(/testing|\\.fixture)\\.ts$' }
		},
		{
			name: 'resolvable',
			comment: 'An import of ours that leads nowhere would pass by all rules above.',
			severity: 'error',
			from: { path: '^src/' },
			to: { couldNotResolve: true, path: '^(?:\\$lib|\\.)', pathNot: '/\\$types$' }
		}
	],
	options: {
		doNotFollow: { path: ['^node_modules/', '^src/lib/paraglide/'] },
		tsPreCompilationDeps: true,
		// The aliases again, because those of SvelteKit stand in a folder of their own.
		tsConfig: { fileName: '.dependency-cruiser.tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'svelte', 'browser', 'default'],
			mainFields: ['module', 'main']
		}
	}
};
