import { expect, test } from 'vitest';
import { memoryStore } from './store';
import { listBatches, removeBatch } from './batch-files';
import { sweep } from './sweep';
import { mergeBatchRecords } from './batch-records';
import { metaOf, put } from './batches.fixture';
import { deletionDateOf, deletionDates } from './deletion-date';
import { setDeletionDate } from './set-deletion-date';
import { mergeContents } from './file/content';
import { changesBetween } from './file/changes';
import { asThen } from './file/revert';
import { keepContent, storedContent } from './file/stored';
import { smallWorkspace } from './file/file.fixture';
import type { Store } from './store';

const datesIn = async (store: Store) => {
	const listing = await listBatches(store);
	return Object.fromEntries(deletionDates(listing.records, listing));
};

test('a batch that takes the place of another one has its day, until it is said of itself', async () => {
	const store = memoryStore();
	const first = await put(store, metaOf('a.csv'));
	await setDeletionDate(store, first.id, '2030-12-31', 'Yilmaz');
	const second = await put(store, metaOf('b.csv', { replaces: first.id }));
	expect(await datesIn(store)).toEqual({ [second.id]: '2030-12-31' });
	// A second correction leaves nothing of the first file, and a file that is read again is loaded under its id.
	const third = await put(store, metaOf('c.csv', { replaces: second.id }));
	await sweep(store);
	await put(store, third);
	expect(await datesIn(store)).toEqual({ [third.id]: '2030-12-31' });
	await removeBatch(store, third.id);
	await setDeletionDate(store, second.id, null, 'Yilmaz');
	expect(await datesIn(store)).toEqual({});
	await setDeletionDate(store, second.id, '2031-06-30', 'Yilmaz');
	expect(await datesIn(store)).toEqual({ [second.id]: '2031-06-30' });
	await removeBatch(store, second.id);
	expect(await datesIn(store)).toEqual({});
	await expect(setDeletionDate(store, second.id, null, '')).rejects.toThrow('batch_missing');
});

test('a batch that was deleted and is loaded again is not due at once', async () => {
	const store = memoryStore();
	const first = await put(store, metaOf('a.csv'));
	await setDeletionDate(store, first.id, '2020-12-31', 'Yilmaz');
	await removeBatch(store, first.id);
	await put(store, first);
	expect(await datesIn(store)).toEqual({});
	await setDeletionDate(store, first.id, '2030-12-31', 'Yilmaz');
	await put(store, first);
	expect(await datesIn(store)).toEqual({ [first.id]: '2030-12-31' });
});

test('of two days the later said one holds, whoever merges; no day is read as one that is not', async () => {
	const store = memoryStore();
	const { id } = await put(store, metaOf('a.csv'));
	await setDeletionDate(store, id, '2030-01-01', 'Yilmaz');
	const [mine] = (await listBatches(store)).records;
	await setDeletionDate(store, id, '2040-01-01', 'Müller');
	const [yours] = (await listBatches(store)).records;
	expect(mergeBatchRecords(mine!, yours!)).toEqual(mergeBatchRecords(yours!, mine!));
	expect(deletionDateOf(mergeBatchRecords(mine!, yours!))).toBe('2040-01-01');
	expect(yours!.fields['deleteOn']).toMatchObject({ by: 'Müller' });
	const strange = { ...mine!, fields: { deleteOn: { at: 'x', by: '', value: 'bald' } } };
	expect(deletionDateOf(strange as typeof mine & object)).toBeNull();
});

test('a state that is put back has its day again, over what others still have, though it is loaded anew', async () => {
	const store = await smallWorkspace();
	const [batch] = (await listBatches(store)).batches;
	await setDeletionDate(store, batch!.id, '2030-12-31', 'Yilmaz');
	const then = (await storedContent(store)).content;
	await setDeletionDate(store, batch!.id, '2040-12-31', 'Yilmaz');
	const others = (await storedContent(store)).content;
	await removeBatch(store, batch!.id);
	const back = asThen((await storedContent(store)).content, then, 'w', 'Müller');
	await keepContent(store, mergeContents(back, others));
	expect(await datesIn(store)).toEqual({ [batch!.id]: '2030-12-31' });
});

test('a day that came in is said, and taken back without loading the batch again', async () => {
	const store = await smallWorkspace();
	const [batch] = (await listBatches(store)).batches;
	const then = (await storedContent(store)).content;
	await setDeletionDate(store, batch!.id, '2030-12-31', 'Yilmaz');
	const now = (await storedContent(store)).content;
	expect(changesBetween(then, now)).toMatchObject({
		batches: { added: [], removed: [], dated: [{ id: batch!.id, name: batch!.file.name }] }
	});
	const back = asThen(now, then, 'w', 'Müller');
	expect(changesBetween(then, back).batches).toEqual({ added: [], removed: [], dated: [] });
	await keepContent(store, back);
	expect(await datesIn(store)).toEqual({});
});
