import { fail, type Versioned } from '../domain';
import type { BatchMeta, Codebook } from '../ingest';
import { listBatches, removeBatch, type Damaged, type Listing } from './batch-files';
import { dropCache } from './cache';
import { deletionDates } from './deletion-date';
import { forgetBatches, sweepParts } from './file/states';
import { readKeptCodebook } from './kept-codebooks';
import { setDeletionDate } from './set-deletion-date';
import type { Store } from './store';
import { isLittered, sweep } from './sweep';
import { dropNotice, needsUpkeep, readNotice, upkeep, type CleanedNotice } from './upkeep';
import { withClient } from './with-client';
import type { Writer } from './writer';

const NONE: Listing['earlier'] = new Map();

/** The batches that the workspace is made of. */
export class Batches {
	/** what counts, the oldest first */
	all = $state.raw<BatchMeta[]>([]);
	/** of all batches, those that were taken back included */
	records = $state.raw<Versioned[]>([]);
	/** what batches took the place of, by their ids; it comes back when those are taken back */
	#earlier: Listing['earlier'] = $state.raw(NONE);
	/** what was deleted from batches of earlier versions, until somebody has read it */
	cleaned = $state.raw<CleanedNotice | null>(null);
	/** batches whose description cannot be read */
	#undescribed = $state.raw<Damaged[]>([]);
	/** ids of batches whose rows cannot be read */
	#unread = $state.raw<readonly string[]>([]);
	/** batches that cannot be read, and count nowhere */
	damaged = $derived<Damaged[]>([
		...this.#undescribed,
		...this.all
			.filter(({ id }) => this.#unread.includes(id))
			.map(({ id, file }) => ({ id, name: file.name }))
	]);

	/** from which days on batches are to be deleted (ISO), by their ids */
	deletionDates = $derived(
		deletionDates(this.records, { batches: this.all, earlier: this.#earlier })
	);

	readonly #store: Store;
	readonly #writer: Writer;
	/** has the tables and the figures made anew of what counts */
	readonly #rebuild: () => Promise<void>;
	/** has the state of now kept, so that what is taken back can be brought back */
	readonly #keep: () => Promise<unknown>;
	#listed: Promise<unknown> = Promise.resolve();

	constructor(
		store: Store,
		writer: Writer,
		rebuild: () => Promise<void>,
		keep: () => Promise<unknown>
	) {
		this.#store = store;
		this.#writer = writer;
		this.#rebuild = rebuild;
		this.#keep = keep;
	}

	/** Resolves when the batches are listed, which is long before their tables are there. */
	get listed(): Promise<unknown> {
		return this.#listed;
	}

	/**
	 * Lists the batches for the first time, repaired and cleaned where they are of an earlier version.
	 *
	 * @param readable resolves when the store can be read
	 */
	open(readable: Promise<void>): Promise<BatchMeta[]> {
		const listed = readable
			.then(() => listBatches(this.#store))
			.then((found) => (needsUpkeep(found) ? this.#upkeep(found) : found))
			.then((found) => this.#take(found));
		this.#listed = listed.catch(() => undefined);
		return listed;
	}

	/** Lists the batches as they are now, in another window's work too. */
	async list(): Promise<BatchMeta[]> {
		return this.#take(await listBatches(this.#store));
	}

	#take({ batches, earlier, records, damaged }: Listing): BatchMeta[] {
		this.all = batches;
		this.records = records;
		this.#earlier = earlier;
		this.#undescribed = damaged;
		return batches;
	}

	/** Some have rows that cannot be read. */
	markUnread(ids: readonly string[]): void {
		this.#unread = ids;
	}

	/** Repairs and cleans what is kept, unless another window is at it. */
	async #upkeep(listing: Listing): Promise<Listing> {
		const done = await this.#writer.whileFree(() =>
			withClient(async ({ api }) => upkeep(this.#store, await listBatches(this.#store), api))
		);
		return done ?? listing;
	}

	/** Removes what windows left that were closed while they wrote. Nobody waits for it. */
	async sweep(): Promise<void> {
		try {
			const isNeeded = await isLittered(this.#store, await listBatches(this.#store));
			if (isNeeded) await this.#writer.whileFree(() => sweep(this.#store));
		} catch {
			// It stays until the next start.
		}
	}

	/** The kept bytes of a batch, to be read again. @throws ProblemError `batch_missing` */
	async bytes(id: string): Promise<Uint8Array<ArrayBuffer>> {
		return (await this.#store.read('batches', id)) ?? fail('batch_missing');
	}

	/** What was confirmed about the columns of a survey. @throws ProblemError `batch_missing` */
	async codebook(id: string): Promise<Codebook> {
		return (await readKeptCodebook(this.#store, id)) ?? fail('batch_missing');
	}

	/** What was confirmed about the columns of the surveys so far, the newest first. */
	async codebooks(): Promise<{ name: string; codebook: Codebook }[]> {
		await this.#listed;
		const surveys = this.all.filter(({ kind }) => kind === 'survey').toReversed();
		const found = await Promise.all(
			surveys.map(async ({ id, file }) => ({
				name: file.name,
				codebook: await readKeptCodebook(this.#store, id)
			}))
		);
		return found.flatMap(({ name, codebook }) => (codebook ? [{ name, codebook }] : []));
	}

	/** The batch that another one took the place of, where it is still kept. */
	before({ id }: BatchMeta): BatchMeta | undefined {
		return this.#earlier.get(id)?.[0];
	}

	/** Whether the day (ISO) has come from which on a batch is to be deleted. */
	isDue({ id }: BatchMeta, today: string): boolean {
		const day = this.deletionDates.get(id);
		return day !== undefined && day <= today;
	}

	/** Takes a batch back, whole; by whom is kept. What it took the place of counts again. */
	undo(id: string, by: string): Promise<void> {
		return this.#without(async () => {
			// Where there is no room for that, taking it back makes some.
			await this.#keep().catch(() => undefined);
			await removeBatch(this.#store, id, by);
		});
	}

	/** Deletes a batch for good, and what it took the place of; by whom is kept. */
	delete({ id }: Pick<BatchMeta, 'id'>, by: string): Promise<void> {
		// Earlier ones first: they must not come back where the window is closed in between.
		const earlier = this.#earlier.get(id) ?? [];
		return this.#without(() => this.#forget([...earlier.map((one) => one.id).reverse(), id], by));
	}

	/** Deletes for good what a batch took the place of; the figures stay as they are. */
	deleteEarlier({ id }: BatchMeta, by: string): Promise<void> {
		return this.#writer.write(async () => {
			await this.#forget(
				(this.#earlier.get(id) ?? []).map((one) => one.id),
				by
			);
			await this.list();
		});
	}

	/** Says from which day on a batch is to be deleted (ISO); null: it may stay. @throws ProblemError `batch_missing` */
	setDeletionDate({ id }: BatchMeta, day: string | null, by: string): Promise<void> {
		return this.#writer.write(async () => {
			await setDeletionDate(this.#store, id, day, by);
			await this.list();
		});
	}

	/** Removes batches that count, and shows what is left. */
	#without(remove: () => Promise<void>): Promise<void> {
		return this.#writer.write(async () => {
			// What was made from them goes with them, even if the window is closed now.
			await dropCache(this.#store);
			await remove();
			await this.#rebuild();
		});
	}

	/** Removes batches for good, from earlier states first: whoever closes the window then can delete them again. */
	async #forget(ids: readonly string[], by: string): Promise<void> {
		await forgetBatches(this.#store, ids);
		for (const id of ids) await removeBatch(this.#store, id, by);
		await sweepParts(this.#store);
	}

	/** Reads what was deleted from batches of earlier versions. */
	async readCleaned(): Promise<void> {
		this.cleaned = await readNotice(this.#store);
	}

	/** Somebody has read what was deleted from batches of earlier versions. */
	async acknowledgeCleaned(): Promise<void> {
		await dropNotice(this.#store);
		this.cleaned = null;
	}
}
