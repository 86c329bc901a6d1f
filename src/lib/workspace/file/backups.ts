import { isTakenBack } from '../batch-records';
import { now } from '../json-files';
import { KINDS } from '../kinds';
import type { Store } from '../store';
import { changesBetween, type Changes } from './changes';
import type { WorkspaceContent } from './content';
import { asThen } from './revert';
import {
	dropState,
	isSameState,
	keepState,
	listStates,
	readState,
	sweepParts,
	withParts,
	type State
} from './states';
import { keepContent, storedContent } from './stored';

/** How many states are kept. */
export const MOST = 10;
/** Milliseconds within which changes of notes and events are one: else ten of them were all there is. */
const TOGETHER = 60 * 60 * 1000;

/** A state that can be put back, with what was changed in it since the one before. */
export type Backup = { name: string; at: string; batches: number; changes: Changes | null };

const withoutParts = (content: State['content']): WorkspaceContent => ({
	...content,
	parts: new Map()
});

const difference = (before: State['content'], after: State['content']): Changes =>
	changesBetween(withoutParts(before), withoutParts(after));

const hasOther = ({ batches }: Changes): boolean =>
	batches.added.length + batches.removed.length > 0;

const isEmpty = ({ batches, records }: State['content']): boolean =>
	batches.size === 0 && KINDS.every((kind) => records[kind].size === 0);

/**
 * Keeps the state that the workspace is in now, unless it is kept. Of what was only written down within an hour the
 * last state is kept; what was loaded or taken back is a state of its own. True where one was kept.
 *
 * @param spared the name of a state that stays, whatever its age
 */
export async function keepBackup(store: Store, spared?: string): Promise<boolean> {
	const { content } = await storedContent(store);
	const [last, before, ...more] = await listStates(store);
	if (last ? isSameState(last.content, content) : isEmpty(content)) return false;
	const at = now();
	await keepState(store, at.replaceAll(':', '-'), at, content);
	if (!last) return true;
	const isOne =
		before !== undefined &&
		last.name !== spared &&
		Date.parse(at) - Date.parse(before.at) < TOGETHER &&
		!hasOther(difference(before.content, last.content)) &&
		!hasOther(difference(last.content, content));
	const all = [last, ...(before ? [before] : []), ...more];
	const old = all.slice(isOne ? MOST : MOST - 1).filter(({ name }) => name !== spared);
	if (isOne) await dropState(store, last.name);
	for (const { name } of old) await dropState(store, name);
	await sweepParts(store);
	return true;
}

/** The states that are kept, the newest first. */
export async function listBackups(store: Store): Promise<Backup[]> {
	const states = await listStates(store);
	return states.map(({ name, at, content }, place) => {
		const before = states[place + 1];
		return {
			name,
			at,
			batches: [...content.batches.values()].filter((one) => !isTakenBack(one)).length,
			changes: before ? difference(before.content, content) : null
		};
	});
}

/** What would change if a state were put back; null where it is not there any more. */
export async function previewRestore(store: Store, name: string): Promise<Changes | null> {
	const state = await readState(store, name);
	if (!state) return null;
	const { content } = await storedContent(store);
	return changesBetween(content, withoutParts(state.content));
}

/**
 * Puts a state back, as a change of its own. False where it is not there any more.
 *
 * @param keepsNow whether the state of now is kept before
 */
export async function restore(
	store: Store,
	name: string,
	who: string,
	by: string,
	keepsNow = false
): Promise<boolean> {
	const state = await readState(store, name);
	if (!state) return false;
	const then = await withParts(store, state);
	if (keepsNow) await keepBackup(store, name);
	const [before] = keepsNow ? await listStates(store) : [];
	const { content, damaged } = await storedContent(store);
	await keepContent(store, asThen(content, then, who, by), damaged);
	// It was said that what was there before is kept: it is not one with what comes after.
	if (before) await keepBackup(store, before.name);
	return true;
}
