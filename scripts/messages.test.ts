import { readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeUnder, messagesByKey, namedIn, putTogetherIn } from './message-keys';

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
	const code = codeUnder('src');
	const named = namedIn(code);
	const isPutTogether = putTogetherIn(code);
	expect(isPutTogether('problem_unexpected')).toBe(true);
	const keys = (await Promise.all(files.map((file) => messagesIn('de', file)))).flat();
	const unused = keys.filter(([key]) => !named.has(key) && !isPutTogether(key));
	expect(unused.map(([key]) => key)).toEqual([]);
});

it('what is looked up by a key is what code puts together, and no page waits for the rest', () => {
	const before = readFileSync('src/lib/words/problem.ts', 'utf8');
	const code = messagesByKey.transform(before, '/house/src/lib/words/problem.ts') ?? '';
	const looked = new Set(code.match(/const messages = \{ (.*) \};/)?.[1]?.split(', '));
	for (const key of ['problem_unexpected', 'kind_survey', 'panel_topics', 'ledger_form_csv'])
		expect(looked, key).toContain(key);
	for (const key of ['policy_own_text', 'ledger_lead']) expect(looked, key).not.toContain(key);
	expect(messagesByKey.transform(before, '/house/src/lib/words/format.ts')).toBe(null);
	expect(() => messagesByKey.transform('', '/house/src/lib/words/problem.ts')).toThrow();
});
