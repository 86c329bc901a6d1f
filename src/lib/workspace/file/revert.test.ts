import { expect, test } from 'vitest';
import { listBatches, removeBatch } from '../batch-files';
import type { Store } from '../store';
import { changesBetween } from './changes';
import { mergeContents } from './content';
import { event, load, recordsOf, smallWorkspace, survey } from './file.fixture';
import { asThen } from './revert';
import { keepContent, storedContent } from './stored';

const contentOf = async (store: Store) => (await storedContent(store)).content;
const names = async (store: Store) =>
	(await listBatches(store)).batches.map(({ file }) => file.name).sort();

test('what came in is taken back whole, and whoever merges later learns of it', async () => {
	const store = await smallWorkspace();
	const then = await contentOf(store);
	const before = await names(store);
	await load(store, 'befragung-2026.csv', survey(2026));
	await removeBatch(store, (await listBatches(store)).batches[0]!.id);
	const records = recordsOf(store);
	await records.describe({ name: 'Anders' }, 'Yilmaz');
	await records.put('events', event('e1', 'Treff geschlossen'), event('e2', 'Streik'));
	const now = await contentOf(store);
	expect(await names(store)).not.toEqual(before);

	const back = asThen(now, then, 'w', 'Müller');
	await keepContent(store, back);
	expect(await names(store)).toEqual(before);
	await records.read();
	expect(records.events).toEqual([event('e1', 'Treff eröffnet')]);
	expect(records.about.name).toBe('');
	expect(changesBetween(then, await contentOf(store)).batches.removed).toEqual([]);
	// Somebody who has what came in merges: it stays taken back.
	const again = mergeContents(now, back);
	expect(changesBetween(back, again)).toEqual(changesBetween(back, back));
});

test('a file that is loaded again under the same id is said to come in', async () => {
	const store = await smallWorkspace();
	const before = await contentOf(store);
	const [first] = (await listBatches(store)).batches;
	await removeBatch(store, first!.id);
	await load(store, first!.file.name, survey(2023));
	const after = await contentOf(store);
	expect(changesBetween(before, after).batches.added.map(({ id }) => id)).toEqual([first!.id]);
});
