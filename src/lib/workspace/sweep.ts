import {
	FOLDERS,
	listBatches,
	pending,
	readRecords,
	removeFiles,
	settlePending,
	type Listing
} from './batch-files';
import { isTakenBack } from './batch-records';
import type { Store } from './store';

/** Files that belong to no batch: what a window left that was closed while it wrote. */
async function orphans(store: Store): Promise<{ folder: string; name: string }[]> {
	const { records, damaged } = await readRecords(store);
	const there = new Set(
		[...records.filter((record) => !isTakenBack(record)), ...damaged].map(({ id }) => id)
	);
	const found = await Promise.all(
		FOLDERS.map(async (folder) => {
			const unnamed = (await store.list(folder)).filter((name) => !there.has(name));
			return [...unnamed, ...(await store.unfinished(folder))].map((name) => ({ folder, name }));
		})
	);
	const about = await store.unfinished('about');
	return [...found.flat(), ...about.map((name) => ({ folder: 'about', name }))];
}

/** What is kept of batches that were replaced, and whose successor was replaced itself. */
const outlived = ({ earlier }: Listing): string[] =>
	[...earlier.values()].flatMap(([, ...rest]) => rest.map(({ id }) => id));

/** Whether there is something to sweep. */
export async function isLittered(store: Store, listing: Listing): Promise<boolean> {
	const [unfinished, files] = await Promise.all([pending(store), orphans(store)]);
	return unfinished.size + files.length + outlived(listing).length > 0;
}

/** Removes what belongs to no batch. Only while nobody else writes: a batch that is being written has no record yet. */
export async function sweep(store: Store): Promise<void> {
	await settlePending(store);
	for (const id of outlived(await listBatches(store))) {
		// Only here: in other workspaces it may be what counts again.
		await store.remove('about', id);
		await removeFiles(store, id);
	}
	for (const { folder, name } of await orphans(store)) await store.remove(folder, name);
}
