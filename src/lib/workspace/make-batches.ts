import { proxy } from 'comlink';
import { fail, ProblemError, type Alias, type Versioned } from '../domain';
import type { Catalog, TableRows } from '../engine';
import type { BatchMeta, Mapping } from '../ingest';
import type { AsyncQueue } from './async-queue';
import { publish, recordBefore, takeBack, writeFiles } from './batch-files';
import type { IngestClient } from './ingest-client';
import { now } from './json-files';
import type { Store } from './store';

/** How far a longer piece of work is: a step with a name in `messages/`. */
export type Step = 'reading' | 'loading';

/** A file to be loaded, and how to open it when its turn comes: the client that has it open, and its mapping. */
export type Upload = {
	kind: Mapping['kind'];
	name: string;
	open: () => Promise<{ client: IngestClient; mapping: Mapping; size: number }>;
};

export type MakeOptions = {
	store: Store;
	/** for pseudonyms */
	key: Uint8Array;
	/** what rows are numbered on from */
	catalog: Promise<Catalog>;
	/** what people corrected of the names in files */
	aliases: readonly Alias[];
	sample: boolean;
	/** who loads it; '' where nobody said a name */
	by: string;
	/** the batch that the new one takes the place of */
	replaces?: string | undefined;
	/** throws where a batch must not be kept beside those that there are */
	refuse: (meta: BatchMeta) => void;
	signal?: AbortSignal | undefined;
	onStep?: ((step: Step) => void) | undefined;
};

type Making = {
	/** the batches, once all of them are kept and count */
	done: Promise<BatchMeta[]>;
	/** whether names in the tables would have to change, so that all of them are to be made anew */
	stale: Promise<boolean>;
	/** rejects when `done` does, and never resolves */
	failed: Promise<never>;
	/** removes what was kept, when it is known what that is */
	takeBack: () => Promise<void>;
};

/** Does what writes to the store. @throws ProblemError `storage_failed` */
async function storing(work: Promise<void>): Promise<void> {
	try {
		await work;
	} catch (error) {
		if (error instanceof ProblemError) throw error;
		fail('storage_failed', { reason: error instanceof Error ? error.message : String(error) });
	}
}

/** Makes batches of files, one after the other, keeps them, and puts their rows into the queue as they are made. */
export function makeBatches(
	uploads: readonly Upload[],
	{
		store,
		key,
		catalog: first,
		aliases,
		sample,
		by,
		replaces,
		refuse,
		signal,
		onStep
	}: MakeOptions,
	rows: AsyncQueue<TableRows>
): Making {
	const keeping: Promise<void>[] = [];
	const metas: BatchMeta[] = [];
	/** the record of each batch, before it was loaded */
	const before = new Map<string, Versioned | null>();
	const make = async () => {
		let catalog = await first;
		let stale = false;
		for (const { open, name } of uploads) {
			onStep?.('reading');
			const { client, mapping, size } = await open();
			const about = { author: by, created: now(), sample, name, size, replaces };
			const take = proxy((one: TableRows) => rows.put(one));
			const made = await client.api.commit(mapping, about, key, { catalog, aliases }, take);
			signal?.throwIfAborted();
			if (made.meta.loaded === 0) fail('nothing_left', {}, { file: name });
			catalog = made.catalog;
			stale ||= made.stale;
			refuse(made.meta);
			const { id } = made.meta;
			before.set(id, await recordBefore(store, id));
			metas.push(made.meta);
			const { codebook } = made;
			keeping.push(
				storing(
					client.api.pack(id).then((packed) => writeFiles(store, id, { ...packed, codebook }))
				)
			);
		}
		onStep?.('loading');
		return stale;
	};
	const stale = make().finally(() => rows.close());
	const done = stale
		.then(() => Promise.all(keeping))
		.then(() => signal?.throwIfAborted())
		.then(() => storing(publish(store, metas)))
		.then(() => metas);
	const failed = new Promise<never>((_, reject) => void done.catch(reject));
	failed.catch(() => undefined);
	const undo = async () => {
		await done.catch(() => undefined);
		await Promise.allSettled(keeping);
		await takeBack(store, before);
	};
	return { done, stale, failed, takeBack: undo };
}
