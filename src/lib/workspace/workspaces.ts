import { fail } from '../domain';
import { listBatches } from './batch-files';
import { mayWrite, type Chosen } from './file-access';
import { forgetFiles, keepWaiting, readFileState } from './file-state';
import { rename } from './file/rename';
import { contentsOf, isOfKind, WORKSPACE } from './kinds';
import { opfsAt, places } from './opfs';
import { currentPlace, forgetPlace, inPlace, openedAt, rememberPlace, type Place } from './place';
import { readRecordFile } from './record-files';
import type { Store } from './store';
import { randomSign } from './who';
import { windowsAt } from './windows.svelte';
import { WRITER } from './writer';

/** A workspace of this browser. */
export type Listed = {
	place: Place;
	/** what it is called; '' where it has no name, null where it is encrypted */
	name: string | null;
	/** how many files count in it */
	batches: number;
	/** the file that it was saved in last; null where it never was, or is encrypted */
	file: { name: string; savedAt: string } | null;
	/** when it was opened last (ISO); '' where that is not known */
	opened: string;
	/** whether this window shows it */
	isHere: boolean;
};

const storeAt = (place: Place): Store => opfsAt(() => place);

/** What is only looked at is not repaired. */
const readOnly = (store: Store): Store => ({ ...store, write: () => Promise.resolve() });

/** What a workspace is called; null where that cannot be read, as it is encrypted. */
async function nameOf(store: Store): Promise<string | null> {
	const { records, unreadable } = await readRecordFile(store, WORKSPACE, (one) =>
		isOfKind(WORKSPACE, one)
	);
	if (unreadable > 0) return null;
	return contentsOf(WORKSPACE, records)[0]?.name ?? '';
}

async function look(place: Place): Promise<Listed> {
	const store = readOnly(storeAt(place));
	const [name, state, listing] = await Promise.all([
		nameOf(store),
		readFileState(store).catch(() => null),
		listBatches(store).catch(() => ({ batches: [] }))
	]);
	return {
		place,
		name,
		batches: listing.batches.length,
		opened: openedAt(place),
		file: state && { name: state.name, savedAt: state.savedAt },
		isHere: place === currentPlace()
	};
}

/** All workspaces of this browser: that of this window first, then those that were opened last. */
export async function listWorkspaces(): Promise<Listed[]> {
	const all = await Promise.all([...new Set([currentPlace(), ...(await places())])].map(look));
	return all.toSorted(
		(a, b) =>
			Number(b.isHere) - Number(a.isHere) ||
			b.opened.localeCompare(a.opened) ||
			a.place.localeCompare(b.place)
	);
}

/** Begins another workspace beside those there are. */
export async function newWorkspace(name: string): Promise<Place> {
	const place = randomSign();
	const store = storeAt(place);
	try {
		await rename(store, name);
	} catch (error) {
		await store.clear().catch(() => undefined);
		throw error;
	}
	return place;
}

/** Has this window show another workspace from the next load on, into which a file comes then. */
export async function openApart(waiting: Chosen): Promise<void> {
	// Now, while the browser still knows of the click.
	if (waiting.handle) await mayWrite(waiting.handle).catch(() => false);
	const place = randomSign();
	await keepWaiting(waiting, place);
	rememberPlace(place);
}

/**
 * Has this window show another workspace, from the next load of the page on.
 *
 * @throws ProblemError `workspace_gone` where another window has deleted it
 */
export async function openWorkspace(place: Place): Promise<void> {
	if (!(await places()).includes(place)) fail('workspace_gone');
	rememberPlace(place);
}

/**
 * Deletes a workspace that is not open anywhere, for good.
 *
 * @throws ProblemError `workspace_open` where a window shows it
 */
export async function deleteWorkspace(place: Place): Promise<void> {
	await navigator.locks.request(inPlace(WRITER, place), { ifAvailable: true }, async (lock) => {
		if (!lock || (await windowsAt(place)) > 0) fail('workspace_open');
		await storeAt(place).clear();
		await forgetFiles(place).catch(() => undefined);
		forgetPlace(place);
	});
	// A window that is opened from now on must not begin where nothing is.
	rememberPlace(currentPlace());
}
