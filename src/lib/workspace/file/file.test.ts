import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fail } from '../../domain';
import { unpackBatch } from '../../ingest';
import { listBatches, removeBatch } from '../batch-files';
import { memoryStore, type Store } from '../store';
import { mergeContents } from './content';
import { cases, event, load, recordsOf, smallWorkspace, survey } from './file.fixture';
import { readWorkspaceFile } from './read';
import { keepContent, storedContent } from './stored';
import { verifyParts } from './verify';
import { writeWorkspaceFile } from './write';

const fileOf = async (store: Store) => writeWorkspaceFile((await storedContent(store)).content);

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** What a workspace says: which batches count with their rows, and its events. */
async function saidBy(store: Store) {
	const { batches } = await listBatches(store);
	const records = recordsOf(store);
	await records.read();
	return {
		batches,
		rows: await Promise.all(
			batches.map(async ({ id }) => {
				const { headings, lines, columns } = await unpackBatch((await store.read('batches', id))!);
				const cells = columns.map(({ words, codes }) => [...codes].map((code) => words[code]));
				return { headings, lines, cells };
			})
		),
		events: records.events,
		name: records.about.name
	};
}

/** A workspace of the same content on another machine. */
async function opened(file: Uint8Array<ArrayBuffer>, into = memoryStore()): Promise<Store> {
	const mine = await storedContent(into);
	const theirs = await readWorkspaceFile(file);
	await keepContent(into, mergeContents(mine.content, theirs), mine.damaged);
	return into;
}

/** Signs of an id, with which the names of parts begin. */
const UUID = 36;

test('a workspace comes back from its file as it was, and gives the same file again', async () => {
	const store = await smallWorkspace();
	await recordsOf(store).describe({ name: 'Sozialmanagement' }, 'Müller');
	const file = await fileOf(store);
	const other = await opened(file);
	expect(await saidBy(other)).toEqual(await saidBy(store));
	expect(await fileOf(other)).toEqual(file);
	// Opened into itself it changes nothing.
	expect(await fileOf(await opened(file, other))).toEqual(file);
	// Encoded anew it is the same.
	for (const name of await other.list('parts')) await other.remove('parts', name);
	expect(await fileOf(other)).toEqual(file);
});

test('rows that are damaged are noticed before they come in, also those of a batch that is here', async () => {
	const store = await smallWorkspace();
	const { content } = await storedContent(store);
	const parts = [...content.parts.values()].flatMap((own) => Object.values(own));
	const known = new Map(parts.map((part) => [part.sha256, part]));
	const [[id, own] = fail('batch_missing')] = content.parts;
	const deflated = own.table.deflated.slice();
	deflated[20]! ^= 1;
	const table = { ...own.table, deflated };
	const damaged = { ...content, parts: new Map([...content.parts, [id, { ...own, table }]]) };
	for (const some of [known, new Map<string, never>()]) {
		await verifyParts(content, some);
		await expect(verifyParts(damaged, some)).rejects.toMatchObject({
			problem: { code: 'workspace_damaged' }
		});
	}
});

test('the file lists what it holds, with the size and hash of each part, and when nothing', async () => {
	const file = await fileOf(await smallWorkspace());
	const entries = unzipSync(file);
	expect(Object.keys(entries)[0]).toBe('datapackage.json');
	const { resources, quartierspiegel } = JSON.parse(text(entries['datapackage.json'])) as {
		resources: { path: string; bytes: number; hash: string; schema?: string }[];
		quartierspiegel: unknown;
	};
	expect(quartierspiegel).toEqual({ format: 'quartierspiegel-workspace', version: 1 });
	expect(['datapackage.json', ...resources.map(({ path }) => path)]).toEqual(Object.keys(entries));
	for (const { path, bytes, hash, schema } of resources) {
		const content = entries[path]!.slice();
		const digest = Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex');
		expect([content.length, `sha256:${digest}`], path).toEqual([bytes, hash]);
		if (path.endsWith('.csv')) {
			const { fields } = JSON.parse(text(entries[schema!])) as { fields: { name: string }[] };
			const [head] = text(content).split('\r\n');
			expect(head?.split(',')).toEqual(fields.map(({ name }) => name));
		}
	}
});

