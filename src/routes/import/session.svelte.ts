import { SvelteSet } from 'svelte/reactivity';
import type { Problem } from '$lib/domain';
import type { BatchMeta, Codebook, Mapping, ReadOverride } from '$lib/ingest';
import { problemOf } from '$lib/words';
import {
	BEGINNING,
	Drafts,
	IngestClient,
	isUnderWay,
	transition,
	type Draft,
	type ImportEvent,
	type ImportState
} from '$lib/workspace';
import { workspace } from '../workspace';
import { DraftKeeper } from './draft-keeper.svelte';

/** The file under way: where its import is, what is known of it, and the worker that has it open. */
export class Session {
	state = $state.raw<ImportState>(BEGINNING);
	file = $state.raw<File | null>(null);
	override = $state.raw<ReadOverride>({});
	/** what another file says about the columns; holds for all files until it is taken off */
	codebook = $state.raw<{ name: string; books: Codebook[] } | null>(null);
	/** names of the surveys whose confirmed columns may hold for this file; empty where the user wants none */
	earlier = $state.raw<{ name: string; codebook: Codebook }[]>([]);
	/** the batch that is read in another way, where it is no new file */
	again = $state.raw<BatchMeta | null>(null);
	/** the batch that this file takes the place of */
	replaces = $state.raw<BatchMeta | null>(null);
	/** what a person said about what is loaded already of this file; null where nobody was asked or answered yet */
	overlap = $state.raw<'replace' | 'keep' | null>(null);
	/** the draft that is gone on with, as long as the file itself is not there */
	resumed = $state.raw<Draft | null>(null);
	/** what waits for the file, as the draft does not have the column */
	needsFile = $state.raw<{ retry: () => Promise<void> } | null>(null);
	/** a column whose card is to be open when the columns are shown */
	goTo: number | null = null;
	/** columns that stand on a card of their own */
	readonly apart = new SvelteSet<number>();
	readonly draft = new DraftKeeper(new Drafts(), async (mapping) =>
		this.prepare().draft(mapping, await workspace.imports.pseudonymKey())
	);
	#client: IngestClient | null = null;

	get mapping(): Mapping | null {
		return 'mapping' in this.state ? this.state.mapping : null;
	}

	get problem(): Problem | null {
		return this.state.problem;
	}

	/** True while the file is read, for the first time or once more. */
	get isReading(): boolean {
		const { state } = this;
		return state.step === 'reading' || (state.step === 'recognised' && state.busy);
	}

	/** What is open, whatever it is: its name, and how large it is. */
	get source(): { name: string; size: number } | null {
		return this.again?.file ?? this.file ?? this.resumed?.file ?? null;
	}

	/** The batch of the same name and kind, which this file may correct. */
	get loadedBefore(): BatchMeta | null {
		const { source, mapping } = this;
		const same = workspace.batches.all.findLast(
			(batch) => batch.file.name === source?.name && batch.kind === mapping?.kind
		);
		return same ?? null;
	}

	/** Whether going away now would lose what no draft has. */
	get wouldLose(): boolean {
		const { state } = this;
		if (this.again) return 'view' in state && state.mapping !== state.view.mapping;
		return state.step === 'reading' || state.step === 'loading' || !this.draft.isKept;
	}

	/** Whether there is a file under way that leaving the page would put off. */
	get isUnderWay(): boolean {
		return this.again ? this.wouldLose : isUnderWay(this.state);
	}

	/** Whether the import can be gone on with later: there is something to keep, and it will be kept. */
	get leavesDraft(): boolean {
		return !this.again && 'view' in this.state && this.state.step !== 'recognised';
	}

	/** What reads files, where it is there. */
	get client(): IngestClient | null {
		return this.#client;
	}

	/** Starts what reads files, so that the first one need not wait for it. */
	prepare(): IngestClient['api'] {
		this.#client ??= new IngestClient();
		return this.#client.api;
	}

	on(event: ImportEvent): void {
		this.state = transition(this.state, event);
		this.#keepDraft();
	}

	/** A problem names the file, whatever part of the program it comes from. */
	fail(error: unknown, file = this.source?.name ?? ''): void {
		const problem = problemOf(error);
		this.on({ type: 'failed', problem: { ...problem, place: { file, ...problem.place } } });
	}

	/** Forgets the file under way. */
	reset(): void {
		// With the file goes the memory that it took; one that read nothing yet is as good as new.
		if (this.source) {
			this.#client?.close();
			this.#client = null;
		}
		this.file = null;
		this.override = {};
		this.again = null;
		this.replaces = null;
		this.overlap = null;
		this.resumed = null;
		this.needsFile = null;
		this.apart.clear();
		this.on({ type: 'reset' });
	}

	/** To the columns, and to the card of one of them where it is said which. */
	toColumns(goTo: number | null = null): void {
		this.goTo = goTo;
		this.on({ type: 'to-columns' });
	}

	back(): void {
		this.on({ type: 'back' });
	}

	/** Says something else about the columns: the mapping as it is to be. */
	map(mapping: Mapping): void {
		this.on({ type: 'mapped', mapping });
	}

	/** Changes columns by a rule, such as confirming them. */
	edit(rule: (columns: Mapping['columns']) => Mapping['columns']): void {
		const { mapping } = this;
		if (mapping) this.map({ ...mapping, columns: rule(mapping.columns) });
	}

	patch(patch: Partial<Mapping>): void {
		if (this.mapping) this.map({ ...this.mapping, ...patch });
	}

	/** Keeps what was said, as soon as there is something to keep: reading alone takes no decision. */
	#keepDraft(): void {
		const { state, source } = this;
		if (this.again || !source || !('view' in state) || state.step === 'recognised') return;
		if (state.step === 'loading') return this.draft.pause();
		const file = { name: source.name, size: source.size, sha256: state.view.sha256 };
		this.draft.note({ file, mapping: state.mapping, codebook: this.codebook ?? undefined });
	}

	close(): void {
		this.draft.pause();
		this.#client?.close();
	}
}
