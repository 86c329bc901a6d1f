import { describe, expect, test } from 'vitest';
import { readFile, readText } from '../read';
import { problemCode, utf8 } from '../testing';
import { readCodebooks } from '.';
import { older, booksOf } from './codebooks.fixture';

test('a codebook of another survey describes nothing', async () => {
	const [strange] = await booksOf(older);
	const recognised = await readFile(utf8('Nr;Note\n1;2\n2;3\n'), { codebooks: [strange!] });
	expect(recognised.table.codebook).toBeUndefined();
});

describe('what cannot be read', () => {
	/** The code that reading ends in. */
	const codeOf = async (text: string): Promise<string> => {
		try {
			await readCodebooks(utf8(text));
			return 'read';
		} catch (error) {
			return problemCode(() => {
				throw error;
			}) as string;
		}
	};

	test.each([
		['cut in the middle', older.slice(0, 900)],
		[
			'an entity that unfolds without end',
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows><row><qid>&b;</qid></row></rows></questions></document>`
		],
		[
			'an entity from elsewhere',
			`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document><LimeSurveyDocType>Survey</LimeSurveyDocType><questions><rows><row><qid>&x;</qid></row></rows></questions></document>`
		],
		['JSON with an error', '{"fields": [{"name": "a"'],
		['a schema without columns', '{"fields": []}']
	])('%s', async (_, text) => {
		expect(await codeOf(text)).toBe('codebook_unreadable');
	});

	test.each(['{"rows": []}', '[{"Frage": 1}, {"Frage": 2}]', '{"a":1}\n{"a":2}\n'])(
		'JSON of another kind: %s',
		async (text) => {
			expect(await codeOf(text)).toBe('file_is_json');
			expect(problemCode(() => readText(utf8(text)))).toBe('file_is_json');
		}
	);

	test('names of the language are names of columns', async () => {
		const [book] = await booksOf('{"fields": [{"name": "__proto__"}, {"name": "constructor"}]}');
		expect(book?.fields.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
	});
});
