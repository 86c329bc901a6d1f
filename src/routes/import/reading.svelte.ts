import { ProblemError } from '$lib/domain';
import type { BatchMeta, ReadOverride } from '$lib/ingest';
import { momentText, problemOf } from '$lib/words';
import type { Draft } from '$lib/workspace';
import { workspace } from '../workspace';
import type { Session } from './session.svelte';

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

/** Opens files, batches and drafts, one after the other. */
export class Reading {
	waiting = $state.raw<File[]>([]);
	readonly #session: Session;
	/** the file is no next wave of an earlier one */
	#unlike = false;

	constructor(session: Session) {
		this.#session = session;
	}

	/** Takes files in; the first one is opened at once when nothing else is under way. */
	async add(files: Iterable<File>): Promise<void> {
		const sorted = await codebooksFirst(files);
		this.waiting = [...this.waiting, ...sorted];
		const { step } = this.#session.state;
		if (step === 'choose' || step === 'done') await this.next();
	}

	/** Opens the next file that waits, or goes back to choosing. */
	async next(): Promise<void> {
		this.#reset();
		const [file, ...rest] = this.waiting;
		this.waiting = rest;
		if (!file) return;
		this.#session.file = file;
		await this.#read();
	}

	/** Gives the file up, and its draft with it. */
	async discard(): Promise<void> {
		await this.#session.draft.close();
		await this.next();
	}

	#reset(): void {
		this.#unlike = false;
		this.#session.reset();
	}

	/** Reads the file again with what the user knows better; all stays as it was where that fails. */
	async overrule(override: ReadOverride): Promise<void> {
		const session = this.#session;
		const before = session.override;
		session.override = { ...before, ...override };
		await this.#read();
		if (session.problem) session.override = before;
	}

	/** Reads the file without what was confirmed for an earlier one. */
	async forgetEarlier(): Promise<void> {
		this.#unlike = true;
		await this.#read();
	}

	/** Describes the open file by a codebook, or (null) by none. */
	async describe(file: File | null): Promise<void> {
		if (file === null) this.#session.codebook = null;
		else if (!(await this.#take(file))) return;
		await this.#read();
	}

	async #read(): Promise<void> {
		const session = this.#session;
		const { file } = session;
		if (!file) return;
		session.on({ type: 'read' });
		try {
			const api = session.prepare();
			session.earlier = this.#unlike ? [] : await workspace.batches.codebooks();
			const view = await api.open(file, {
				...session.override,
				codebooks: session.codebook?.books,
				earlier: session.earlier.map(({ codebook }) => codebook)
			});
			if (session.file !== file) return;
			await workspace.imports.refuseKnown(view.sha256, file.name, momentText);
			session.apart.clear();
			session.on({ type: 'recognised', view });
			// Nobody waits for it: where the file is given up meanwhile, there is nothing to tell.
			void workspace.imports
				.pseudonymKey()
				.then((key) => api.pseudonymise(view.mapping, key))
				.catch(() => undefined);
		} catch (error) {
			if (problemOf(error).code !== 'file_is_codebook') session.fail(error);
			else await this.#take(file);
		}
	}

	/** Takes a file as the codebook of those that follow; true where it is one. */
	async #take(file: File): Promise<boolean> {
		const session = this.#session;
		try {
			const books = await session.prepare().codebooks(file);
			if (!books) throw new ProblemError({ code: 'no_codebook', params: {} });
			session.codebook = { name: file.name, books };
		} catch (error) {
			session.fail(error, file.name);
			return false;
		}
		session.on({ type: 'taken-as-codebook' });
		if (session.file === file) await this.next();
		return true;
	}

	/** Opens a loaded batch again, for its columns to be read in another way. */
	async reopen(meta: BatchMeta): Promise<void> {
		const session = this.#session;
		this.#reset();
		session.again = meta;
		session.replaces = meta;
		session.on({ type: 'read' });
		try {
			const view = await session.prepare().reopen(await workspace.batches.bytes(meta.id));
			session.on({ type: 'reopened', view });
		} catch (error) {
			session.fail(error);
		}
	}

	/** Gives the file to a batch that is read in another way, for columns that were not stored. */
	async supplyAgain(file: File): Promise<void> {
		const session = this.#session;
		const { again, state } = session;
		if (!again || !('view' in state)) return;
		const packed = await workspace.batches.bytes(again.id);
		try {
			const view = await session.prepare().openAgain(file, packed, state.mapping);
			session.file = file;
			session.apart.clear();
			session.on({ type: 'viewed', view });
			session.map(view.mapping);
		} catch (error) {
			// Another file was opened in the place of the batch: it comes back.
			await session.prepare().reopen(packed);
			session.fail(error, file.name);
		}
	}

	/** Goes on with the import that was left, where its columns were last. */
	async resume(draft: Draft): Promise<void> {
		const session = this.#session;
		this.#reset();
		session.on({ type: 'read' });
		try {
			const columns = await session.draft.columns();
			if (!columns) throw new ProblemError({ code: 'draft_damaged', params: {} });
			const view = await session.prepare().reopen(columns, draft.mapping);
			session.resumed = draft;
			session.codebook = draft.codebook ?? null;
			session.draft.adopt(draft);
			session.on({ type: 'reopened', view });
		} catch (error) {
			session.fail(error);
			await session.draft.discard();
		}
	}

	/** Gives the file to a draft that was gone on with, for a column that was not kept. */
	async supply(file: File): Promise<void> {
		const session = this.#session;
		const { resumed, needsFile, state } = session;
		if (!resumed || !('view' in state)) return;
		const { kind, encoding, separator, sheet, headerRow } = state.mapping;
		try {
			const override: ReadOverride = {
				kind,
				headerRow,
				codebooks: session.codebook?.books,
				...(encoding ? { encoding } : {}),
				...(separator ? { separator } : {}),
				...(sheet === undefined ? {} : { sheet })
			};
			const view = await session.prepare().open(file, override);
			if (view.sha256 !== resumed.file.sha256)
				throw new ProblemError({
					code: 'draft_other_file',
					params: { expected: resumed.file.name },
					place: { file: file.name }
				});
			session.file = file;
			session.override = override;
			session.resumed = null;
			session.needsFile = null;
			session.on({ type: 'viewed', view: { ...view, mapping: state.mapping } });
			await needsFile?.retry();
		} catch (error) {
			// Another file was opened in the place of the draft's columns: they come back.
			const columns = await session.draft.columns();
			if (columns) await session.prepare().reopen(columns, resumed.mapping);
			session.fail(error);
		}
	}
}
