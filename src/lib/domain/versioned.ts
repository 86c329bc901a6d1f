import { canonicalJson } from './canonical';
import { clockTimeSchema, type ClockTime } from './clock';
import { z } from './zod';

/** Who changed something, and when. */
export type Stamp = { at: ClockTime; by: string };

const stamp = { at: clockTimeSchema, by: z.string() };

/** A record with the time of each of its fields, its deletion, and what its fields said before. */
export const versionedSchema = z.strictObject({
	id: z.string().min(1),
	fields: z.record(z.string(), z.strictObject({ ...stamp, value: z.unknown() })),
	/** a deletion is remembered, so that an older version elsewhere does not bring the record back */
	deleted: z.strictObject({ ...stamp, value: z.boolean() }).nullable(),
	/** the oldest first; that a record was deleted, or was not any more, stands there as `deleted` */
	history: z.array(z.strictObject({ ...stamp, field: z.string(), value: z.unknown() }))
});
export type Versioned = z.infer<typeof versionedSchema>;

type Content = { id: string };

/** In a history: whether a record was deleted. No field of one is called so. */
export const DELETED = 'deleted';

/** What is longer than this as JSON, such as outlines on a map, is not kept once it was replaced. */
const LONGEST_IN_HISTORY = 20_000;

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * By their times. Of records that versions before wrote without any, two may have the same: then what they say
 * decides, so that it is the same on every machine.
 */
const byTime = (a: Stamp, b: Stamp): number =>
	byText(a.at, b.at) || (a === b ? 0 : byText(canonicalJson(a), canonicalJson(b)));

type Version = Versioned['history'][number];

/** What of a history is kept, in the same order everywhere. */
const kept = (versions: readonly Version[]): Version[] =>
	versions
		.filter(({ value }) => (JSON.stringify(value) ?? '').length <= LONGEST_IN_HISTORY)
		.sort(byTime);

/** Whether a record is deleted, as it stands in a history. */
const deletionOf = ({ deleted }: Versioned): Version[] =>
	deleted ? [{ field: DELETED, ...deleted }] : [];

/** A record as it is changed to now. Fields that stay the same keep their time; a deleted one is there again. */
export function putRecord(
	before: Versioned | undefined,
	record: Content,
	stamped: Stamp
): Versioned {
	const { id, ...values } = record;
	const fields = { ...before?.fields };
	const history: Version[] = [...(before?.history ?? [])];
	for (const [field, value] of Object.entries(values)) {
		const earlier = fields[field];
		if (earlier && same(earlier.value, value)) continue;
		if (earlier) history.push({ field, ...earlier });
		fields[field] = { ...stamped, value };
	}
	const wasDeleted = before?.deleted?.value ?? false;
	if (wasDeleted) history.push(...deletionOf(before!));
	return {
		id,
		fields,
		deleted: wasDeleted ? { ...stamped, value: false } : (before?.deleted ?? null),
		history: kept(history)
	};
}

/** A record as it is after its deletion: its fields stay, so that it can be brought back. */
export const removeRecord = (before: Versioned, stamped: Stamp): Versioned => ({
	...before,
	deleted: { ...stamped, value: true },
	history: kept([...before.history, ...deletionOf(before)])
});

/** The newer of two values; null where there is none. */
const newer = <T extends Stamp>(a: T | null | undefined, b: T | null | undefined): T | null =>
	a && b ? (byTime(a, b) < 0 ? b : a) : (a ?? b ?? null);

/**
 * Two versions of one record as one: of each field the value that was set last, and all that was said
 * before. The same whichever comes first, and merging again changes nothing.
 */
export function mergeRecords(a: Versioned, b: Versioned): Versioned {
	const fields: Versioned['fields'] = {};
	const history = [...a.history, ...b.history];
	for (const field of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
		const [one, other] = [a.fields[field], b.fields[field]];
		const last = newer(one, other);
		if (!last) continue;
		fields[field] = last;
		for (const value of [one, other])
			if (value && !same(value, last)) history.push({ field, ...value });
	}
	const deleted = newer(a.deleted, b.deleted);
	for (const one of [a, b]) if (!same(one.deleted, deleted)) history.push(...deletionOf(one));
	const unique = new Map(history.map((version) => [canonicalJson(version), version]));
	return {
		id: a.id,
		fields,
		deleted,
		history: kept([...unique.values()])
	};
}

/** What a record says now; null where it is deleted. */
export function contentOf({ id, fields, deleted }: Versioned): Record<string, unknown> | null {
	if (deleted?.value) return null;
	const values = Object.entries(fields).map(([field, { value }]) => [field, value] as const);
	return { id, ...Object.fromEntries(values) };
}

/** The latest time in some records; null where there is none. */
export function latestTime(records: Iterable<Versioned>): ClockTime | null {
	let latest: ClockTime | null = null;
	for (const { fields, deleted } of records)
		for (const { at } of [...Object.values(fields), ...(deleted ? [deleted] : [])])
			if (latest === null || at > latest) latest = at;
	return latest;
}
