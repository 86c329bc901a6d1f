import { ProblemError } from '$lib/domain';
import { isInDraft, type ColumnMapping } from '$lib/ingest';
import {
	changeColumns,
	goingOn,
	likeThat,
	suggestedWaves,
	withField,
	type ColumnChange,
	type FieldRole
} from '$lib/workspace';
import { workspace } from '../workspace';
import type { Session } from './session.svelte';

/** A question has so many different answers at most. */
const MOST_ANSWERS = 60;

/** Today's date in ISO form, as files and checks write days. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Says what the columns of the file under way are. */
export class Assigning {
	readonly #session: Session;

	constructor(session: Session) {
		this.#session = session;
	}

	/**
	 * Asks for the file where a draft was gone on with and a column has no cells there, though it has a part in
	 * figures; true where it is asked for.
	 */
	asksForFile(retry: () => Promise<void>): boolean {
		const session = this.#session;
		const lacks = session.mapping?.columns.some(({ role, born }) => born && role === 'demography');
		if (!session.resumed || !lacks) return false;
		session.needsFile = { retry };
		return true;
	}

	/** Changes what columns are; an item is suggested where a column becomes one. */
	async change(indexes: readonly number[], change: ColumnChange): Promise<void> {
		const session = this.#session;
		const { mapping, state } = session;
		if (!mapping || !('view' in state)) return;
		const { role } = change;
		const lacks = (index: number): boolean => {
			const column = mapping.columns[index];
			if (!column || role === undefined || role === 'dropped') return false;
			// A draft has the bands of ages, not the ages.
			if (column.bands) return role !== 'demography';
			if (isInDraft(column)) return false;
			return column.role === 'dropped' || isInDraft({ role });
		};
		if (session.resumed && indexes.some(lacks)) {
			session.needsFile = { retry: () => this.change(indexes, change) };
			return;
		}
		session.needsFile = null;
		const isMasked = ({ role, born }: ColumnMapping) => role === 'dropped' || born === true;
		const columns = changeColumns(mapping.columns, indexes, change);
		session.map({ ...mapping, columns });
		await this.#unmask(
			indexes.filter((index) => isMasked(mapping.columns[index]!) && !isMasked(columns[index]!))
		);
		if (role === 'item') await this.#suggestItems(indexes);
	}

	/** Shows what stands in columns that a person released. */
	async #unmask(indexes: readonly number[]): Promise<void> {
		const session = this.#session;
		const { state } = session;
		if (indexes.length === 0 || !('view' in state)) return;
		const api = session.prepare();
		const shown = await Promise.all(indexes.map((index) => api.shown(index)));
		const columns = [...state.view.columns];
		indexes.forEach((index, at) => (columns[index] = shown[at]!));
		session.on({ type: 'viewed', view: { ...state.view, columns } });
	}

	async #suggestItems(indexes: readonly number[]): Promise<void> {
		const { mapping } = this.#session;
		const bare = indexes.filter((index) => mapping?.columns[index]?.item === undefined);
		if (bare.length > 0) await this.asQuestions(bare);
	}

	/** Columns as questions of their own, each with the answers that stand in it. */
	async asQuestions(indexes: readonly number[]): Promise<void> {
		const { mapping } = this.#session;
		if (!mapping) return;
		const api = this.#session.prepare();
		this.#put(await Promise.all(indexes.map((index) => api.itemFor(mapping, index))));
	}

	/** Columns as the options of one question to which several answers can be given, because a person says so. */
	async asOptions(indexes: readonly number[]): Promise<void> {
		const session = this.#session;
		const { mapping } = session;
		if (!mapping) return;
		const columns = await session.prepare().asOptions(mapping, [...indexes]);
		if (columns.every(({ option }) => option)) return this.#put(columns);
		const headings = columns.map(({ heading }) => heading).join(', ');
		session.fail(new ProblemError({ code: 'no_options', params: { headings } }));
	}

	#put(columns: readonly ColumnMapping[]): void {
		this.#session.edit((all) =>
			all.map((column) => columns.find(({ index }) => index === column.index) ?? column)
		);
	}

	/** Says that columns are like another one: what they are, their topic and their scale. */
	async like(indexes: readonly number[], from: number): Promise<void> {
		const session = this.#session;
		const role = session.mapping?.columns[from]?.role;
		if (!role) return;
		await this.change(
			indexes.filter((index) => index !== from),
			{ role }
		);
		if (session.needsFile) session.needsFile = { retry: () => this.like(indexes, from) };
		else session.edit((columns) => likeThat(columns, indexes, from));
	}

	/**
	 * Shows a column that was taken for personal: with few different answers it may be a question, else
	 * somebody has to say what it is. It stands on a card of its own.
	 */
	async release(index: number): Promise<void> {
		const session = this.#session;
		const { state } = session;
		if (!('view' in state)) return;
		if (session.resumed) {
			session.needsFile = { retry: () => this.release(index) };
			return;
		}
		const { distinct = 0 } = state.view.columns[index] ?? {};
		const isQuestion = state.mapping.kind === 'survey' && distinct <= MOST_ANSWERS;
		session.apart.add(index);
		await this.change([index], { role: isQuestion ? 'item' : 'ignored' });
	}

	/** Takes a column off its card, to be settled by itself. */
	setApart(index: number): void {
		this.#session.apart.add(index);
	}

	/** Says which column a field is, or that it is one value for the whole file. */
	async setField(role: FieldRole, index: number | null): Promise<void> {
		const { mapping } = this.#session;
		if (index !== null) await this.change([index], { role });
		else if (mapping) this.#session.map(withField(mapping, role, null));
	}

	/** Says which earlier item an item goes on from, or (null) that it is a new one. */
	goOn(index: number, from: { key: string; text: string } | null): void {
		const { mapping } = this.#session;
		if (mapping) this.#session.map(goingOn(mapping, index, from));
	}

	/** The waves of a survey as they follow from its columns, with a name suggested; false where it asks nothing. */
	async toWave(): Promise<boolean> {
		const session = this.#session;
		const { mapping } = session;
		if (!mapping) return false;
		if (!mapping.columns.some((column) => column.role === 'item')) {
			session.fail(new ProblemError({ code: 'no_items', params: {} }));
			return false;
		}
		const found = await session.prepare().waves(mapping);
		const known = found.map((wave) => mapping.waves.find(({ key }) => key === wave.key) ?? wave);
		await workspace.opened;
		const waves = suggestedWaves(known, workspace.inventory.waves, today());
		session.on({ type: 'to-wave', waves });
		return true;
	}
}
