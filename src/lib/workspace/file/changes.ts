import { canonicalJson, contentOf, type Versioned } from '../../domain';
import type { BatchMeta } from '../../ingest';
import { counting } from '../batch-records';
import { deletionDates } from '../deletion-date';
import { ENCRYPTION_FIELDS, KINDS, STAMP_FIELDS, WORKSPACE, type Kind } from '../kinds';
import { areUnlinked } from '../linked';
import { loadedAt, type RecordMap, type WorkspaceContent } from './content';

/** A field of a record that was set on both sides, neither of which knew of the other. */
export type Conflict = { kind: Kind; title: string; field: string; mine: string; theirs: string };

export type BatchLine = Pick<BatchMeta, 'id' | 'kind' | 'loaded'> & { name: string };

/** What would change in a workspace. */
export type Changes = {
	/** `dated`: to be deleted from another day on */
	batches: { added: BatchLine[]; removed: BatchLine[]; dated: BatchLine[] };
	/** how many records of each kind are new, say something else, or are gone */
	records: { kind: Kind; added: number; changed: number; removed: number }[];
	conflicts: Conflict[];
	/** cases and what refers to them were made pseudonyms with different keys, so that they do not find each other */
	unlinked: boolean;
};

/** What would come of a file that comes in. */
export type Preview = {
	changes: Changes;
	/** the identity that opened it; null where it is not encrypted */
	identity: string | null;
	/** the workspace would be encrypted from then on, which it is not now */
	encrypts: boolean;
};

const lineOf = ({ id, kind, loaded, file }: BatchMeta): BatchLine => ({
	id,
	kind,
	loaded,
	name: file.name
});

/** What a record says, as a text; null where there is none or it is deleted. Of the workspace that is its name. */
function sayingOf(kind: Kind, record: Versioned | undefined): string | null {
	const content = record ? contentOf(record) : null;
	if (kind === WORKSPACE) return canonicalJson(content?.['name'] ?? '');
	return content && canonicalJson(content);
}

/** A value as a sentence takes it. */
const wordsOf = (value: unknown): string =>
	(typeof value === 'string' ? value : JSON.stringify(value ?? '')).slice(0, 200);

const titleOf = ({ fields }: Versioned): string =>
	wordsOf((fields['title'] ?? fields['name'] ?? fields['text'])?.value ?? '');

/** Fields that hold when something was written and how it is encrypted, not what was written. */
const SILENT = new Set([...STAMP_FIELDS, ...ENCRYPTION_FIELDS]);

/** Whether a version knows what a field said at a time. */
const knows = ({ fields, history }: Versioned, field: string, at: string): boolean =>
	fields[field]?.at === at || history.some((one) => one.field === field && one.at === at);

/** Fields of a record that both sides set apart from each other. */
function conflictsOf(kind: Kind, mine: Versioned, theirs: Versioned): Conflict[] {
	return Object.keys(mine.fields).flatMap((field): Conflict[] => {
		const [own, other] = [mine.fields[field], theirs.fields[field]];
		if (!own || !other || SILENT.has(field)) return [];
		const apart = !knows(theirs, field, own.at) && !knows(mine, field, other.at);
		if (!apart || canonicalJson(own.value) === canonicalJson(other.value)) return [];
		return [
			{ kind, title: titleOf(mine), field, mine: wordsOf(own.value), theirs: wordsOf(other.value) }
		];
	});
}

function countsOf(kind: Kind, before: RecordMap, after: RecordMap) {
	const counts = { kind, added: 0, changed: 0, removed: 0 };
	for (const id of new Set([...before.keys(), ...after.keys()])) {
		const [was, is] = [before, after].map((records) => sayingOf(kind, records.get(id)));
		if (was === is) continue;
		if (was === null) counts.added++;
		else if (is === null) counts.removed++;
		else counts.changed++;
	}
	return counts;
}

/** What counts in a workspace, and from which days on it is to be deleted. */
function countingIn({ batches }: WorkspaceContent) {
	const records = [...batches.values()];
	const found = counting(records);
	return { batches: found.batches, days: deletionDates(records, found) };
}

/**
 * What changes from one state of a workspace to another.
 *
 * @param theirs what came in, for the fields that were set on both sides
 */
export function changesBetween(
	before: WorkspaceContent,
	after: WorkspaceContent,
	theirs?: WorkspaceContent
): Changes {
	const { batches: was, days: daysBefore } = countingIn(before);
	const { batches: is, days } = countingIn(after);
	const isSame = ({ id }: BatchMeta) =>
		loadedAt(before.batches.get(id)) === loadedAt(after.batches.get(id));
	const without = (all: readonly BatchMeta[], some: readonly BatchMeta[]) =>
		all.filter(({ id }) => !some.some((one) => one.id === id)).map(lineOf);
	const dated = is.filter(({ id }) => {
		const isThere = was.some((one) => one.id === id);
		return isThere && days.get(id) !== daysBefore.get(id);
	});
	const again = is.filter((meta) => was.some(({ id }) => id === meta.id) && !isSame(meta));
	return {
		batches: {
			added: [...without(is, was), ...again.map(lineOf)],
			removed: without(was, is),
			dated: dated.map(lineOf)
		},
		records: KINDS.map((kind) => countsOf(kind, before.records[kind], after.records[kind])).filter(
			({ added, changed, removed }) => added + changed + removed > 0
		),
		conflicts: theirs
			? KINDS.flatMap((kind) =>
					[...theirs.records[kind]].flatMap(([id, other]) => {
						const own = before.records[kind].get(id);
						return own ? conflictsOf(kind, own, other) : [];
					})
				)
			: [],
		unlinked: areUnlinked(is) && !areUnlinked(was)
	};
}
