import { SvelteSet } from 'svelte/reactivity';
import { ProblemError, type Problem } from '$lib/domain';
import {
	isInDraft,
	type BatchMeta,
	type Codebook,
	type Mapping,
	type ReadOverride
} from '$lib/ingest';
import { momentText, problemOf } from '$lib/words';
import {
	BEGINNING,
	changeColumns,
	Drafts,
	goingOn,
	IngestClient,
	isUnderWay,
	likeThat,
	suggestedWaves,
	transition,
	withCorrections,
	withField,
	withRowCorrections,
	type ColumnChange,
	type Draft,
	type FieldRole,
	type ImportEvent,
	type ImportState
} from '$lib/workspace';
import { workspace } from '../workspace';
import { DraftKeeper } from './draft-keeper.svelte';

/** A question has so many different answers at most. */
const MOST_ANSWERS = 60;

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

/**
 * Brings files in, one after the other: does what the steps of the import need done, and tells the
 * machine what came of it. Nothing is loaded before the last step.
 */
export class Wizard {
	state = $state.raw<ImportState>(BEGINNING);
	file = $state.raw<File | null>(null);
	waiting = $state.raw<File[]>([]);
	override = $state.raw<ReadOverride>({});
	/** what another file says about the columns; holds for all files until it is taken off */
	codebook = $state.raw<{ name: string; books: Codebook[] } | null>(null);
	/** names of the surveys whose confirmed columns may hold for this file; empty where the user wants none */
	earlier = $state.raw<{ name: string; codebook: Codebook }[]>([]);
	/** the batch that is read in another way, where it is no new file */
	again = $state.raw<BatchMeta | null>(null);
	/** the batch that this file takes the place of */
	replaces = $state.raw<BatchMeta | null>(null);
	/** what a person said about rows that another batch has as well; null where nobody was asked or answered yet */
	overlap = $state.raw<'replace' | 'keep' | null>(null);
	/** the draft that is gone on with, as long as the file itself is not there */
	resumed = $state.raw<Draft | null>(null);
	/** what waits for the file, as the draft does not have the column */
	needsFile = $state.raw<{ retry: () => Promise<void> } | null>(null);
	/** a column whose card is to be open when the columns are shown */
	goTo: number | null = null;
	/** columns that stand on a card of their own */
	readonly apart = new SvelteSet<number>();
	readonly draft = new DraftKeeper(new Drafts(), (mapping) => this.#packed(mapping));
	#unlike = false;
	#client: IngestClient | null = null;
	#loading: AbortController | null = null;

	#on(event: ImportEvent): void {
		this.state = transition(this.state, event);
		this.#keepDraft();
	}

	get mapping(): Mapping | null {
		return 'mapping' in this.state ? this.state.mapping : null;
	}

	get problem(): Problem | null {
		return this.state.problem;
	}

	/** True while the file is read, for the first time or once more. */
	get reading(): boolean {
		const { state } = this;
		return state.step === 'reading' || (state.step === 'recognised' && state.busy);
	}

	/** What is open, whatever it is: its name, and how large it is. */
	get source(): { name: string; size: number } | null {
		return this.again?.file ?? this.file ?? this.resumed?.file ?? null;
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
		this.#unlike = false;
		this.#on({ type: 'reset' });
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
		this.#on({ type: 'read' });
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
			this.apart.clear();
			this.#on({ type: 'recognised', view });
			this.replaces = this.loadedBefore;
			// Nobody waits for it: where the file is given up meanwhile, there is nothing to tell.
			void workspace
				.pseudonymKey()
				.then((key) => api.pseudonymise(view.mapping, key))
				.catch(() => undefined);
		} catch (error) {
			if (problemOf(error).code !== 'file_is_codebook') this.#fail(error);
			else if (!(await this.#take(file))) return;
		}
	}

	/** Takes a file as the codebook of those that follow; true where it is one. */
	async #take(file: File): Promise<boolean> {
		try {
			const books = await this.prepare().codebooks(file);
			if (!books) throw new ProblemError({ code: 'no_codebook', params: {} });
			this.codebook = { name: file.name, books };
		} catch (error) {
			const problem = problemOf(error);
			const place = { file: file.name, ...problem.place };
			this.#on({ type: 'failed', problem: { ...problem, place } });
			return false;
		}
		this.#on({ type: 'taken-as-codebook' });
		if (this.file === file) await this.next();
		return true;
	}

