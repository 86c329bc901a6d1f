import type { BatchMeta, Mapping } from '$lib/ingest';
import { withCorrections, withRowCorrections } from '$lib/workspace';
import { author } from '../panels/author.svelte';
import { workspace } from '../workspace';
import { today } from './assigning';
import type { Session } from './session.svelte';

/** Checks the file under way against what is loaded, loads it, and takes it back. Nothing is loaded before. */
export class Loading {
	readonly #session: Session;
	#running: AbortController | null = null;

	constructor(session: Session) {
		this.#session = session;
	}

	/** Checks every row, and matches the names of the Quartiere. */
	async toChecks(): Promise<void> {
		const session = this.#session;
		const { mapping } = session;
		if (!mapping) return;
		await workspace.opened;
		try {
			const known = await this.#known(mapping);
			const check = await session.prepare().check(mapping, known, today());
			// A name that is nearly a known one is taken for it, visibly; the user can say otherwise.
			const chosen = mapping.quartierNames.map(([spelling]) => spelling);
			const suggested = check.spellings
				.filter(({ spelling, suggestion }) => suggestion !== null && !chosen.includes(spelling))
				.map(({ spelling, suggestion }): [string, string | null] => [spelling, suggestion]);
			const quartierNames = [...mapping.quartierNames, ...suggested];
			session.on({ type: 'checked', check, mapping: { ...mapping, quartierNames } });
		} catch (error) {
			session.fail(error);
		}
	}

	/** What is loaded already, as far as the check of such a file asks for it. */
	async #known(mapping: Mapping) {
		const refers = mapping.columns.some(({ role }) => role === 'case');
		return {
			quartiere: workspace.inventory.quartiere.map((quartier) => quartier.name),
			loaded: await workspace.imports.loaded(mapping.kind),
			...(refers
				? {
						cases: {
							keys: await workspace.imports.caseKeys(),
							key: await workspace.imports.pseudonymKey()
						}
					}
				: {})
		};
	}

	/** Says what a spelling means: a Quartier's name, or null to leave the rows out. */
	async nameQuartier(spelling: string, name: string | null): Promise<void> {
		const { mapping } = this.#session;
		if (!mapping) return;
		const others = mapping.quartierNames.filter(([known]) => known !== spelling);
		this.#session.patch({ quartierNames: [...others, [spelling, name]] });
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
		this.#session.edit((columns) =>
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
		this.#session.edit((columns) =>
			columns.map((column) =>
				changes
					.filter(({ index }) => index === column.index)
					.reduce((own, { lines, cell, to }) => withRowCorrections(own, lines, cell, to), column)
			)
		);
		await this.toChecks();
	}

	/** Says what becomes of rows that are loaded already: the batch that has them goes, or they count twice. */
	settleOverlap(batch: BatchMeta | null): void {
		this.#session.overlap = batch ? 'replace' : 'keep';
		this.#session.replaces = batch;
	}

	/** Loads the file: all of it that passed the checks, or nothing. */
	async load(): Promise<void> {
		const session = this.#session;
		const { mapping, source, client } = session;
		if (session.state.step !== 'checks' || !mapping || !source || !client) return;
		const running = (this.#running = new AbortController());
		session.on({ type: 'load' });
		try {
			const { name, size } = source;
			const open = async () => ({ client, mapping, size });
			const [meta] = await workspace.imports.load([{ kind: mapping.kind, name, open }], {
				signal: running.signal,
				replaces: session.replaces?.id,
				by: author.name,
				onStep: (progress) => session.on({ type: 'progress', progress })
			});
			if (meta) session.on({ type: 'loaded', meta });
			await session.draft.close();
		} catch (error) {
			if (running.signal.aborted) session.on({ type: 'cancelled' });
			else session.fail(error);
		}
	}

	/** Stops loading; nothing of the file stays. */
	cancel(): void {
		this.#running?.abort();
	}

	/** Takes back what was just loaded. */
	async undo(): Promise<void> {
		const { state } = this.#session;
		if (state.step !== 'done') return;
		try {
			await workspace.batches.undo(state.meta.id, author.name);
			this.#session.on({ type: 'undone' });
		} catch (error) {
			this.#session.fail(error);
		}
	}
}
