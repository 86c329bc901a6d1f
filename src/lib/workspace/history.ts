import {
	canonicalJson,
	DELETED,
	putRecord,
	removeRecord,
	type Stamp,
	type Versioned
} from '../domain';
import { DELETE_ON, metaOf } from './batch-records';
import { deletionDatesSaid } from './deletion-date';
import { isOfKind, RELEASES, STAMP_FIELDS, WORKSPACE, type Kind } from './kinds';

/** A value that a step put in the place of another one. */
export type Replaced = { field: string; before: unknown; after: unknown };

/** Something that somebody did to a record or a batch. */
export type HistoryStep = Stamp & {
	kind: Kind | 'batch';
	id: string;
	/** what it is called; '' where it has no name, or none is left */
	title: string;
	what: 'added' | 'changed' | 'removed' | 'back';
	replaced: Replaced[];
	/** whether it can be undone: nothing that it said was said anew since */
	isLast: boolean;
};

/** What people say of the workspace itself; how it is encrypted has its own place. */
const WORKSPACE_FIELDS: readonly string[] = ['name', 'minimum'];

const isSilent = (kind: Kind, field: string): boolean =>
	kind === WORKSPACE ? !WORKSPACE_FIELDS.includes(field) : STAMP_FIELDS.includes(field);

type Version = Versioned['history'][number];

/** All that was ever said in a record, the oldest first. */
const versionsOf = ({ fields, history }: Versioned): Version[] =>
	[
		...history.filter(({ field }) => field !== DELETED),
		...Object.entries(fields).map(([field, version]) => ({ field, ...version }))
	].sort(byTime);

const titleOf = ({ fields }: Versioned, kind: Kind): string => {
	const names = kind === WORKSPACE ? ['name'] : ['title', 'name', 'text', 'file', 'key'];
	const said = names.map((field) => fields[field]?.value);
	return said.find((value) => typeof value === 'string') ?? '';
};

/** What a field said before a version of it; undefined where it said nothing, or that was not kept. */
const before = (versions: readonly Version[], { field, at }: Version): Version | undefined =>
	versions.filter((one) => one.field === field && one.at < at).at(-1);

/** When a record was deleted, and when it was not any more, by whom, the oldest first. */
const deletionsOf = ({ deleted, history }: Versioned): (Stamp & { value: unknown })[] => [
	...history.filter(({ field }) => field === DELETED),
	...(deleted ? [deleted] : [])
];

const byTime = (a: Stamp, b: Stamp): number => (a.at < b.at ? -1 : Number(a.at > b.at));

function changesOf(record: Versioned, kind: Kind): HistoryStep[] {
	const versions = versionsOf(record).filter(({ field }) => !isSilent(kind, field));
	const isDeleted = record.deleted?.value === true;
	const times = [...new Set(versions.map(({ at }) => at))];
	const backs = new Set(deletionsOf(record).flatMap(({ at, value }) => (value ? [] : [at])));
	const title = titleOf(record, kind);
	return times.flatMap((at, place): HistoryStep[] => {
		const said = versions.filter((one) => one.at === at);
		const [first] = said;
		if (!first) return [];
		const isFirst = place === 0;
		const replaced = said.flatMap((one): Replaced[] => {
			const earlier = isFirst ? undefined : before(versions, one);
			return earlier ? [{ field: one.field, before: earlier.value, after: one.value }] : [];
		});
		// Back from its deletion it says what it said, unless something was changed with it.
		const isBack = backs.has(at);
		const isUnchanged = said.every(({ field }) => record.fields[field]?.at === at);
		const isKnown = isFirst ? times.length === 1 : replaced.length === said.length;
		return [
			{
				...{ at, by: first.by, kind, id: record.id, title, replaced },
				what: isFirst ? 'added' : isBack ? 'back' : 'changed',
				isLast: !isDeleted && isUnchanged && isKnown && !isBack
			}
		];
	});
}

/** What was done to a record of a kind, the oldest first. */
export function stepsOf(kind: Kind, record: Versioned): HistoryStep[] {
	const changes = changesOf(record, kind).map((step) =>
		kind === RELEASES && step.what === 'added' ? { ...step, isLast: false } : step
	);
	const own = { kind, id: record.id, title: titleOf(record, kind), replaced: [] };
	const deletions = deletionsOf(record).flatMap(({ at, by, value }): HistoryStep[] => {
		const isTold = changes.some((one) => one.at === at && one.what === 'back');
		const what = value === true ? 'removed' : 'back';
		return isTold ? [] : [{ ...own, at, by, what, isLast: at === record.deleted?.at }];
	});
	return [...changes, ...deletions].sort(byTime);
}

/** What was done to a batch, the oldest first. The name of one that was taken back is not left. */
export function batchSteps(record: Versioned): HistoryStep[] {
	const meta = metaOf(record);
	const own = { kind: 'batch', id: record.id, title: meta?.file.name ?? '' } as const;
	const moments = deletionsOf(record);
	const stood = moments.map(({ at, by, value }, place): HistoryStep => {
		const isLast = place === moments.length - 1;
		const wasGone = moments[place - 1]?.value === true;
		const isReplacing = isLast && meta?.replaces !== undefined;
		const loaded = wasGone ? 'back' : isReplacing || place > 0 ? 'changed' : 'added';
		return { ...own, at, by, replaced: [], what: value === true ? 'removed' : loaded, isLast };
	});
	const days = deletionDatesSaid(record);
	const dated = days.map(({ at, by, day }, place): HistoryStep => {
		const replaced = [{ field: DELETE_ON, before: days[place - 1]?.day ?? null, after: day }];
		return { ...own, at, by, replaced, what: 'changed', isLast: false };
	});
	return [...stood, ...dated].sort(byTime);
}

/** All that was done, the newest first. */
export const allSteps = (
	batches: readonly Versioned[],
	records: Iterable<readonly [kind: Kind, records: readonly Versioned[]]>
): HistoryStep[] =>
	[
		...batches.flatMap(batchSteps),
		...[...records].flatMap(([kind, all]) => all.flatMap((record) => stepsOf(kind, record)))
	].sort((a, b) => (a.at < b.at ? 1 : -1));

/**
 * A record without a step, as a change of its own, which can be undone in turn; null where somebody has said
 * something anew since, or what there was before is not what a record of its kind says.
 *
 * @param now ISO time, for records that say when they were changed
 */
export function undone(
	record: Versioned,
	step: HistoryStep,
	stamp: Stamp,
	now: string
): Versioned | null {
	if (step.kind === 'batch') return null;
	const again = stepsOf(step.kind, record).find(
		({ at, what }) => at === step.at && what === step.what
	);
	if (!again?.isLast) return null;
	if (again.what === 'added' || again.what === 'back') return removeRecord(record, stamp);
	const values = Object.fromEntries(again.replaced.map((one) => [one.field, one.before]));
	const changed = record.fields['changed'] ? { changed: now } : {};
	const result = putRecord(record, { id: record.id, ...values, ...changed }, stamp);
	return isOfKind(step.kind, result) && canonicalJson(result) !== canonicalJson(record)
		? result
		: null;
}
