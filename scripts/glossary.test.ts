import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { filesUnder } from './files';

/** Names of the last column that begin with a capital letter: types. */
async function typesOfGlossary(): Promise<string[]> {
	const text = await readFile('docs/glossary.md', 'utf8');
	const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
	const names = rows.slice(1).flatMap((row) => {
		const [, , , last = ''] = row.split('|');
		return [...last.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
	});
	return names.filter((name) => /^[A-Z]\w*$/.test(name));
}

const code = async (): Promise<{ path: string; text: string }[]> => {
	const paths = (await filesUnder('src')).filter(
		(path) => /\.(ts|svelte)$/.test(path) && !path.includes('paraglide')
	);
	return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
};

/** How often a name is declared as a type; an import of it is none. */
const declarations = (text: string, name: string): number => {
	const declared = `^\\s*(?:export )?(?:type|class|interface) ${name}\\b(?:<.*>)?(?: extends \\w+)? ?[={]`;
	return [...text.matchAll(new RegExp(declared, 'gm'))].length;
};

test('every type of the glossary is declared, and nowhere as something else', async () => {
	const [names, files] = await Promise.all([typesOfGlossary(), code()]);
	expect(names.length).toBeGreaterThan(30);
	for (const name of names) {
		const where = files.filter(({ text }) => declarations(text, name) > 0).map(({ path }) => path);
		expect(where, name).toHaveLength(1);
	}
});

test('a measure is a Maßnahme: nothing else is called so as a type or a field', async () => {
	const allowed = ['src/lib/steering/earlier.ts', 'src/cli/options.ts'];
	for (const { path, text } of await code()) {
		if (allowed.includes(path) || path.endsWith('.test.ts')) continue;
		expect(text, path).not.toMatch(/\bmeasure\??: |\btype Measure\b|\bmeasures\??: /);
	}
});

test('no row says what another one says', async () => {
	const text = await readFile('docs/glossary.md', 'utf8');
	const rows = text.split('\n').filter((line) => line.startsWith('| '));
	for (const column of [1, 3]) {
		const said = rows.map((row) => row.split('|')[column]?.trim());
		expect(new Set(said).size).toBe(said.length);
	}
});
