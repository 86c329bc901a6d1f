import { fail } from '../domain';
import { emptyCatalog, readCaseKeys, readCatalog, type TableRows } from '../engine';
import type { BatchMeta, LoadedKeys, Mapping } from '../ingest';
import { momentText } from '../words';
import { listBatches, settlePending } from './batch-files';
import type { Batches } from './batches.svelte';
import { dropCache } from './cache';
import type { Figures } from './figures.svelte';
import { AsyncQueue } from './async-queue';
import { namedKey, pseudonymKey } from './key';
import type { Records } from './records.svelte';
import type { MakeOptions, Upload } from './make-batches';
import type { Store } from './store';
import { sweep } from './sweep';
import type { Tables } from './tables';
import { withClient } from './with-client';
import type { Writer } from './writer';

/** What makes batches of files. */
const loadMakeBatches = () => import('./make-batches');

const idsOf = (batches: readonly BatchMeta[]): string => batches.map(({ id }) => id).join();

type LoadOptions = Pick<MakeOptions, 'signal' | 'onStep'> & {
	sample?: boolean;
	/** a batch that the new one takes the place of; it comes back when the new one is taken back */
	replaces?: string | undefined;
	/** who loads it; '' where nobody said a name */
	by?: string;
};

type Parts = {
	store: Store;
	writer: Writer;
	batches: Batches;
	records: Records;
	tables: Tables;
	figures: Figures;
};

/** Files on their way into the workspace, and what they are checked against. */
export class Imports {
	readonly #parts: Parts;
	/** resolves when it is known what the workspace holds */
	readonly #opened: () => Promise<void>;
	/** has the tables and the figures made anew of what counts */
	readonly #rebuild: () => Promise<void>;

	constructor(parts: Parts, opened: () => Promise<void>, rebuild: () => Promise<void>) {
		this.#parts = parts;
		this.#opened = opened;
		this.#rebuild = rebuild;
	}

	/** Gets what loading files needs, so that it is there even if the network is gone by then. */
	async prepare(): Promise<void> {
		await loadMakeBatches();
	}

	/** The key for pseudonyms, for the worker that reads a file. */
	pseudonymKey(): Promise<Uint8Array> {
		return pseudonymKey(this.#parts.store);
	}

	/** @throws ProblemError `same_file` for a file that was loaded before */
	async refuseKnown(sha256: string, name: string, when: (iso: string) => string): Promise<void> {
		const { batches } = this.#parts;
		await batches.listed;
		const known = batches.all.find((batch) => batch.file.sha256 === sha256);
		if (known) fail('same_file', { when: when(known.created) }, { file: name });
	}

	/** The rows of the batches of a kind, for a check to find those that a file has as well. */
	async loaded(kind: Mapping['kind']): Promise<LoadedKeys[]> {
		const { batches, store } = this.#parts;
		await batches.listed;
		const current = await this.pseudonymKey();
		const loaded = await Promise.all(
			batches.all
				.filter((batch) => batch.kind === kind)
				.map(async ({ id, file, created, key }): Promise<LoadedKeys[]> => {
					const bytes = await store.read('ids', id);
					const own = key === undefined ? null : await namedKey(store, key);
					return bytes ? [{ batch: id, name: file.name, created, bytes, key: own ?? current }] : [];
				})
		);
		return loaded.flat();
	}

	/** The pseudonyms of the cases that are loaded, to which other records may refer. */
	async caseKeys(): Promise<string[]> {
		await this.#opened();
		return readCaseKeys(await this.#parts.tables.start());
	}

	/** How the file of a batch was read. @throws ProblemError `batch_missing`, and what a damaged one says */
	mapping(id: string): Promise<Mapping> {
		return withClient(
			async ({ api }) => (await api.reopen(await this.#parts.batches.bytes(id))).mapping
		);
	}

	/** Reads a batch in another way and puts it in the place of what it was, all or nothing; by whom is kept. */
	async remap(meta: BatchMeta, change: (mapping: Mapping) => Mapping, by: string): Promise<void> {
		await withClient(async (client) => {
			const { mapping } = await client.api.reopen(await this.#parts.batches.bytes(meta.id));
			const { name, size } = meta.file;
			const open = async () => ({ client, mapping: change(mapping), size });
			const options = { replaces: meta.id, sample: meta.sample, by };
			await this.load([{ kind: meta.kind, name, open }], options);
		});
	}

	/**
	 * Keeps files as batches and loads them, each opened when its turn comes. All or nothing: when it
	 * is cancelled or fails, neither the store nor the tables have anything of them.
	 */
	async load(uploads: readonly Upload[], options: LoadOptions = {}): Promise<BatchMeta[]> {
		await this.#opened();
		return this.#parts.writer.write(() => this.#load(uploads, options));
	}

	async #load(uploads: readonly Upload[], options: LoadOptions): Promise<BatchMeta[]> {
		/** the tables hold something else than what counts, should this fail */
		let isAstray = false;
		try {
			return await this.#parts.tables.inTurn(() =>
				this.#loadInTurn(uploads, options, (astray) => (isAstray = astray))
			);
		} catch (error) {
			if (isAstray) await this.#rebuild();
			throw error;
		}
	}

	async #loadInTurn(
		uploads: readonly Upload[],
		{ signal, onStep, replaces, sample = false, by = '' }: LoadOptions,
		astray: (isAstray: boolean) => void
	): Promise<BatchMeta[]> {
		const { store, batches, records, tables, figures } = this.#parts;
		const { aliases } = records;
		signal?.throwIfAborted();
		// So that the browser does not clear the data away when space runs short.
		void navigator.storage.persist();
		await settlePending(store);
		// Another window may have written since this one looked.
		const before = (await listBatches(store)).batches;
		const isStale = idsOf(before) !== idsOf(batches.all);
		const staying = before.filter(({ id }) => id !== replaces);
		if (replaces !== undefined && staying.length === before.length) fail('replaced_meanwhile');
		const seen = [...staying];
		const refuse = (meta: BatchMeta) => {
			const same = seen.find(({ file }) => file.sha256 === meta.file.sha256);
			if (same) fail('same_file', { when: momentText(same.created) }, { file: meta.file.name });
			seen.push(meta);
		};
		// Master data may name the city of a Quartier that is there already: then all is built anew.
		const anew =
			isStale ||
			staying.length < before.length ||
			uploads.some(({ kind }, place) => kind === 'quartierYear' && before.length + place > 0);
		const rows = new AsyncQueue<TableRows>();
		const key = await this.pseudonymKey();
		const catalog =
			before.length === 0 ? Promise.resolve(emptyCatalog()) : tables.start().then(readCatalog);
		const { makeBatches } = await loadMakeBatches();
		const made = makeBatches(
			uploads,
			{ store, key, catalog, aliases, sample, by, replaces, refuse, signal, onStep },
			rows
		);
		astray(isStale);
		try {
			await Promise.race([tables.start(), made.failed]);
			if (anew) await tables.replace([...staying, ...(await made.done)], signal);
			// Kept on disk while the database takes the rows, which hold once both is done.
			else await tables.append(rows, { signal, kept: made.done });
			if (!anew && (await made.stale)) {
				astray(true);
				await tables.replace([...before, ...(await made.done)]);
			}
		} catch (error) {
			await made.takeBack();
			await figures.settled();
			await dropCache(store);
			throw error;
		}
		// One step back is kept: what was replaced now, not what that one had replaced.
		await sweep(store).catch(() => undefined);
		await figures.refresh({ batches: await batches.list(), aliases });
		batches.markUnread(tables.damaged);
		return made.done;
	}
}
