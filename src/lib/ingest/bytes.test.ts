import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../domain';
import { BATCH_FORMAT, clean, tableOf } from './batch';
import { codebookOf } from './codebooks';
import { interpret } from './interpret';
import { keptColumns, notKept } from './kept';
import { withoutUnreadable, withoutUnused } from './unreadable';
import { packBatch } from './pack';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { readFile, type Recognised } from './read';
import { bareMapping } from './renew';
import { columnValues } from './table';
import { utf8 } from './testing';

const FIXTURES = join(process.cwd(), '..', 'shared', 'fixtures');
const FOLDERS = ['limesurvey', 'surveymonkey', 'qualtrics', 'googleforms', 'spss', 'reports'];

/** Everything that is written of a file, as one text. */
async function written({ table, mapping }: Recognised): Promise<string> {
	const bare = clean(table, mapping);
	const named = pseudonymised(bare, pseudonymiser(utf8('key')));
	const records = interpret(tableOf(bare), bare.mapping, '2026-01-01');
	const meta = {
		format: BATCH_FORMAT as 2,
		id: crypto.randomUUID(),
		kind: mapping.kind,
		file: { name: 'a.csv', size: 1, sha256: 'f' },
		sample: false,
		author: '',
		created: '2026-01-01T00:00:00.000Z',
		loaded: 1,
		skipped: 0,
		...notKept(mapping)
	};
	const kept = withoutUnused(withoutUnreadable(named, records.findings));
	const packed = await packBatch({ meta, ...kept });
	const codebook = JSON.stringify(codebookOf(bareMapping(mapping, bare.mapping)));
	return new TextDecoder().decode(packed) + codebook;
}

/** Words that stand in columns that are not kept, or in ids, and nowhere else in the file. */
function secrets({ table, mapping }: Recognised): string[] {
	const kept = keptColumns(mapping).filter(({ role }) => !['id', 'case', 'cluster'].includes(role));
	const indexes = new Set(kept.map(({ index }) => index));
	const elsewhere = [
		...table.headings,
		...mapping.columns.map((column) => JSON.stringify([column.item, column.group])),
		...kept.flatMap(({ index }) => [...columnValues(table, index).keys()])
	].join('\n');
	const words = table.headings.flatMap((_, index) =>
		indexes.has(index) ? [] : [...columnValues(table, index).keys()]
	);
	// What has no letter may be part of any number or digest.
	return [...new Set(words)].filter(
		(word) => word.length > 4 && /\p{L}{2}/u.test(word) && !elsewhere.includes(word)
	);
}

describe.skipIf(!existsSync(FIXTURES))('of files that real tools wrote', () => {
	const files = FOLDERS.filter((folder) => existsSync(join(FIXTURES, folder))).flatMap((folder) =>
		readdirSync(join(FIXTURES, folder))
			.filter((name) => /\.(csv|tsv|xlsx|sav)$/.test(name))
			.map((name) => join(folder, name))
	);

	test.each(files)('%s: nothing is written that is not kept', async (name) => {
		let recognised: Recognised;
		try {
			recognised = await readFile(readFileSync(join(FIXTURES, name)));
		} catch (error) {
			if (error instanceof ProblemError) return;
			throw error;
		}
		const bytes = await written(recognised);
		expect(secrets(recognised).filter((word) => bytes.includes(word))).toEqual([]);
	});

	test('there are such words', async () => {
		const name = join(FIXTURES, 'surveymonkey/sm_respondentid_2header.csv');
		expect(secrets(await readFile(readFileSync(name))).length).toBeGreaterThan(3);
	});
});
