import type { BatchMeta } from '../ingest';

type Keyed = Pick<BatchMeta, 'kind' | 'key'>;

/** Kinds of batches that are about the same cases, which their pseudonyms tell. */
const OF_CASES: ReadonlySet<BatchMeta['kind']> = new Set([
	'supportCase',
	'contact',
	'rentDebt',
	'benefit'
]);

/** The names of the keys that pseudonyms of cases were made with. */
const keysOfCases = (batches: readonly Keyed[]): Set<string> =>
	new Set(batches.filter(({ kind }) => OF_CASES.has(kind)).map(({ key }) => key ?? ''));

/** Whether there are cases, and what refers to them, that do not find each other: each key makes other pseudonyms. */
export const areUnlinked = (batches: readonly Keyed[]): boolean => keysOfCases(batches).size > 1;

/**
 * Whether rows of a batch do not find those of others, until its file is read again under the current key.
 *
 * @param current the name of the key that new pseudonyms are made with; null where there was never another one
 */
export const isUnlinked = (
	batch: Keyed,
	batches: readonly Keyed[],
	current: string | null
): boolean =>
	current !== null &&
	OF_CASES.has(batch.kind) &&
	(batch.key ?? current) !== current &&
	areUnlinked(batches);
