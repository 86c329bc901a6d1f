import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../domain';
import { proofRuns } from '../../ingest/testing';
import { memoryStore, type Store } from '../store';
import { mergeContents } from './content';
import { NO_TIME, sha256Of } from './part';
import { readWorkspaceFile } from './read';
import { keepContent, storedContent } from './stored';
import { writeWorkspaceFile } from './write';

/** As a file of ours is read and kept: null where it is refused, in words. */
async function kept(bytes: Uint8Array<ArrayBuffer>): Promise<Store | null> {
	const store = memoryStore();
	const before = await storedContent(store);
	try {
		await keepContent(store, mergeContents(before.content, await readWorkspaceFile(bytes)));
		return store;
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		expect(error.problem.code).toMatch(/^workspace_(unknown|newer|damaged|too_large)$/);
		expect(await store.list('batches')).toEqual([]);
		expect(await store.list('keys')).toEqual([]);
		return null;
	}
}

/** Why a file is refused. */
const codeOf = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
	readWorkspaceFile(bytes).then(
		() => 'read',
		(error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error))
	);

/** A file of the first version of the format, which every later version opens: two waves, cases and an event. */
const KEPT = join(import.meta.dirname, '../../../../tests/stores/workspace-1.quartierspiegel');
const file = new Uint8Array(readFileSync(KEPT));

test('a file of the first version is opened', async () => {
	const { content, damaged } = await storedContent((await kept(file))!);
	expect([content.batches.size, content.parts.size, damaged]).toEqual([3, 3, []]);
	expect([...content.records.events.keys()]).toEqual(['e1']);
});

