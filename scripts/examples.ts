import { readFileSync } from 'node:fs';

type Language = 'nginx' | 'apache' | 'xml';

/** The examples of docs/hosting.md in one language, and where they belong, as a comment at their top says. */
function examples(language: Language): { place: string; text: string }[] {
	const doc = readFileSync('docs/hosting.md', 'utf8');
	return [...doc.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
		.filter(([, name]) => name === language)
		.map(([, , text = '']) => ({ place: /^# (.*)\n/.exec(text)?.[1] ?? '', text }));
}

/** The examples that are files, by their path below the folder of the server in /etc. */
export const exampleFiles = (language: Language): { path: string; text: string }[] =>
	examples(language).flatMap(({ place, text }) => {
		const [, path] = /^\/etc\/\w+\/(\S+)$/.exec(place) ?? [];
		return path === undefined ? [] : [{ path, text }];
	});

/** The example for a server that is there already. */
export function exampleWithin(language: Language): string {
	const found = examples(language).find(({ place }) => place.startsWith('within '));
	if (!found) throw new Error(`docs/hosting.md has no ${language} example for a folder.`);
	return found.text;
}

/** The example of a language that has one. */
export const exampleFile = (language: Language): string => examples(language)[0]?.text ?? '';
