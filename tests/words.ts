import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Messages = Record<string, string>;

const read = (language: 'de' | 'en'): Messages => {
	const folder = join('messages', language);
	const parts = readdirSync(folder).map((name): unknown =>
		JSON.parse(readFileSync(join(folder, name), 'utf8'))
	);
	return Object.assign({}, ...(parts as Messages[])) as Messages;
};

const messages = { de: read('de'), en: read('en') };

/** What the page says, by its key in `messages/`, so that a better wording breaks no test. */
export function say(
	key: string,
	inputs: Record<string, string | number> = {},
	language: 'de' | 'en' = 'de'
): string {
	const text = messages[language][key];
	if (typeof text !== 'string') throw new Error(`no message ${key}`);
	return text.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = inputs[name];
		if (value === undefined) throw new Error(`message ${key} needs ${name}`);
		return String(value);
	});
}

/** As `say`, for a message of which only a part is known: its inputs stand for anything. */
export const like = (key: string, inputs: Record<string, string | number> = {}): RegExp => {
	const mark = '\u0000';
	const names = [...(messages.de[key] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
	const all = Object.fromEntries(names.map((name) => [name, inputs[name] ?? mark]));
	const escaped = say(key, all).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(escaped.replaceAll(mark, '.*'), 's');
};