/** Numbers below one that look like chance, and are the same in every run. */
function randoms(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

test('a file that was cut or changed anywhere is refused in words, or says what it said', async () => {
	const next = randoms(7);
	const said = unzipSync(file);
	let refused = 0;
	const runs = proofRuns(100, 2000);
	for (let run = 0; run < runs; run++) {
		const bytes = file.slice(0, run % 3 === 0 ? Math.floor(next() * file.length) : file.length);
		const flips = run % 3 === 0 ? 0 : 1 + Math.floor(next() * 3);
		for (let flip = 0; flip < flips; flip++) {
			const at = Math.floor(next() * bytes.length);
			bytes[at]! ^= 1 << Math.floor(next() * 8);
		}
		const store = await kept(bytes);
		if (!store) refused++;
		else {
			// The last bits of a part may mean nothing: what stands in it is the same.
			const again = await writeWorkspaceFile((await storedContent(store)).content);
			expect(unzipSync(again)).toEqual(said);
		}
	}
	expect(refused).toBeGreaterThan(0.9 * runs);
});

type Entries = Record<string, Uint8Array>;
type Descriptor = { resources: { path: string; bytes: number; hash: string }[] };

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const json = (bytes: Uint8Array | undefined): unknown =>
	JSON.parse(new TextDecoder().decode(bytes));

/** The file with other content, whose hashes are right. */
async function forged(change: (entries: Entries) => void): Promise<Uint8Array<ArrayBuffer>> {
	const entries: Entries = unzipSync(file);
	change(entries);
	const descriptor = json(entries['datapackage.json']) as Descriptor;
	descriptor.resources = await Promise.all(
		Object.entries(entries)
			.filter(([path]) => path !== 'datapackage.json')
			.map(async ([path, bytes]) => ({
				path,
				bytes: bytes.length,
				hash: `sha256:${await sha256Of(bytes.slice())}`
			}))
	);
	return zipSync({ ...entries, 'datapackage.json': encode(descriptor) }, { mtime: NO_TIME });
}

/** Changes a part that is JSON. */
const inJson =
	<T>(path: string, change: (value: T) => unknown) =>
	(entries: Entries) => {
		const value = json(entries[path]) as T;
		entries[path] = encode(change(value) ?? value);
	};

type Records = { version: number; records: { id: string; fields: Record<string, unknown> }[] };

const first = (entries: Entries, ending: string): string =>
	Object.keys(entries).find((path) => path.endsWith(ending))!;

describe('a file that somebody made, its hashes right, is refused', () => {
	test.each<[string, (entries: Entries) => void]>([
		['a path that leaves its folder', (entries) => (entries['../../evil'] = encode(1))],
		['an absolute path', (entries) => (entries['/etc/passwd'] = encode(1))],
		['a part that nobody asked for', (entries) => (entries['batches/x.js'] = encode(1))],
		['a part that is missing', (entries) => void delete entries['keys.json']],
		[
			'a table that is missing',
			(entries) => void Reflect.deleteProperty(entries, first(entries, '.csv'))
		],
		[
			'a table with another heading',
			(entries) => {
				const path = first(entries, '.csv');
				const text = new TextDecoder().decode(entries[path]);
				entries[path] = new TextEncoder().encode(text.replace('line,', 'row,'));
			}
		],
		[
			'a schema that does not fit',
			(entries) =>
				inJson<{ fields: { name: string }[] }>(first(entries, '.schema.json'), ({ fields }) => {
					fields[1]!.name = '<script>alert(1)</script>';
				})(entries)
		],
		[
			'a batch with an id that is a path',
			inJson<Records>('records/batches.json', ({ records }) => void (records[0]!.id = '../x'))
		],
		[
			'a batch under the id of another',
			inJson<Records>('records/batches.json', ({ records }) => {
				records[0]!.id = '00000000-0000-8000-8000-000000000000';
			})
		],
		[
			'a record twice',
			inJson<Records>('records/events.json', ({ records }) => void records.push(records[0]!))
		],
		[
			'a record that says nothing of its kind',
			inJson<Records>('records/events.json', ({ records }) => void (records[0]!.fields = {}))
		],
		[
			'records of a newer version',
			inJson<Records>('records/notes.json', (all) => ({ ...all, version: 9 }))
		],
		[
			'a key under the name of another',
			inJson<{ keys: Record<string, string> }>('keys.json', (all) => ({
				...all,
				keys: Object.fromEntries(Object.keys(all.keys).map((id) => [id, 'AAAA']))
			}))
		],
		[
			'a time after which nothing comes',
			inJson<Records>(
				'records/events.json',
				({ records }) =>
					void (records[0]!.fields['title'] = {
						at: '9999-12-31T23:59:59.999Z/ffff/x',
						by: '',
						value: 'x'
					})
			)
		],
		['a key that is none', inJson('keys.json', (all: object) => ({ ...all, keys: { x: 'y' } }))]
	])('%s', async (_, change) => {
		expect(await kept(await forged(change))).toBeNull();
	});

	test('but whole it is read', async () => {
		expect(await kept(await forged(() => undefined))).not.toBeNull();
	});

	test('one of a newer version, in its own words', async () => {
		const entries = unzipSync(file);
		const text = new TextDecoder().decode(entries['datapackage.json']);
		const newer = encode({
			...JSON.parse(text),
			quartierspiegel: { format: 'quartierspiegel-workspace', version: 2 }
		});
		const bytes = zipSync({ ...entries, 'datapackage.json': newer });
		await expect(readWorkspaceFile(bytes)).rejects.toMatchObject({
			problem: { code: 'workspace_newer' }
		});
	});

	test('a bomb, before anything of it is unpacked', async () => {
		const zeros = new Uint8Array(64 * 1024 * 1024);
		const bytes = await forged((entries) => (entries['records/notes.json'] = zeros));
		expect(bytes.length).toBeLessThan(200_000);
		await expect(codeOf(bytes)).resolves.toMatch(/workspace_(too_large|damaged)/);
		// One that says less than it holds yields no more than it says.
		const view = new DataView(bytes.buffer);
		for (let at = 0; at + 4 < bytes.length; at++)
			if (view.getUint32(at, true) === zeros.length) view.setUint32(at, 1000, true);
		await expect(readWorkspaceFile(bytes)).rejects.toMatchObject({
			problem: { code: 'workspace_damaged' }
		});
	});

	test('more parts than anybody has', async () => {
		const many = Object.fromEntries(
			Array.from({ length: 100_100 }, (_, at) => [`batches/${at}.csv`, new Uint8Array()])
		);
		await expect(codeOf(zipSync(many, { level: 0 }))).resolves.toMatch(
			/workspace_(too_large|damaged)/
		);
	});

	test.each([
		['nothing', new Uint8Array()],
		['a table', encode('a;b')],
		['another ZIP', zipSync({ 'xl/workbook.xml': encode('<x/>') })]
	])('%s is no workspace', async (_, bytes) => {
		await expect(readWorkspaceFile(bytes.slice())).rejects.toMatchObject({
			problem: { code: 'workspace_unknown' }
		});
	});
});
