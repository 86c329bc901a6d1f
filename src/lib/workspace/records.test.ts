import { expect, test } from 'vitest';
import type { Note } from '../steering';
import { Records } from './records.svelte';
import { memoryStore, type Store } from './store';

const written = '2026-01-01T10:00:00.000Z';
const note = (id: string, text = 'Warum?'): Note => ({
	id,
	kind: 'question',
	text,
	author: 'Aylin',
	about: { quartier: 'nordstadt' },
	created: written,
	changed: written,
	settled: null
});

/** Windows on one store, of which one at a time changes something, as the browser’s lock has it. */
function windows(store: Store, count: number): Records[] {
	let turn: Promise<void> = Promise.resolve();
	const inTurn = (work: () => Promise<void>) => {
		const done = turn.then(work);
		turn = done.catch(() => undefined);
		return done;
	};
	return Array.from({ length: count }, () => new Records(store, inTurn));
}

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const texts = ({ notes }: Records) => notes.map(({ text }) => text).toSorted();

async function opened(store: Store): Promise<Records> {
	const [records] = windows(store, 1);
	await records!.read();
	return records!;
}

test('of two windows that write two hundred notes at once, none is lost', async () => {
	const store = memoryStore();
	const both = windows(store, 2);
	await Promise.all(
		Array.from({ length: 200 }, (_, at) =>
			both[(at * 7) % 2]!.put('notes', note(`n${at}`, `${at}`))
		)
	);
	const later = await opened(store);
	expect(later.notes).toHaveLength(200);
	// What one window takes away, the other does not bring back with its next note.
	await both[0]!.remove('notes', 'n17', 'Al');
	await both[1]!.put('notes', note('last'));
	await later.read();
	expect(later.notes.map(({ id }) => id)).not.toContain('n17');
	expect(later.notes).toHaveLength(200);
});

test('a record that was taken away comes back as it was, and each change is kept with its time', async () => {
	const store = memoryStore();
	const records = await opened(store);
	await records.put('notes', note('a', 'eins'));
	await records.put('notes', { ...note('a', 'zwei'), author: 'Bo' });
	await records.remove('notes', 'a', 'Cy');
	expect(records.notes).toEqual([]);
	const gone = new TextDecoder().decode((await store.read('records', 'notes'))!);
	expect(gone).toMatch(/"deleted":\{"at":"[^"]+","by":"Cy","value":true\}/);
	await records.put('notes', note('a', 'zwei'));
	expect(texts(records)).toEqual(['zwei']);
	const bytes = await store.read('records', 'notes');
	const file = JSON.parse(new TextDecoder().decode(bytes!)) as {
		format: string;
		version: number;
		records: { history: { field: string; value: unknown; by: string }[] }[];
	};
	expect(file).toMatchObject({ format: 'quartierspiegel-records', version: 1 });
	expect(file.records[0]?.history).toEqual([
		expect.objectContaining({ field: 'author', value: 'Aylin', by: 'Aylin' }),
		expect.objectContaining({ field: 'text', value: 'eins', by: 'Aylin' }),
		expect.objectContaining({ field: 'author', value: 'Bo', by: 'Bo' }),
		expect.objectContaining({ field: 'deleted', value: true, by: 'Cy' })
	]);
});

test('what an earlier version kept is there, and is kept as today with the next change', async () => {
	const store = memoryStore();
	const map = { file: 'karte.geojson', shapes: [] };
	await store.write('records', 'notes', json([note('a', 'eins'), note('b', 'zwei')]));
	await store.write('records', 'map', json(map));
	const records = await opened(store);
	expect(texts(records)).toEqual(['eins', 'zwei']);
	expect(records.map).toEqual(map);
	await records.put('notes', note('b', 'drei'));
	await records.setMap(null, '');
	const later = await opened(store);
	expect(texts(later)).toEqual(['drei', 'eins']);
	expect(later.map).toBeNull();
});

test('events stand in the order of time', async () => {
	const records = await opened(memoryStore());
	const event = (id: string, from: string) => ({
		...{ id, from, to: null, quartier: null, kind: 'other' as const },
		...{ title: id, author: '', changed: written }
	});
	await records.put('events', event('b', '2025-02-01'), event('a', '2024-01-01'));
	expect(records.events.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a note that cannot be read takes no other with it, and stays kept beside', async () => {
	const store = memoryStore();
	await store.write('records', 'notes', json([note('a'), { ...note('b'), kind: 'unknown' }]));
	const before = await store.read('records', 'notes');
	const records = await opened(store);
	expect([records.notes.length, records.unreadable]).toEqual([1, 1]);
	await records.put('notes', note('c'));
	expect(await store.read('records', 'notes-unreadable')).toEqual(before);
	expect((await opened(store)).notes).toHaveLength(2);
	await store.write('records', 'views', Uint8Array.of(123));
	expect((await opened(store)).unreadable).toBe(1);
});

test('what a newer version wrote is left as it is, and refused in words', async () => {
	const store = memoryStore();
	const newer = json({ format: 'quartierspiegel-records', version: 2, records: [] });
	await store.write('records', 'notes', newer);
	const records = await opened(store);
	expect(records.newer).toBe(true);
	await expect(records.put('notes', note('a'))).rejects.toMatchObject({
		problem: { code: 'records_newer' }
	});
	expect(await store.read('records', 'notes')).toEqual(newer);
});
