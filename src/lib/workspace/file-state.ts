import type { IDBPDatabase } from 'idb';
import { latestTime, z, type Versioned } from '../domain';
import type { Chosen } from './file-access';
import { readJson, writeJson } from './json-files';
import { inPlace, type Place } from './place';
import type { Store } from './store';

const PLACE = { folder: 'file', name: 'state' } as const;
const FORMAT = { format: 'quartierspiegel-file-state', version: 1 } as const;

const stateSchema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	/** of the file */
	name: z.string(),
	savedAt: z.iso.datetime(),
	/** whether it is saved by itself after each change */
	auto: z.boolean(),
	/** when each record was changed last that the file has, by kind and id */
	times: z.record(z.string(), z.string())
});
export type FileState = Omit<z.infer<typeof stateSchema>, 'format' | 'version'>;

/** Which file the workspace was saved in last, and what of it; null where it never was. */
export const readFileState = (store: Store): Promise<FileState | null> =>
	readJson(store, PLACE.folder, PLACE.name, (json) => stateSchema.parse(json));

export const writeFileState = (store: Store, state: FileState): Promise<void> =>
	writeJson(store, PLACE.folder, PLACE.name, { ...FORMAT, ...state });

/** Records by the kind that they are of. */
export type RecordsByKind = Iterable<readonly [kind: string, records: Iterable<Versioned>]>;

/** When each record was changed last, by kind and id. */
export type Times = Readonly<Record<string, string>>;

export function timesOf(all: RecordsByKind): Times {
	const times: Record<string, string> = {};
	for (const [kind, records] of all)
		for (const record of records) times[`${kind}/${record.id}`] = latestTime([record]) ?? '';
	return times;
}

/** How many records were changed since a file was saved. */
export const changedSince = (saved: Times, times: Times): number =>
	Object.entries(times).filter(([id, at]) => saved[id] !== at).length;

/** What there was after a file came in, while that can be taken back; null where nothing can. */
export const readTaken = (store: Store): Promise<Times | null> =>
	readJson(store, PLACE.folder, 'taken', (json) => z.record(z.string(), z.string()).parse(json));

export const writeTaken = (store: Store, taken: Times | null): Promise<void> =>
	taken ? writeJson(store, PLACE.folder, 'taken', taken) : store.remove(PLACE.folder, 'taken');

const DATABASE = 'quartierspiegel';
const HANDLES = 'handles';

const database = async (): Promise<IDBPDatabase> => {
	const { openDB } = await import('idb');
	return openDB(DATABASE, 1, { upgrade: (db) => void db.createObjectStore(HANDLES) });
};

async function inDatabase<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
	const db = await database();
	try {
		return await work(db);
	} finally {
		db.close();
	}
}

/** The file that the workspace is connected with, where the browser can keep one; undefined where there is none. */
export const keptHandle = (): Promise<FileSystemFileHandle | undefined> =>
	inDatabase((db) => db.get(HANDLES, inPlace('file')));

/** Keeps a file to be connected with at the next start; undefined forgets it. */
export const keepHandle = (handle: FileSystemFileHandle | undefined): Promise<unknown> =>
	inDatabase<unknown>((db) =>
		handle ? db.put(HANDLES, handle, inPlace('file')) : db.delete(HANDLES, inPlace('file'))
	);

/** Forgets the files of a workspace. */
export const forgetFiles = (place: Place): Promise<unknown> =>
	inDatabase((db) =>
		Promise.all(['file', 'waiting'].map((name) => db.delete(HANDLES, inPlace(name, place))))
	);

/** Keeps a file that is to come into a workspace once that is open. */
export const keepWaiting = (waiting: Chosen, place: Place): Promise<unknown> =>
	inDatabase((db) => db.put(HANDLES, waiting, inPlace('waiting', place)));

/** Takes the file that waits to come into this workspace; undefined where none does. */
export const takeWaiting = (): Promise<Chosen | undefined> =>
	inDatabase(async (db) => {
		const waiting = (await db.get(HANDLES, inPlace('waiting'))) as Chosen | undefined;
		if (waiting) await db.delete(HANDLES, inPlace('waiting'));
		return waiting;
	}).catch(() => undefined);
