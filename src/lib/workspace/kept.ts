import { keptHandle } from './file-state';
import type { Store } from './store';

/** What the browser keeps, by what it is: numbers of files and entries. */
export type Kept = {
	batches: number;
	/** what belongs to them: descriptions, questionnaires, numbers of rows */
	descriptions: number;
	/** lists of what was written down */
	records: number;
	keys: number;
	backups: number;
	drafts: number;
	/** what can be made anew: the figures and pictures of the last visit, and parts of the next file */
	caches: number;
	/** files that windows left which were closed while they wrote */
	unfinished: number;
	/** files on a drive that the browser may write to */
	files: number;
	/** how it looks, and who writes here */
	settings: number;
	/** bytes of all of it, the program included; null where the browser does not say */
	bytes: number | null;
	/** whether the browser leaves it when space runs short; null where it does not say */
	isPersistent: boolean | null;
};

const FOLDERS: Record<string, keyof Kept> = {
	batches: 'batches',
	about: 'descriptions',
	codebooks: 'descriptions',
	ids: 'descriptions',
	pending: 'descriptions',
	records: 'records',
	keys: 'keys',
	encryption: 'keys',
	backups: 'backups',
	draft: 'drafts',
	file: 'files',
	fence: 'settings'
};

/** Counts everything that the workspace and its pages keep in this browser, wherever it lies. */
export async function whatIsKept(store: Store): Promise<Kept> {
	const kept = {
		batches: 0,
		descriptions: 0,
		records: 0,
		keys: 0,
		backups: 0,
		drafts: 0,
		caches: 0,
		unfinished: 0,
		files: 0,
		settings: 0
	};
	for (const folder of await store.folders()) {
		const place = (FOLDERS[folder] ?? 'caches') as keyof typeof kept;
		kept[place] += (await store.list(folder)).length;
		kept.unfinished += (await store.unfinished(folder)).length;
	}
	// What was saved last is said beside the file that the browser may write to.
	if (await keptHandle().catch(() => undefined)) kept.files = Math.max(1, kept.files);
	kept.settings += Object.keys(localStorage).length + Object.keys(sessionStorage).length;
	const estimate = await navigator.storage.estimate().catch(() => ({ usage: undefined }));
	const isPersistent = await navigator.storage.persisted().catch(() => null);
	return { ...kept, bytes: estimate.usage ?? null, isPersistent };
}
