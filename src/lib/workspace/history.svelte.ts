import { fail } from '../domain';
import type { Batches } from './batches.svelte';
import type { FileWork } from './file-work.svelte';
import type { Removed } from './file/removed';
import { allSteps, type HistoryStep } from './history';
import type { Records } from './records.svelte';
import type { Writer } from './writer';

type Parts = {
	batches: Batches;
	records: Records;
	work: FileWork;
	writer: Writer;
	/** has the tables and the figures made anew of what counts */
	rebuild: () => Promise<void>;
};

/** Who did what and when, and undoing it: what is undone is a step itself, which can be undone in turn. */
export class History {
	/** batches that were taken back and can be brought back; null before anybody has looked */
	removed = $state.raw<readonly Removed[] | null>(null);

	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** All that was done, the newest first, with the names that batches had that were taken back. */
	steps = $derived.by(() => {
		const { batches, records } = this.#parts;
		return allSteps(batches.records, records.versions).map((step) => {
			const name = this.#namesOf(step);
			return step.title === '' && name !== undefined ? { ...step, title: name } : step;
		});
	});

	#namesOf({ kind, id }: HistoryStep): string | undefined {
		return kind === 'batch' ? this.removed?.find((one) => one.id === id)?.name : undefined;
	}

	/** Looks which batches can be brought back. */
	async look(): Promise<void> {
		this.removed = await this.#parts.work.inWorker((api) => api.listRemoved());
	}

	/** Whether a step can be undone now. */
	canUndo(step: HistoryStep): boolean {
		const isGone = step.kind === 'batch' && step.what === 'removed';
		return step.isLast && (!isGone || this.removed?.some(({ id }) => id === step.id) === true);
	}

	/** Undoes a step; by whom is kept. @throws ProblemError `step_superseded`, `state_gone` */
	async undo(step: HistoryStep, by: string): Promise<void> {
		const { batches, records, writer, rebuild } = this.#parts;
		if (step.kind === 'batch') {
			if (step.what === 'removed') await this.#bringBack(step.id, by);
			else await batches.undo(step.id, by);
			await this.look();
			return;
		}
		const undo = () => records.undo(step, by);
		// What is corrected of names decides what the tables are made of.
		if (step.kind === 'aliases') await writer.write(() => undo().then(rebuild));
		else await undo();
	}

	async #bringBack(id: string, by: string): Promise<void> {
		const { work } = this.#parts;
		const isBack = await work.alone(
			(api) => api.bringBack(id, by),
			(isThere) => isThere
		);
		if (!isBack) fail('state_gone');
	}
}
