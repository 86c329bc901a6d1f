import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from './files';

/**
 * Paraglide falls back to German without a word where English has no text, and compiles nothing from
 * a file that the settings do not list. So what belongs together is compared here.
 */
const LANGUAGES = ['de', 'en'] as const;

/** A text, or its variants by number or gender (`[{ declarations, selectors, match }]`). */
type Message = string | { match: Record<string, string> }[];

const textsOf = (message: Message): string[] =>
	typeof message === 'string'
		? [message]
		: message.flatMap((variants) => Object.values(variants.match));

const placeholders = (message: Message): string[] => {
	const found = textsOf(message).flatMap((text) => [...text.matchAll(/\{\s*([^{}]+?)\s*\}/g)]);
	return [...new Set(found.map((match) => match[1] ?? ''))].sort();
};

const namesIn = async (language: string) => (await readdir(join('messages', language))).sort();

async function messagesIn(language: string, file: string): Promise<[string, Message][]> {
	const text = await readFile(join('messages', language, file), 'utf8');
	const all = JSON.parse(text) as Record<string, Message>;
	return Object.entries(all).filter(([key]) => key !== '$schema');
}

const files = await namesIn('de');

it('both languages have the same files, and the settings list each', async () => {
	expect(await namesIn('en')).toEqual(files);
	const settings = JSON.parse(await readFile('project.inlang/settings.json', 'utf8')) as {
		'plugin.inlang.messageFormat': { pathPattern: string[] };
	};
	const listed = settings['plugin.inlang.messageFormat'].pathPattern;
	expect([...listed].sort()).toEqual(files.map((file) => `./messages/{locale}/${file}`));
});

describe.each(files)('%s', (file) => {
	it('has the same keys and placeholders in both languages', async () => {
		const [german, english] = await Promise.all(LANGUAGES.map((one) => messagesIn(one, file)));
		const shape = (messages: [string, Message][] = []) =>
			Object.fromEntries(messages.map(([key, message]) => [key, placeholders(message)]));
		expect(shape(english)).toEqual(shape(german));
	});

	it.each(LANGUAGES)('has no empty text (%s)', async (language) => {
		const messages = await messagesIn(language, file);
		const empty = messages.filter(
			([, message]) => !textsOf(message).length || textsOf(message).some((text) => !text.trim())
		);
		expect(empty.map(([key]) => key)).toEqual([]);
	});
});

it('no key stands in two files', async () => {
	const keys = (await Promise.all(files.map((file) => messagesIn('de', file)))).flat();
	const names = keys.map(([key]) => key);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('every key is used', async () => {
	const paths = (await filesUnder('src')).filter(
		(path) => /\.(ts|svelte)$/.test(path) && !path.includes('paraglide')
	);
	const code = (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n');
	const used = new Set(
		[...code.matchAll(/\bm(?:\s*\.\s*(\w+)|\[\s*['"`](\w+)['"`]\s*\])/g)].map(
			(match) => match[1] ?? match[2]
		)
	);
	for (const [, key = ''] of code.matchAll(/\bmessage\(\s*'(\w+)'/g)) used.add(key);
	// Keys that the code puts together, such as `problem_${code}`: what stands before the first gap.
	const prefixes = [...code.matchAll(/`([a-z]+(?:_[a-z]+)*_)\$\{/g)].map(
		([, prefix = '']) => prefix
	);
	expect(prefixes).toContain('problem_');
	const keys = (await Promise.all(files.map((file) => messagesIn('de', file)))).flat();
	const unused = keys.filter(
		([key]) => !used.has(key) && !prefixes.some((prefix) => key.startsWith(prefix))
	);
	expect(unused.map(([key]) => key)).toEqual([]);
});
