import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnderSync } from './files.ts';

/** All code that can name a message. */
export const codeUnder = (folder: string): string =>
	filesUnderSync(folder)
		.filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('paraglide'))
		.map((path) => readFileSync(path, 'utf8'))
		.join('\n');

/** All keys that there are, from the files of a language. */
const keysIn = (folder: string): string[] =>
	filesUnderSync(folder).flatMap((path) =>
		Object.keys(JSON.parse(readFileSync(path, 'utf8')) as object).filter((key) => key !== '$schema')
	);

/** Keys that code names as `m.key`. */
export const namedIn = (code: string): Set<string> =>
	new Set([...code.matchAll(/\bm\s*\.\s*(\w+)/g)].map(([, key = '']) => key));

/**
 * Whether code can put a key together, such as `problem_${code}` or `${panel}_subtitle`, or has it as a text: by what
 * stands before the first gap, or behind it.
 */
export function putTogetherIn(code: string): (key: string) => boolean {
	const of = (pattern: RegExp) => new Set([...code.matchAll(pattern)].map(([, part = '']) => part));
	const prefixes = [...of(/`([a-z]+(?:_[a-z]+)*_)\$\{/g)];
	const suffixes = [...of(/`\$\{[^`{}]*\}(_[a-z]+(?:_[a-z]+)*)/g)];
	const texts = of(/['"`](\w+)['"`]/g);
	return (key) =>
		texts.has(key) ||
		prefixes.some((prefix) => key.startsWith(prefix)) ||
		suffixes.some((suffix) => key.endsWith(suffix));
}

const LOOKED_UP = join('src', 'lib', 'words', 'problem.ts');
const ALL = "import * as messages from '../paraglide/messages';";

/**
 * Messages that are looked up by a key: those that code puts together. All others come with the page that names them,
 * and not before every page.
 */
export const messagesByKey = {
	name: 'messages-by-key',
	enforce: 'pre' as const,
	transform(code: string, id: string): string | null {
		if (!id.split('?')[0]!.endsWith(LOOKED_UP.replaceAll('\\', '/'))) return null;
		if (!code.includes(ALL)) throw new Error(`${LOOKED_UP} imports its messages otherwise`);
		const own = codeUnder('src');
		const named = namedIn(own);
		const isPutTogether = putTogetherIn(own);
		const keys = keysIn(join('messages', 'de')).filter(
			(key) => !named.has(key) || isPutTogether(key)
		);
		const list = keys.join(', ');
		return code.replace(
			ALL,
			`import { ${list} } from '../paraglide/messages';\nconst messages = { ${list} };`
		);
	}
};