	/** The batch of the same name and kind: most likely what this file corrects. */
	get loadedBefore(): BatchMeta | null {
		const { source, mapping } = this;
		const same = workspace.batches.findLast(
			(batch) => batch.file.name === source?.name && batch.kind === mapping?.kind
		);
		return same ?? null;
	}

	/** Opens a loaded batch again, for its columns to be read in another way. */
	async reopen(meta: BatchMeta): Promise<void> {
		this.#reset();
		this.again = meta;
		this.replaces = meta;
		this.#on({ type: 'read' });
		try {
			const view = await this.prepare().reopen(await workspace.batch(meta.id));
			this.#on({ type: 'reopened', view });
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Goes on with the import that was left, where its columns were last. */
	async resume(draft: Draft): Promise<void> {
		this.#reset();
		this.#on({ type: 'read' });
		try {
			const columns = await this.draft.columns();
			if (!columns) throw new ProblemError({ code: 'draft_damaged', params: {} });
			const view = await this.prepare().resume(columns, draft.mapping);
			this.resumed = draft;
			this.draft.adopt(draft);
			this.#on({ type: 'reopened', view });
			this.replaces = this.loadedBefore;
		} catch (error) {
			this.#fail(error);
			await this.draft.discard();
		}
	}

	/** Gives the file to a draft that was gone on with, for a column that was not kept. */
	async supply(file: File): Promise<void> {
		const { resumed, needsFile, state } = this;
		if (!resumed || !('view' in state)) return;
		const { kind, encoding, separator, sheet, headerRow } = state.mapping;
		try {
			const override: ReadOverride = {
				kind,
				headerRow,
				...(encoding ? { encoding } : {}),
				...(separator ? { separator } : {}),
				...(sheet === undefined ? {} : { sheet })
			};
			const view = await this.prepare().open(file, override);
			if (view.sha256 !== resumed.file.sha256)
				throw new ProblemError({
					code: 'draft_other_file',
					params: { expected: resumed.file.name },
					place: { file: file.name }
				});
			this.file = file;
			this.override = override;
			this.resumed = null;
			this.needsFile = null;
			this.#on({ type: 'viewed', view: { ...view, mapping: state.mapping } });
			await needsFile?.retry();
		} catch (error) {
			// Another file was opened in the place of the draft's columns: they come back.
			const columns = await this.draft.columns();
			if (columns) await this.prepare().resume(columns, resumed.mapping);
			this.#fail(error);
		}
	}

	/** Reads the file without what was confirmed for an earlier one. */
	async forgetEarlier(): Promise<void> {
		this.#unlike = true;
		await this.#read();
	}

	/** Describes the open file by a codebook, or (null) by none. */
	async describe(file: File | null): Promise<void> {
		if (file === null) this.codebook = null;
		else if (!(await this.#take(file))) return;
		await this.#read();
	}

	/** A problem names the file, whatever part of the program it comes from. */
	#fail(error: unknown): void {
		const problem = problemOf(error);
		const place = { file: this.source?.name ?? '', ...problem.place };
		this.#on({ type: 'failed', problem: { ...problem, place } });
	}

	/** To the columns, and to the card of one of them where it is said which. */
	toColumns(goTo: number | null = null): void {
		this.goTo = goTo;
		this.#on({ type: 'to-columns' });
	}

	back(): void {
		this.#on({ type: 'back' });
	}

	/** Says something else about the columns: the mapping as it is to be. */
	map(mapping: Mapping): void {
		this.#on({ type: 'mapped', mapping });
	}

	/** Changes columns by a rule, such as confirming them. */
	edit(rule: (columns: Mapping['columns']) => Mapping['columns']): void {
		const { mapping } = this;
		if (mapping) this.map({ ...mapping, columns: rule(mapping.columns) });
	}

	/** Changes what columns are; an item is suggested where a column becomes one. */
	async change(indexes: readonly number[], change: ColumnChange): Promise<void> {
		const { mapping, state } = this;
		if (!mapping || !('view' in state)) return;
		const { role } = change;
		const lacks = (index: number): boolean => {
			const column = mapping.columns[index];
			if (!column || isInDraft(column) || role === undefined || role === 'dropped') return false;
			return column.role === 'dropped' || isInDraft({ role });
		};
		if (this.resumed && indexes.some(lacks)) {
			this.needsFile = { retry: () => this.change(indexes, change) };
			return;
		}
		this.needsFile = null;
		const shown = indexes.filter((index) => mapping.columns[index]?.role === 'dropped');
		this.map({ ...mapping, columns: changeColumns(mapping.columns, indexes, change) });
		if (role !== undefined && role !== 'dropped') await this.#unmask(shown);
		if (role === 'item') await this.#suggestItems(indexes);
	}

	/** Shows what stands in columns that a person released. */
	async #unmask(indexes: readonly number[]): Promise<void> {
		const { state } = this;
		if (indexes.length === 0 || !('view' in state)) return;
		const api = this.prepare();
		const shown = await Promise.all(indexes.map((index) => api.shown(index)));
		const columns = [...state.view.columns];
		indexes.forEach((index, at) => (columns[index] = shown[at]!));
		this.#on({ type: 'viewed', view: { ...state.view, columns } });
	}

	async #suggestItems(indexes: readonly number[]): Promise<void> {
		const { mapping } = this;
		const bare = indexes.filter((index) => mapping?.columns[index]?.item === undefined);
		if (!mapping || bare.length === 0) return;
		const api = this.prepare();
		const items = await Promise.all(bare.map((index) => api.itemFor(mapping, index)));
		this.edit((columns) =>
			columns.map((column) => items.find(({ index }) => index === column.index) ?? column)
		);
	}

	/** Says that columns are like another one: what they are, their topic and their scale. */
	async like(indexes: readonly number[], from: number): Promise<void> {
		const role = this.mapping?.columns[from]?.role;
		if (!role) return;
		await this.change(
			indexes.filter((index) => index !== from),
			{ role }
		);
		if (this.needsFile) this.needsFile = { retry: () => this.like(indexes, from) };
		else this.edit((columns) => likeThat(columns, indexes, from));
	}

	/**
	 * Shows a column that was taken for personal: with few different answers it may be a question, else
	 * somebody has to say what it is. It stands on a card of its own.
	 */
	async release(index: number): Promise<void> {
		const { state } = this;
		if (!('view' in state)) return;
		if (this.resumed) {
			this.needsFile = { retry: () => this.release(index) };
			return;
		}
		const { distinct = 0 } = state.view.columns[index] ?? {};
		const isQuestion = state.mapping.kind === 'survey' && distinct <= MOST_ANSWERS;
		this.apart.add(index);
		await this.change([index], { role: isQuestion ? 'item' : 'ignored' });
	}

	/** Takes a column off its card, to be settled by itself. */
	setApart(index: number): void {
		this.apart.add(index);
	}

	/** Says which column a field is, or that it is one value for the whole file. */
	async setField(role: FieldRole, index: number | null): Promise<void> {
		if (index !== null) await this.change([index], { role });
		else if (this.mapping) this.map(withField(this.mapping, role, null));
	}

	patch(patch: Partial<Mapping>): void {
		if (this.mapping) this.map({ ...this.mapping, ...patch });
	}

	/** Says which earlier item an item goes on from, or (null) that it is a new one. */
	goOn(index: number, from: { key: string; text: string } | null): void {
		if (this.mapping) this.map(goingOn(this.mapping, index, from));
	}

	/** From the columns to the waves of a survey; other files go straight to the checks. */
	async toWave(): Promise<void> {
		const { mapping } = this;
		if (!mapping) return;
		if (mapping.kind !== 'survey') return this.toChecks();
		if (!mapping.columns.some((column) => column.role === 'item')) {
			this.#fail(new ProblemError({ code: 'no_items', params: {} }));
			return;
		}
		const found = await this.prepare().waves(mapping);
		const known = found.map((wave) => mapping.waves.find(({ key }) => key === wave.key) ?? wave);
		await workspace.opened;
		const waves = suggestedWaves(known, workspace.holdings.waves, today());
		this.#on({ type: 'to-wave', waves });
	}

	/** Checks every row, and matches the names of the Quartiere. */
	async toChecks(): Promise<void> {
		const { mapping } = this;
		if (!mapping) return;
		await workspace.opened;
		const quartiere = workspace.holdings.quartiere.map((quartier) => quartier.name);
		try {
			const refers = mapping.columns.some(({ role }) => role === 'case');
			const cases = refers
				? { keys: await workspace.caseKeys(), key: await workspace.pseudonymKey() }
				: undefined;
			const known = { quartiere, ...(cases ? { cases } : {}) };
			const check = await this.prepare().check(mapping, known, today());
			// A name that is nearly a known one is taken for it, visibly; the user can say otherwise.
			const chosen = mapping.quartierNames.map(([spelling]) => spelling);
			const suggested = check.spellings
				.filter(({ spelling, suggestion }) => suggestion !== null && !chosen.includes(spelling))
				.map(({ spelling, suggestion }): [string, string | null] => [spelling, suggestion]);
			const quartierNames = [...mapping.quartierNames, ...suggested];
			this.#on({ type: 'checked', check, mapping: { ...mapping, quartierNames } });
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Says what a spelling means: a Quartier's name, or null to leave the rows out. */
	async nameQuartier(spelling: string, name: string | null): Promise<void> {
		if (!this.mapping) return;
		const others = this.mapping.quartierNames.filter(([known]) => known !== spelling);
		this.patch({ quartierNames: [...others, [spelling, name]] });
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
		this.edit((columns) =>
			columns.map((column) => (column.index === index ? withCorrections(column, changes) : column))
		);
		await this.toChecks();
	}

	/** Says what cells mean in single rows, where the same cells are right in others; then checks once. */
	async correctRows(
		changes: readonly {
			index: number;
			lines: readonly number[];
			cell: string;
			to: string | null | undefined;
		}[]
	): Promise<void> {
		this.edit((columns) =>
			columns.map((column) =>
				changes
					.filter(({ index }) => index === column.index)
					.reduce((own, { lines, cell, to }) => withRowCorrections(own, lines, cell, to), column)
			)
		);
		await this.toChecks();
	}

	/** Loads the file: all of it that passed the checks, or nothing. */
	async load(): Promise<void> {
		const { mapping, source } = this;
		const client = this.#client;
		if (this.state.step !== 'checks' || !mapping || !source || !client) return;
		const running = (this.#loading = new AbortController());
		this.#on({ type: 'load' });
		try {
			const { name, size } = source;
			const open = async () => ({ client, mapping, size });
			const [meta] = await workspace.load([{ kind: mapping.kind, name, open }], {
				signal: running.signal,
				replaces: this.replaces?.id,
				onStep: (progress) => this.#on({ type: 'progress', progress })
			});
			if (meta) this.#on({ type: 'loaded', meta });
			await this.draft.close();
		} catch (error) {
			if (running.signal.aborted) this.#on({ type: 'cancelled' });
			else this.#fail(error);
		}
	}

	/** Says what becomes of rows that are loaded already: the batch that has them goes, or they count twice. */
	settleOverlap(answer: 'replace' | 'keep', batch: BatchMeta | null): void {
		this.overlap = answer;
		this.replaces = batch;
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
			this.#on({ type: 'undone' });
		} catch (error) {
			this.#fail(error);
		}
	}

	/** Gives the file up, and its draft with it. */
	async discard(): Promise<void> {
		await this.draft.close();
		await this.next();
	}

	/** Keeps what was said, as soon as there is something to keep: reading alone takes no decision. */
	#keepDraft(): void {
		const { state, source } = this;
		if (this.again || !source || !('view' in state) || state.step === 'recognised') return;
		if (state.step === 'loading') return this.draft.pause();
		const file = { name: source.name, size: source.size, sha256: state.view.sha256 };
		this.draft.note(file, state.mapping);
	}

	async #packed(mapping: Mapping): Promise<Uint8Array<ArrayBuffer>> {
		return this.prepare().draft(mapping, await workspace.pseudonymKey());
	}

	close(): void {
		this.draft.pause();
		this.#client?.close();
	}
}
