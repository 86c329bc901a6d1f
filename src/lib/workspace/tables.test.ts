import { beforeEach, expect, test, vi } from 'vitest';
import type { Alias } from '../domain';
import { openNodeEngine } from '../engine/node';
import { tablesOf, type BatchMeta } from '../ingest';
import { listBatches } from './batch-files';
import { cases, load, survey } from './file/file.fixture';
import { memoryStore, type Store } from './store';
import { Tables } from './tables';

/** What the worker does, in this thread. */
vi.mock('./with-client', () => ({
	withClient: (work: (client: unknown) => unknown) => work({ api: { rebuild: tablesOf } })
}));

let store: Store;
let read: string[];
let aliases: Alias[];

beforeEach(() => {
	const memory = memoryStore();
	read = [];
	aliases = [];
	store = {
		...memory,
		read: (folder, name) => {
			if (folder === 'batches') read.push(name);
			return memory.read(folder, name);
		}
	};
});

const batches = async (): Promise<BatchMeta[]> => (await listBatches(store)).batches;

/** Tables with an engine of their own that hold what there is; which batches were read is counted from now on. */
async function open(): Promise<Tables> {
	const now = await batches();
	const tables = new Tables(store, openNodeEngine, () => ({ batches: now, aliases }));
	await tables.start();
	read = [];
	return tables;
}

/** All rows by the names of what they are about, whatever their numbers are. */
async function rows({ reader }: Tables): Promise<unknown[]> {
	const answers = await reader.query(
		`SELECT quartier.name AS quartier, wave.key AS wave, item.key AS item, value, top, count(*)::INT AS n
		FROM answer JOIN quartier ON quartier.id = answer.quartier JOIN wave ON wave.id = answer.wave
		JOIN item ON item.id = answer.item GROUP BY ALL ORDER BY ALL`
	);
	const opened = await reader.query(
		`SELECT quartier.name AS quartier, city, opened::VARCHAR AS opened, count(*)::INT AS n
		FROM support_case JOIN quartier ON quartier.id = support_case.quartier GROUP BY ALL ORDER BY ALL`
	);
	return [...answers, ...opened];
}

/** That what the tables hold is what tables say that were made anew. */
async function expectAsAnew(tables: Tables): Promise<void> {
	const found = await rows(tables);
	expect(found.length).toBeGreaterThan(0);
	expect(found).toEqual(await rows(await open()));
}

test('of batches that come to others, only those are read', async () => {
	await load(store, 'befragung-2023.csv', survey(2023));
	await load(store, 'faelle.csv', cases());
	const tables = await open();
	expect(await tables.hold(await batches())).toBe(false);
	// An earlier wave too, which stands before the others.
	const ids = [
		await load(store, 'befragung-2025.csv', survey(2025, 12)),
		await load(store, 'befragung-2021.csv', survey(2021, 6))
	];
	expect(await tables.hold(await batches())).toBe(true);
	expect(read.toSorted()).toEqual(ids.toSorted());
	await expectAsAnew(tables);
});

test('what is heard of twice is added once', async () => {
	await load(store, 'befragung-2023.csv', survey(2023));
	const tables = await open();
	await load(store, 'befragung-2025.csv', survey(2025));
	const hear = () => tables.inTurn(async () => tables.hold(await batches()));
	expect(await Promise.all([hear(), hear()])).toEqual([true, false]);
	await expectAsAnew(tables);
});

test('what takes something away or names it otherwise makes all of them anew', async () => {
	await load(store, 'befragung-2023.csv', survey(2023));
	const gone = await load(store, 'befragung-2025.csv', survey(2025));
	const tables = await open();
	const left = (await batches()).filter(({ id }) => id !== gone);
	expect(await tables.hold(left)).toBe(true);
	expect(read).toEqual(left.map(({ id }) => id));
	expect(JSON.stringify(await rows(tables))).not.toContain('2025');

	aliases = [
		{
			id: 'quartier/nord',
			kind: 'quartier',
			key: 'nord',
			name: 'Nordstadt',
			same: null,
			author: '',
			changed: '2026-01-01T08:00:00.000Z'
		}
	];
	expect(await tables.hold(left)).toBe(true);
	expect(JSON.stringify(await rows(tables))).toContain('Nordstadt');
	expect(await tables.hold(left)).toBe(false);
});

test('master data that name the city of a Quartier make all of them anew', async () => {
	await load(store, 'befragung-2023.csv', survey(2023));
	await load(store, 'faelle.csv', cases());
	const tables = await open();
	await load(
		store,
		'stammdaten.csv',
		'Quartier;Stadt;Jahr;Wohnungen;Haushalte\nNord;Salzgitter;2025;400;380\nSüd;Salzgitter;2025;300;290'
	);
	expect(await tables.hold(await batches())).toBe(true);
	// At once: each is read once.
	expect(read.toSorted()).toEqual((await batches()).map(({ id }) => id).toSorted());
	expect(JSON.stringify(await rows(tables))).toContain('Salzgitter');
	await expectAsAnew(tables);
});
