import { isInDraft, type Mapping } from '$lib/ingest';
import type { Draft, Drafts } from '$lib/workspace';

/** Changes come one after the other; a pause as long as this, and they are kept. */
const PAUSE = 1200;

/** The columns whose cells a draft has, and what would change their cells. */
const columnsOf = ({ columns }: Mapping): string =>
	JSON.stringify(
		columns
			.filter(isInDraft)
			.map(({ index, role, delimiter }) => [index, role === 'opentext' || role === 'id', delimiter])
	);

/** Keeps the import under way as a draft, a moment after each change, one write after the other. */
export class DraftKeeper {
	/** true where all that was said so far would be there again */
	isKept = $state(true);
	/** what was begun at an earlier visit */
	found = $state.raw<Draft | null>(null);
	readonly #drafts: Drafts;
	readonly #pack: (mapping: Mapping) => Promise<Uint8Array<ArrayBuffer>>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#due: (() => Promise<void>) | null = null;
	#writing: Promise<void> = Promise.resolve();
	/** the columns that are kept, by the file that they are of */
	#kept = '';
	#last: Mapping | null = null;
	/** the draft on the disk is of the file under way */
	#isOwn = false;

	constructor(drafts: Drafts, pack: (mapping: Mapping) => Promise<Uint8Array<ArrayBuffer>>) {
		this.#drafts = drafts;
		this.#pack = pack;
	}

	async look(): Promise<void> {
		this.found = await this.#drafts.read();
	}

	columns(): Promise<Uint8Array<ArrayBuffer> | null> {
		return this.#drafts.columns();
	}

	/** Goes on with a draft that is there. */
	adopt({ file, mapping }: Draft): void {
		this.#kept = file.sha256 + columnsOf(mapping);
		this.#last = mapping;
		this.#isOwn = true;
		this.found = null;
		this.isKept = true;
	}

	/** Takes down what was said about a file; it is kept when nothing more is said for a moment. */
	note(draft: Omit<Draft, 'saved'>): void {
		const { mapping } = draft;
		if (mapping === this.#last) return;
		this.#last = mapping;
		this.isKept = false;
		clearTimeout(this.#timer);
		this.#due = () => this.#keep(draft);
		this.#timer = setTimeout(() => void this.flush(), PAUSE);
	}

	/** Keeps what was noted now, and resolves when it is on the disk. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		const due = this.#due;
		this.#due = null;
		// Without room on the disk there is no draft; leaving the page asks then.
		if (due) this.#writing = this.#writing.then(due).catch(() => undefined);
		await this.#writing;
	}

	async #keep(draft: Omit<Draft, 'saved'>): Promise<void> {
		const { file, mapping } = draft;
		const columns = file.sha256 + columnsOf(mapping);
		const packed = columns === this.#kept ? null : await this.#pack(mapping);
		if (mapping !== this.#last) return;
		await this.#drafts.keep(draft, packed);
		this.#isOwn = true;
		this.found = null;
		this.#kept = columns;
		this.isKept = mapping === this.#last;
	}

	/** Keeps nothing for now: the file is being loaded, or the page is left. */
	pause(): void {
		clearTimeout(this.#timer);
		this.#due = null;
	}

	/** Forgets what was kept of the file under way; a draft of another one stays. */
	async close(): Promise<void> {
		this.pause();
		this.#last = null;
		await this.#writing;
		this.isKept = true;
		if (this.#isOwn) await this.discard();
	}

	/** Forgets the draft there is. */
	async discard(): Promise<void> {
		this.#kept = '';
		this.#isOwn = false;
		this.found = null;
		await this.#drafts.discard();
	}
}
