import { ProblemError, type Problem } from '$lib/domain';
import type { BatchMeta, Codebook, Mapping, ReadOverride } from '$lib/ingest';
import { momentText, problemOf } from '$lib/words';
import { IngestClient, type CheckView, type FileView, type Step } from '$lib/workspace';
import { workspace } from '../workspace';
import {
	changeColumn,
	withCorrections,
	withField,
	type ColumnChange,
	type FieldRole
} from './mapping';

/** Where the user is. Each step holds what it needs; there is no other way from one to the next than the methods below. */
export type WizardState =
	| { step: 'choose' }
	| { step: 'reading' }
	| { step: 'recognised'; view: FileView }
	| { step: 'columns'; view: FileView }
	| { step: 'wave'; view: FileView }
	| { step: 'checks'; view: FileView; check: CheckView }
	| { step: 'loading'; view: FileView; check: CheckView; progress: Step }
	| { step: 'done'; meta: BatchMeta };

const today = (): string => new Date().toISOString().slice(0, 10);

/** Files with codebooks before those that they describe, by how they begin. */
async function codebooksFirst(files: Iterable<File>): Promise<File[]> {
	const begun = await Promise.all(
		[...files].map(async (file) => ({ file, start: await file.slice(0, 200).text() }))
	);
	const isFirst = ({ start }: { start: string }) => /^\s*(<\?xml|\{\s*"|"?class"?\t)/.test(start);
	return [...begun.filter(isFirst), ...begun.filter((one) => !isFirst(one))].map(
		({ file }) => file
	);
}

/** Brings files in, one after the other. Nothing is stored before the last step. */
export class Wizard {
	state = $state.raw<WizardState>({ step: 'choose' });
	mapping = $state.raw<Mapping | null>(null);
	problem = $state.raw<Problem | null>(null);
	file = $state.raw<File | null>(null);
	waiting = $state.raw<File[]>([]);
	override = $state.raw<ReadOverride>({});
	/** what another file says about the columns; holds for all files until it is taken off */
	codebook = $state.raw<{ name: string; books: Codebook[] } | null>(null);
	undone = $state(false);
	/** names of the surveys whose confirmed columns may hold for this file; empty where the user wants none */
	earlier = $state.raw<{ name: string; codebook: Codebook }[]>([]);
	/** the batch that is read in another way, where it is no new file */
	again = $state.raw<BatchMeta | null>(null);
	/** the batch that this file takes the place of */
	replaces = $state.raw<BatchMeta | null>(null);
	#unlike = false;
	reading = $state(false);
	#client: IngestClient | null = null;
	#loading: AbortController | null = null;

	/** Starts what reads files, so that the first one need not wait for it. */
	prepare(): IngestClient['api'] {
		this.#client ??= new IngestClient();
		return this.#client.api;
	}

	/** Takes files in; the first one is opened at once when nothing else is under way. */
	async add(files: Iterable<File>): Promise<void> {
		const sorted = await codebooksFirst(files);
		this.waiting = [...this.waiting, ...sorted];
		if (this.state.step === 'choose' || this.state.step === 'done') await this.next();
	}

	/** Opens the next file that waits, or goes back to choosing. */
	async next(): Promise<void> {
		this.#reset();
		const [file, ...rest] = this.waiting;
		this.waiting = rest;
		if (!file) return;
		this.file = file;
		await this.#read();
	}

	#reset(): void {
		// With the file goes the memory that it took; one that read nothing yet is as good as new.
		if (this.file || this.again) {
			this.#client?.close();
			this.#client = null;
		}
		this.state = { step: 'choose' };
		this.mapping = null;
		this.problem = null;
		this.file = null;
		this.override = {};
		this.undone = false;
		this.again = null;
		this.replaces = null;
		this.#unlike = false;
	}

	/** Reads the file again with what the user knows better; all stays as it was where that fails. */
	async overrule(override: ReadOverride): Promise<void> {
		const before = this.override;
		this.override = { ...before, ...override };
		await this.#read();
		if (this.problem) this.override = before;
	}

	async #read(): Promise<void> {
		const file = this.file;
		if (!file) return;
		this.problem = null;
		// Who corrects what was recognised stays where she is, and so does the keyboard.
		if (this.state.step !== 'recognised') this.state = { step: 'reading' };
		this.reading = true;
		try {
			const api = this.prepare();
			this.earlier = this.#unlike ? [] : await workspace.codebooks();
			const view = await api.open(file, {
				...this.override,
				codebooks: this.codebook?.books,
				earlier: this.earlier.map(({ codebook }) => codebook)
			});
			if (this.file !== file) return;
			await workspace.refuseKnown(view.sha256, file.name, momentText);
			this.mapping = view.mapping;
			this.replaces = this.loadedBefore;
			this.state = { step: 'recognised', view };
			// Nobody waits for it: where the file is given up meanwhile, there is nothing to tell.
			void workspace
				.pseudonymKey()
				.then((key) => api.pseudonymise(view.mapping, key))
				.catch(() => undefined);
		} catch (error) {
			const isCodebook = problemOf(error).code === 'file_is_codebook';
			if (!(isCodebook && (await this.#take(file)))) {
				if (!isCodebook) this.#fail(error);
				if (this.state.step === 'reading') this.state = { step: 'choose' };
			}
		}
		this.reading = false;
	}

	/** Takes a file as the codebook of those that follow; true where it is one. */
	async #take(file: File): Promise<boolean> {
		try {
			const books = await this.prepare().codebooks(file);
			if (!books) throw new ProblemError({ code: 'no_codebook', params: {} });
			this.codebook = { name: file.name, books };
		} catch (error) {
			const problem = problemOf(error);
			this.problem = { ...problem, place: { file: file.name, ...problem.place } };
			return false;
		}
		if (this.file === file) await this.next();
		return true;
	}

	/** The batch of the same name and kind: most likely what this file corrects. */
	get loadedBefore(): BatchMeta | null {
		const { file, mapping } = this;
		const same = workspace.batches.findLast(
			(batch) => batch.file.name === file?.name && batch.kind === mapping?.kind
		);
		return same ?? null;
	}

	/** Opens a loaded batch again, for its columns to be read in another way. */
	async reopen(meta: BatchMeta): Promise<void> {
		this.#reset();
		this.state = { step: 'reading' };
		try {
			const view = await this.prepare().reopen(await workspace.batch(meta.id));
			this.again = meta;
			this.replaces = meta;
			this.mapping = view.mapping;
			this.state = { step: 'columns', view };
		} catch (error) {
			this.#fail(error);
			this.state = { step: 'choose' };
		}
	}

	/** Reads the file without what was confirmed for an earlier one. */
	async forgetEarlier(): Promise<void> {
		this.#unlike = true;
		await this.#read();
	}

	/** Describes the open file by a codebook, or (null) by none. */
	async describe(file: File | null): Promise<void> {
		this.problem = null;
		if (file === null) this.codebook = null;
		else if (!(await this.#take(file))) return;
		await this.#read();
	}

	/** A problem names the file, whatever part of the program it comes from. */
	#fail(error: unknown): void {
		const problem = problemOf(error);
		const file = this.file?.name ?? this.again?.file.name ?? '';
		this.problem = { ...problem, place: { file, ...problem.place } };
	}

	toColumns(): void {
		const { state } = this;
		if (state.step === 'recognised' || state.step === 'wave' || state.step === 'checks') {
			this.problem = null;
			this.state = { step: 'columns', view: state.view };
		}
	}

	toRecognised(): void {
		if (this.state.step === 'columns') this.state = { step: 'recognised', view: this.state.view };
	}

	/** Changes what a column is; an item is suggested where a column becomes one. */
	async setColumn(index: number, change: ColumnChange): Promise<void> {
		if (!this.mapping || !this.#client) return;
		let column = changeColumn(this.mapping.columns, index, change);
		const changed = column[index];
		if (changed?.role === 'item' && !changed.item) {
			const item = await this.#client.api.itemFor(this.mapping, index);
			column = column.with(index, item);
		}
		this.mapping = { ...this.mapping, columns: column };
	}

	/** Says which column a field is, or that it is one value for the whole file. */
	setField(role: FieldRole, index: number | null): void {
		if (this.mapping) this.mapping = withField(this.mapping, role, index);
	}

	patch(patch: Partial<Mapping>): void {
		if (this.mapping) this.mapping = { ...this.mapping, ...patch };
	}

	/** Says which earlier item an item goes on from, or (null) that it is a new one. */
	goOn(index: number, from: { key: string; text: string } | null): void {
		if (!this.mapping) return;
		const columns = this.mapping.columns.map((column) => {
			if (column.index !== index) return column;
			const changed = { ...column };
			if (from) changed.continues = { key: from.key, text: from.text };
			else delete changed.continues;
			return changed;
		});
		this.mapping = { ...this.mapping, columns };
	}

	/** From the columns to the waves of a survey; other files go straight to the checks. */
	async toWave(): Promise<void> {
		const { state, mapping } = this;
		if (!mapping || !this.#client || (state.step !== 'columns' && state.step !== 'checks')) return;
		this.problem = null;
		if (mapping.kind !== 'survey') {
			await this.toChecks();
			return;
		}
		if (!mapping.columns.some((column) => column.role === 'item')) {
			this.problem = { code: 'no_items', params: {}, place: { file: this.file?.name ?? '' } };
			return;
		}
		const suggested = await this.#client.api.waves(mapping);
		const waves = suggested.map(
			(wave) => mapping.waves.find((known) => known.key === wave.key) ?? wave
		);
		this.mapping = { ...mapping, waves };
		this.state = { step: 'wave', view: state.view };
	}

	/** Checks every row, and matches the names of the Quartiere. */
	async toChecks(): Promise<void> {
		const { state, mapping } = this;
		if (!mapping || !this.#client || !('view' in state)) return;
		await workspace.opened;
		const quartiere = workspace.holdings.quartiere.map((quartier) => quartier.name);
		try {
			const refers = mapping.columns.some(({ role }) => role === 'case');
			const cases = refers
				? { keys: await workspace.caseKeys(), key: await workspace.pseudonymKey() }
				: undefined;
			const known = { quartiere, ...(cases ? { cases } : {}) };
			const check = await this.#client.api.check(mapping, known, today());
			// A name that is nearly a known one is taken for it, visibly; the user can say otherwise.
			const chosen = mapping.quartierNames.map(([spelling]) => spelling);
			const suggested = check.spellings
				.filter(({ spelling, suggestion }) => suggestion !== null && !chosen.includes(spelling))
				.map(({ spelling, suggestion }): [string, string | null] => [spelling, suggestion]);
			this.mapping = { ...mapping, quartierNames: [...mapping.quartierNames, ...suggested] };
			this.state = { step: 'checks', view: state.view, check };
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Says what a spelling means: a Quartier's name, or null to leave the rows out. */
	async nameQuartier(spelling: string, name: string | null): Promise<void> {
		if (!this.mapping) return;
		const others = this.mapping.quartierNames.filter(([known]) => known !== spelling);
		this.mapping = { ...this.mapping, quartierNames: [...others, [spelling, name]] };
		await this.toChecks();
	}

	/**
	 * Says what cells of a column mean: another value, nothing ('') or rows that stay out (null);
	 * undefined takes back what was said before.
	 */
	async correct(
		index: number,
		changes: readonly (readonly [value: string, to: string | null | undefined])[]
	): Promise<void> {
		if (!this.mapping) return;
		const columns = this.mapping.columns.map((column) =>
			column.index === index ? withCorrections(column, changes) : column
		);
		this.mapping = { ...this.mapping, columns };
		await this.toChecks();
	}

	/** Loads the file: all of it that passed the checks, or nothing. */
	async load(): Promise<void> {
		const { state, mapping, file } = this;
		const client = this.#client;
		const source = this.again?.file ?? file;
		if (state.step !== 'checks' || !mapping || !source || !client) return;
		const { view, check } = state;
		const running = (this.#loading = new AbortController());
		this.problem = null;
		this.state = { step: 'loading', view, check, progress: 'reading' };
		try {
			const { name, size } = source;
			const open = async () => ({ client, mapping, size });
			const [meta] = await workspace.load([{ kind: mapping.kind, name, open }], {
				signal: running.signal,
				replaces: this.replaces?.id,
				onStep: (progress) => (this.state = { step: 'loading', view, check, progress })
			});
			if (meta) this.state = { step: 'done', meta };
		} catch (error) {
			if (!running.signal.aborted) this.#fail(error);
			this.state = { step: 'checks', view, check };
		}
	}

	/** Stops loading; nothing of the file stays. */
	cancel(): void {
		this.#loading?.abort();
	}

	/** Takes back what was just loaded. */
	async undo(): Promise<void> {
		if (this.state.step !== 'done') return;
		try {
			await workspace.undo(this.state.meta.id);
			this.undone = true;
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Gives the file up. */
	async discard(): Promise<void> {
		await this.next();
	}

	close(): void {
		this.#client?.close();
	}
}
