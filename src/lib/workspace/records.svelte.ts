import {
	fail,
	latestTime,
	nextTime,
	putRecord,
	quartierMapSchema,
	removeRecord,
	type QuartierMap,
	type Stamp,
	type Versioned
} from '../domain';
import {
	byKind,
	byKindLater,
	contentsOf,
	isOfKind,
	KINDS,
	MAP,
	SCHEMAS,
	WORKSPACE,
	type About,
	type Kind,
	type RecordOf,
	type RemovableKind
} from './kinds';
import { readRecordFile, writeRecordFile, type RecordFile } from './record-files';
import { undone, type HistoryStep } from './history';
import { now } from './json-files';
import type { Store } from './store';
import { randomSign } from './who';

const NO_ABOUT: About = {
	...{ id: WORKSPACE, name: '', key: null, encryption: null, colleagues: [] },
	...{ minimum: null, groups: {}, processing: {} }
};

const NOTHING: RecordFile = { records: new Map(), unreadable: 0, newer: false };

/**
 * What people wrote down and decided, beside the files: record by record, each field with the time at which it
 * was set. Whoever changes a record reads the others as they are on the disk by then, so that two windows
 * lose nothing of each other.
 */
export class Records {
	#files = $state.raw(byKind(() => NOTHING));
	readonly #store: Store;
	readonly #write: (work: () => Promise<void>) => Promise<void>;
	/** of this window, so that no two have the same times */
	readonly #who = randomSign();

	/** @param write does work while no other window changes records, and tells the others */
	constructor(store: Store, write: (work: () => Promise<void>) => Promise<void>) {
		this.#store = store;
		this.#write = write;
	}

	/** Events that were entered, in the order of time. */
	events = $derived(this.#all('events').toSorted((a, b) => (a.from < b.from ? -1 : 1)));
	notes = $derived(this.#all('notes'));
	/** what files call otherwise, in an order that is the same everywhere */
	aliases = $derived(this.#all('aliases').toSorted((a, b) => (a.id < b.id ? -1 : 1)));
	views = $derived(this.#all('views'));
	/** what left the house, the last first */
	releases = $derived(this.#all('releases').toSorted((a, b) => (a.created < b.created ? 1 : -1)));
	/** outlines of the Quartiere, where the user has loaded some */
	map = $derived<QuartierMap | null>(this.#all('map')[0] ?? null);
	/** what the workspace is called; '' where nobody has said it */
	about = $derived<About>(this.#all(WORKSPACE)[0] ?? NO_ABOUT);
	/** all records with their versions, kind by kind */
	versions = $derived(
		KINDS.map((kind) => [kind, [...this.#files[kind].records.values()]] as const)
	);
	/** how many records could not be read; their files stay as they were */
	unreadable = $derived(KINDS.reduce((sum, kind) => sum + this.#files[kind].unreadable, 0));
	/** some were written by a newer version of the program, and stay as they are */
	newer = $derived(KINDS.some((kind) => this.#files[kind].newer));

	#all<K extends Kind>(kind: K): RecordOf[K][] {
		return contentsOf(kind, this.#files[kind].records);
	}

	#load(kind: Kind): Promise<RecordFile> {
		return readRecordFile(this.#store, kind, (record) => isOfKind(kind, record));
	}

	/** Reads all there is. */
	async read(): Promise<void> {
		this.#files = await byKindLater((kind) => this.#load(kind));
	}

	/**
	 * Keeps records, each beside the others or in the place of what it was, by those whom they name.
	 *
	 * @throws ProblemError `records_newer`
	 */
	put<K extends Exclude<Kind, 'map' | 'workspace'>>(
		kind: K,
		...records: RecordOf[K][]
	): Promise<void> {
		return this.putBy(kind, null, ...records);
	}

	/** As `put`, by somebody who may be another one than whom the record names. @throws ProblemError `records_newer` */
	putBy<K extends Exclude<Kind, 'map' | 'workspace'>>(
		kind: K,
		by: string | null,
		...records: RecordOf[K][]
	): Promise<void> {
		return this.#change(kind, (all, { at }) => {
			for (const record of records) {
				const parsed = SCHEMAS[kind].parse(record);
				const stamp = { at, by: by ?? parsed.author };
				all.set(parsed.id, putRecord(all.get(parsed.id), parsed, stamp));
			}
		});
	}

	/** Takes a record away, by whom is kept; it can be put back. @throws ProblemError `records_newer` */
	remove(kind: RemovableKind, id: string, by: string): Promise<void> {
		return this.#change(kind, (all, stamp) => {
			const before = all.get(id);
			if (before) all.set(id, removeRecord(before, { ...stamp, by }));
		});
	}

	/** Undoes a step. @throws ProblemError `step_superseded` where somebody has said something anew since */
	undo(step: HistoryStep, by: string): Promise<void> {
		const { kind } = step;
		if (kind === 'batch') return fail('step_superseded');
		return this.#change(kind, (all, stamp) => {
			const before = all.get(step.id);
			const without = before ? undone(before, step, { ...stamp, by }, now()) : null;
			all.set(step.id, without ?? fail('step_superseded'));
		});
	}

	/**
	 * Keeps a map in the place of the one there was; null takes it away. By whom is kept.
	 *
	 * @throws ProblemError `records_newer`
	 */
	setMap(map: QuartierMap | null, by: string): Promise<void> {
		return this.#change(MAP, (all, { at }) => {
			const stamp = { at, by };
			const before = all.get(MAP);
			if (map) all.set(MAP, putRecord(before, { ...quartierMapSchema.parse(map), id: MAP }, stamp));
			else if (before) all.set(MAP, removeRecord(before, stamp));
		});
	}

	/** Says something of the workspace itself. */
	describe(about: Partial<Omit<About, 'id' | 'key'>>, by: string): Promise<void> {
		return this.#change(WORKSPACE, (all, stamp) => {
			const record = { id: WORKSPACE, ...about };
			all.set(WORKSPACE, putRecord(all.get(WORKSPACE), record, { ...stamp, by }));
		});
	}

	/** Changes the records of a kind as they are on the disk by then; they are shown once they are there. */
	#change(kind: Kind, change: (all: Map<string, Versioned>, stamp: Stamp) => void): Promise<void> {
		return this.#write(async () => {
			const file = await this.#load(kind);
			if (file.newer) fail('records_newer');
			const at = nextTime(latestTime(file.records.values()), Date.now(), this.#who);
			change(file.records, { at, by: '' });
			await writeRecordFile(this.#store, kind, file.records);
			this.#files = { ...this.#files, [kind]: file };
		});
	}
}
