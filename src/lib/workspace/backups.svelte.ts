import { fail, latestTime } from '../domain';
import type { Batches } from './batches.svelte';
import type { Backup } from './file/backups';
import type { Changes } from './file/changes';
import type { FileWork } from './file-work.svelte';
import type { Records } from './records.svelte';
import type { Writer } from './writer';

/** Milliseconds until it is tried again while a window writes. */
const AGAIN = 5000;

type Parts = { batches: Batches; records: Records; work: FileWork; writer: Writer };

/** States of the workspace before now, kept in the browser, which can be put back. */
export class Backups {
	/** the newest first; null before they were asked for */
	all = $state.raw<Backup[] | null>(null);

	readonly #parts: Parts;
	#kept = $state('');

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** when anything was changed last */
	#changed = $derived.by(() => {
		const { batches, records } = this.#parts;
		const all = [...records.versions].flatMap(([, versions]) => [...versions]);
		return latestTime([...batches.records, ...all]) ?? '';
	});
	/** when something was changed last that is in no state that this window has kept; empty where nothing was */
	due = $derived(this.#changed === this.#kept ? '' : this.#changed);

	/** Keeps the state of now, unless a window is just writing: then its turn comes later. */
	async keep(): Promise<void> {
		const changed = this.#changed;
		try {
			const { writer } = this.#parts;
			const isNew = await writer.whileFree(() => this.keepNow());
			if (isNew === undefined) return void setTimeout(() => void this.keep(), AGAIN);
			this.#kept = changed;
			if (isNew && this.all) await this.list();
		} catch {
			// With the next change, or at the next start.
		}
	}

	/** Keeps the state of now; whoever calls has the right to write. */
	keepNow(): Promise<boolean> {
		return this.#parts.work.inWorker((api) => api.keepBackup());
	}

	/** Reads which states are kept. */
	async list(): Promise<void> {
		this.all = await this.#parts.work.inWorker((api) => api.listBackups());
	}

	/** What would change if a state were put back; null where it is not there any more. */
	preview({ name }: Backup): Promise<Changes | null> {
		return this.#parts.work.inWorker((api) => api.previewRestore(name));
	}

	/** Puts a state back. What is now is kept before, so that it can be put back as well. @throws ProblemError `state_gone` */
	async restore({ name }: Backup, by: string): Promise<void> {
		const { work } = this.#parts;
		const isBack = await work.alone(
			(api) => api.restore(name, by),
			() => true
		);
		if (!isBack) fail('state_gone');
		await this.keep();
		await this.list();
	}
}
