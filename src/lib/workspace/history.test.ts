import { expect, test } from 'vitest';
import { contentOf, latestTime, nextTime, type Versioned } from '../domain';
import { listBatches, removeBatch } from './batch-files';
import { bringBack, listRemoved } from './file/removed';
import { keepBackup } from './file/backups';
import { event, recordsOf, smallWorkspace } from './file/file.fixture';
import { batchSteps, stepsOf, undone } from './history';
import type { Kind } from './kinds';
import type { Records } from './records.svelte';
import { setDeletionDate } from './set-deletion-date';

const NOW = '2026-01-01T00:00:00.000Z';

const recordIn = (records: Records, kind: Kind, id: string): Versioned =>
	records.versions.find(([one]) => one === kind)![1].find((record) => record.id === id)!;

test('says who did what to a record, and undoes it as long as nothing newer was said', async () => {
	const records = recordsOf(await smallWorkspace());
	await records.put('events', event('e9', 'Treff eröffnet', 'Yilmaz'));
	await records.putBy('events', 'Müller', event('e9', 'Treff im Mai eröffnet', 'Yilmaz'));
	const record = recordIn(records, 'events', 'e9');
	const [added, changed] = stepsOf('events', record);
	expect([added, changed]).toMatchObject([
		{ what: 'added', by: 'Yilmaz', title: 'Treff im Mai eröffnet', isLast: false },
		{
			...{ what: 'changed', by: 'Müller', isLast: true },
			replaced: [{ field: 'title', before: 'Treff eröffnet', after: 'Treff im Mai eröffnet' }]
		}
	]);
	const stamp = () => ({ at: nextTime(latestTime([record]), Date.now(), 'w'), by: 'Klein' });
	expect(undone(record, added!, stamp(), NOW)).toBeNull();

	// Undone, and that undone in turn; each is a step that names who did it.
	await records.undo(changed!, 'Klein');
	expect(records.events.find(({ id }) => id === 'e9')?.title).toBe('Treff eröffnet');
	const again = stepsOf('events', recordIn(records, 'events', 'e9')).at(-1)!;
	expect(again).toMatchObject({ what: 'changed', by: 'Klein', isLast: true });
	await expect(records.undo(changed!, 'Klein')).rejects.toThrow('step_superseded');
	await records.undo(again, 'Klein');
	expect(records.events.find(({ id }) => id === 'e9')?.title).toBe('Treff im Mai eröffnet');
});

test('what was added goes, comes back as it was, and goes again', async () => {
	const store = await smallWorkspace();
	const records = recordsOf(store);
	await records.put('events', event('e9', 'Streik', 'Yilmaz'));
	const said = contentOf(recordIn(records, 'events', 'e9'));
	const last = () => stepsOf('events', recordIn(records, 'events', 'e9')).at(-1)!;
	await records.undo(last(), 'Klein');
	expect(records.events.some(({ id }) => id === 'e9')).toBe(false);
	expect(last()).toMatchObject({ what: 'removed', by: 'Klein', title: 'Streik' });
	await records.undo(last(), 'Klein');
	expect(contentOf(recordIn(records, 'events', 'e9'))).toEqual({
		...said,
		changed: expect.any(String) as string
	});
	expect(last()).toMatchObject({ what: 'back', isLast: true });
	// That it was gone meanwhile stays known.
	expect(stepsOf('events', recordIn(records, 'events', 'e9'))).toMatchObject([
		{ what: 'added' },
		{ what: 'removed', by: 'Klein', isLast: false },
		{ what: 'back' }
	]);
	// What is read from the disk says the same.
	const read = recordsOf(store);
	await read.read();
	await read.undo(last(), 'Klein');
	expect(read.events.some(({ id }) => id === 'e9')).toBe(false);
});

test('of the workspace only its name is told, not its keys', async () => {
	const records = recordsOf(await smallWorkspace());
	await records.describe({ name: 'Sozialarbeit', colleagues: [] }, 'Yilmaz');
	const steps = stepsOf('workspace', recordIn(records, 'workspace', 'workspace'));
	expect(steps).toMatchObject([{ by: 'Yilmaz', title: 'Sozialarbeit' }]);
	// Without a name it is not called by its key.
	await records.describe({ name: '' }, 'Yilmaz');
	const last = stepsOf('workspace', recordIn(records, 'workspace', 'workspace')).at(-1);
	expect(last).toMatchObject({ title: '' });
});

test('a batch that was taken back is brought back from an earlier state, with who did it', async () => {
	const store = await smallWorkspace();
	const [batch] = (await listBatches(store)).batches;
	await setDeletionDate(store, batch!.id, '2030-12-31', 'Yilmaz');
	await keepBackup(store);
	await removeBatch(store, batch!.id, 'Yilmaz');
	const recordNow = async () =>
		(await listBatches(store)).records.find(({ id }) => id === batch!.id)!;
	expect(batchSteps(await recordNow())).toMatchObject([
		{ what: 'added', title: '', isLast: false },
		{ what: 'changed', replaced: [{ before: null, after: '2030-12-31' }] },
		{ what: 'removed', by: 'Yilmaz', isLast: true }
	]);
	expect(await listRemoved(store)).toEqual([{ id: batch!.id, name: batch!.file.name }]);

	expect(await bringBack(store, batch!.id, 'w', 'Müller')).toBe(true);
	const title = batch!.file.name;
	expect(batchSteps(await recordNow())).toMatchObject([
		{ what: 'added', title, isLast: false },
		{ what: 'changed', replaced: [{ after: '2030-12-31' }] },
		{ what: 'removed', by: 'Yilmaz', isLast: false },
		{ what: 'back', by: 'Müller', title, isLast: true }
	]);
	expect((await listBatches(store)).batches.map(({ id }) => id)).toContain(batch!.id);
	expect(await listRemoved(store)).toEqual([]);
	expect(await bringBack(store, batch!.id, 'w', 'Müller')).toBe(false);
	expect(await bringBack(store, 'unknown', 'w', 'Müller')).toBe(false);

	// Each day that was said stays known, with who said it.
	await setDeletionDate(store, batch!.id, null, 'Klein');
	expect(batchSteps(await recordNow()).filter(({ replaced }) => replaced.length > 0)).toMatchObject(
		[
			{ by: 'Yilmaz', replaced: [{ before: null, after: '2030-12-31' }] },
			{ by: 'Klein', replaced: [{ before: '2030-12-31', after: null }] }
		]
	);
});
