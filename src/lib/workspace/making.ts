import { proxy } from 'comlink';
import { fail } from '../domain';
import type { Catalog, TableRows } from '../engine';
import type { BatchMeta, Codebook, Mapping } from '../ingest';
import { keepCodebook, now, removeBatch, writeBatch } from './batches';
import type { Inbox } from './inbox';
import type { IngestClient } from './ingest-client';
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
	catalog: Catalog;
	sample: boolean;
	signal?: AbortSignal | undefined;
	onStep?: ((step: Step) => void) | undefined;
};

type Making = {
	/** the batches, once all of them are kept */
	done: Promise<BatchMeta[]>;
	/** rejects when `done` does, and never resolves */
	failed: Promise<never>;
	/** removes what was kept, when it is known what that is */
	takeBack: () => Promise<void>;
};

async function keep(
	store: Store,
	meta: BatchMeta,
	batch: Promise<Uint8Array<ArrayBuffer>>,
	codebook: Codebook | null
): Promise<BatchMeta> {
	try {
		if (codebook) await keepCodebook(store, meta.id, codebook);
		await writeBatch(store, meta, await batch);
		return meta;
	} catch (error) {
		await removeBatch(store, meta.id).catch(() => undefined);
		return fail('storage_failed', {
			reason: error instanceof Error ? error.message : String(error)
		});
	}
}

/** Makes batches of files, one after the other, keeps them, and puts their rows into the inbox as they are made. */
export function makeBatches(
	uploads: readonly Upload[],
	{ store, key, catalog: first, sample, signal, onStep }: MakeOptions,
	rows: Inbox<TableRows>
): Making {
	const keeping: Promise<BatchMeta>[] = [];
	const ids: string[] = [];
	const make = async () => {
		let catalog = first;
		for (const { open, name } of uploads) {
			onStep?.('reading');
			const { client, mapping, size } = await open();
			const id = crypto.randomUUID();
			ids.push(id);
			const about = { id, author: '', created: now(), sample, name, size };
			const take = proxy((one: TableRows) => rows.put(one));
			const made = await client.api.commit(mapping, about, key, catalog, take);
			signal?.throwIfAborted();
			if (made.meta.loaded === 0) fail('nothing_left', {}, { file: name });
			catalog = made.catalog;
			keeping.push(keep(store, made.meta, client.api.pack(id), made.codebook));
		}
		onStep?.('loading');
	};
	const done = make()
		.finally(() => rows.close())
		.then(() => Promise.all(keeping));
	const failed = new Promise<never>((_, reject) => void done.catch(reject));
	failed.catch(() => undefined);
	const takeBack = async () => {
		await done.catch(() => undefined);
		await Promise.allSettled(keeping);
		for (const id of ids) await removeBatch(store, id);
	};
	return { done, failed, takeBack };
}
