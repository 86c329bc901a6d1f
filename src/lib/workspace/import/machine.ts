import type { Problem } from '../../domain';
import type { BatchMeta, Mapping } from '../../ingest';
import type { CheckView, FileView } from '../ingest-client';
import type { Step } from '../make-batches';

/** What is known of the file that is open, and what was said about it so far. */
type Opened = { view: FileView; mapping: Mapping };

/** Where the import of a file is. Each step holds what it needs. */
export type ImportStep =
	| { step: 'choose' }
	| { step: 'reading' }
	/** `busy` while it is read once more in another way: who corrects something stays where she is */
	| ({ step: 'recognised'; busy: boolean } & Opened)
	| ({ step: 'columns' } & Opened)
	| ({ step: 'wave' } & Opened)
	| ({ step: 'checks'; check: CheckView } & Opened)
	| ({ step: 'loading'; check: CheckView; progress: Step } & Opened)
	| { step: 'done'; meta: BatchMeta; mapping: Mapping; undone: boolean };

/** A step, and what went wrong last. */
export type ImportState = ImportStep & { problem: Problem | null };

export type ImportEvent =
	/** the file is given up, or done with */
	| { type: 'reset' }
	| { type: 'read' }
	| { type: 'recognised'; view: FileView }
	/** what was opened was a questionnaire, which describes the files that follow */
	| { type: 'taken-as-codebook' }
	/** a batch or a draft was opened, whose columns were assigned before */
	| { type: 'reopened'; view: FileView }
	| { type: 'to-columns' }
	| { type: 'back' }
	| { type: 'mapped'; mapping: Mapping }
	| { type: 'viewed'; view: FileView }
	| { type: 'to-wave'; waves: Mapping['waves'] }
	| { type: 'checked'; check: CheckView; mapping: Mapping }
	| { type: 'load' }
	| { type: 'progress'; progress: Step }
	| { type: 'loaded'; meta: BatchMeta }
	| { type: 'cancelled' }
	| { type: 'undone' }
	| { type: 'failed'; problem: Problem };

export const BEGINNING: ImportState = { step: 'choose', problem: null };

/** The step that a failure or a stop leads back to. */
function before(state: ImportState): ImportState {
	if (state.step === 'reading') return BEGINNING;
	if (state.step === 'recognised') return { ...state, busy: false };
	if (state.step !== 'loading') return state;
	const { view, mapping, check } = state;
	return { step: 'checks', view, mapping, check, problem: null };
}

/**
 * Every way from one step of the import to the next. What an event has no place in leaves the state as it
 * is: an answer that comes late changes nothing.
 */
export function transition(state: ImportState, event: ImportEvent): ImportState {
	const open = 'view' in state ? { view: state.view, mapping: state.mapping } : null;
	const { step } = state;
	switch (event.type) {
		case 'reset':
			return BEGINNING;
		case 'failed':
			return { ...before(state), problem: event.problem };
		case 'cancelled':
			return step === 'loading' ? before(state) : state;

		case 'read':
			if (step === 'recognised') return { ...state, busy: true, problem: null };
			return step === 'choose' || step === 'done' ? { step: 'reading', problem: null } : state;
		case 'taken-as-codebook':
			return step === 'reading' || step === 'recognised' ? before(state) : state;
		case 'recognised': {
			const { view } = event;
			if (step !== 'reading' && !(step === 'recognised' && state.busy)) return state;
			return { step: 'recognised', view, mapping: view.mapping, busy: false, problem: null };
		}
		case 'reopened': {
			const { view } = event;
			if (step !== 'reading') return state;
			return { step: 'columns', view, mapping: view.mapping, problem: null };
		}

		case 'to-columns':
			if (!open || step === 'loading' || (step === 'recognised' && state.busy)) return state;
			return { step: 'columns', ...open, problem: null };
		case 'back':
			if (!open) return state;
			if (step === 'columns') return { step: 'recognised', ...open, busy: false, problem: null };
			return step === 'wave' || step === 'checks'
				? { step: 'columns', ...open, problem: null }
				: state;
		case 'mapped':
			if (!('view' in state) || state.step === 'loading') return state;
			return { ...state, mapping: event.mapping };
		case 'viewed':
			if (!('view' in state) || state.step === 'loading') return state;
			return { ...state, view: event.view };

		case 'to-wave': {
			if (!open || (step !== 'columns' && step !== 'checks')) return state;
			const mapping = { ...open.mapping, waves: event.waves };
			return { step: 'wave', view: open.view, mapping, problem: null };
		}
		case 'checked': {
			if (!open || (step !== 'columns' && step !== 'wave' && step !== 'checks')) return state;
			const { check, mapping } = event;
			return { step: 'checks', view: open.view, mapping, check, problem: null };
		}

		case 'load':
			if (step !== 'checks') return state;
			return { ...state, step: 'loading', progress: 'reading', problem: null };
		case 'progress':
			return step === 'loading' ? { ...state, progress: event.progress } : state;
		case 'loaded': {
			if (step !== 'loading') return state;
			const { meta } = event;
			return { step: 'done', meta, mapping: state.mapping, undone: false, problem: null };
		}
		case 'undone':
			return step === 'done' ? { ...state, undone: true, problem: null } : state;
	}
}

/** Whether a file is under way: going away now would lose it, but for its draft. */
export const isUnderWay = ({ step }: ImportState): boolean => step !== 'choose' && step !== 'done';