test('a new wave is one part more: the bytes of the others are copied', async () => {
	const store = await smallWorkspace();
	const before = await fileOf(store);
	const known = Object.keys(unzipSync(before));
	const encoded: string[] = [];
	const watched: Store = {
		...store,
		write: (folder, name, ...parts) => {
			if (folder === 'parts') encoded.push(name.slice(0, UUID));
			return store.write(folder, name, ...parts);
		}
	};
	const id = await load(store, 'befragung-2026.csv', survey(2026));
	const after = unzipSync(await fileOf(watched));
	expect(encoded).toEqual([id]);
	expect(Object.keys(after).filter((path) => !known.includes(path))).toEqual(
		['csv', 'reading.json', 'schema.json'].map((ending) => `batches/${id}.${ending}`)
	);
});

describe('two who worked apart', () => {
	const apart = async () => {
		const first = await smallWorkspace();
		return { first, second: await opened(await fileOf(first)) };
	};
	const united = async (a: Store, b: Store) =>
		opened(await fileOf(b), await opened(await fileOf(a)));

	test('have both what each of them added, in either order', async () => {
		const { first, second } = await apart();
		await load(first, 'befragung-2024.csv', survey(2024));
		await load(second, 'befragung-2026.csv', survey(2026));
		await recordsOf(first).put('events', event('e2', 'Sommerfest'));
		await recordsOf(second).put('events', event('e3', 'Streik'));
		const both = await united(first, second);
		const said = await saidBy(both);
		expect(said.batches.map(({ file }) => file.name).sort()).toEqual([
			'befragung-2023.csv',
			'befragung-2024.csv',
			'befragung-2025.csv',
			'befragung-2026.csv',
			'faelle.csv'
		]);
		expect(said.events.map(({ id }) => id).sort()).toEqual(['e1', 'e2', 'e3']);
		expect(await fileOf(await united(second, first))).toEqual(await fileOf(both));
	});

	test('have the same file once, whoever loaded it', async () => {
		const { first, second } = await apart();
		const id = await load(first, 'befragung-2024.csv', survey(2024));
		expect(await load(second, 'Kopie von befragung-2024.csv', survey(2024))).toBe(id);
		const { batches } = await saidBy(await united(first, second));
		expect(batches.filter((one) => one.id === id)).toHaveLength(1);
	});

	test('and what one of them took back stays so, until somebody loads it again', async () => {
		const { first, second } = await apart();
		const [gone] = (await listBatches(first)).batches;
		await removeBatch(first, gone!.id);
		const names = async (store: Store) => (await saidBy(store)).batches.map(({ id }) => id);
		expect(await names(await united(first, second))).not.toContain(gone!.id);
		expect(await names(await united(second, first))).not.toContain(gone!.id);
		const paths = Object.keys(unzipSync(await fileOf(await united(first, second))));
		expect(paths.filter((path) => path.includes(gone!.id))).toEqual([]);
		await load(first, 'befragung-2023.csv', survey(2023));
		expect(await names(await united(second, first))).toContain(gone!.id);
	});

	test('of a record each field says what was said last, and the rest is in its history', async () => {
		const { first, second } = await apart();
		await recordsOf(first).put('events', { ...event('e1', 'Treff eröffnet'), kind: 'campaign' });
		await recordsOf(second).put('events', event('e1', 'Treff im Mai eröffnet', 'Yilmaz'));
		const { events } = await saidBy(await united(first, second));
		expect(events).toEqual([
			{ ...event('e1', 'Treff im Mai eröffnet', 'Yilmaz'), kind: 'campaign' }
		]);
	});

	test('keep the keys of both, and say which batch was made with which', async () => {
		const [first, second] = [await smallWorkspace(), await smallWorkspace()];
		await load(first, 'alte-faelle.csv', cases(7));
		await load(
			second,
			'noch-mehr-faelle.csv',
			'Fall-Nr;Quartier;Eröffnet am;Anlass\n1;Nord;01.02.2025;x\n'
		);
		const both = await united(first, second);
		expect((await storedContent(both)).content.keys.size).toBe(2);
		const keys = (await saidBy(both)).batches.map(({ key }) => key);
		expect(new Set(keys).size).toBe(2);
		expect(await fileOf(await united(second, first))).toEqual(await fileOf(both));
	});
});

test('a batch that is damaged here is mended from the file', async () => {
	const store = await smallWorkspace();
	const file = await fileOf(store);
	const said = await saidBy(store);
	const { id } = said.batches[0]!;
	await store.write('batches', id, new Uint8Array(5));
	for (const name of await store.list('parts'))
		if (name.startsWith(id)) await store.remove('parts', name);
	const { content, damaged } = await storedContent(store);
	expect(damaged).toEqual([id]);
	expect(content.parts.has(id)).toBe(false);
	expect(await saidBy(await opened(file, store))).toEqual(said);
});
