import {
	clockTime,
	DELETED,
	mergeRecords,
	removeRecord,
	versionedSchema,
	z,
	type ClockTime,
	type Versioned
} from '../domain';
import { batchMetaSchema, type BatchMeta } from '../ingest';

/** How the record of a batch is kept. Versions before wrote its description alone. */
const FORMAT = { format: 'quartierspiegel-batch', version: 1 } as const;
const fileSchema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	record: versionedSchema
});

/** The field of a batch's record that says from which day on it is to be deleted. */
export const DELETE_ON = 'deleteOn';

/** Whether a batch was taken back. */
export const isTakenBack = ({ deleted }: Versioned): boolean => deleted?.value === true;

/**
 * A batch as it is loaded now: what is known of it, and apart from that whose place it took, which stays known.
 * It says that it was not taken back, so that of loading it and taking it back the last one holds.
 */
export const loadedNow = (meta: BatchMeta, at: ClockTime): Versioned => {
	const stamp = { at, by: meta.author };
	return {
		id: meta.id,
		fields: {
			meta: { ...stamp, value: meta },
			replaces: { ...stamp, value: meta.replaces ?? null }
		},
		deleted: { ...stamp, value: false },
		history: []
	};
};

/**
 * Of a batch that was taken back nothing is left but what is needed, as the name of its file may say too much: whose
 * place it took, until when it was to be kept, and who loaded it and took it back, and when.
 */
function bare(record: Versioned): Versioned {
	const isKept = (field: string) =>
		!isTakenBack(record) || field === DELETE_ON || field === 'replaces';
	return {
		...record,
		fields: Object.fromEntries(Object.entries(record.fields).filter(([field]) => isKept(field))),
		history: record.history.filter(({ field }) => field === DELETED || field === DELETE_ON)
	};
}

/** Two versions of the record of one batch as one: the same whichever comes first. */
export const mergeBatchRecords = (a: Versioned, b: Versioned): Versioned =>
	bare(mergeRecords(a, b));

/** A batch that is loaded once more; what else is said of it holds, and what was done with it stays known. */
export function loadedAgain(before: Versioned, meta: BatchMeta, at: ClockTime): Versioned {
	const loaded = loadedNow(meta, at);
	const { fields, history } = mergeBatchRecords(before, loaded);
	return { ...loaded, fields: { ...fields, ...loaded.fields }, history };
}

/** A batch that is taken back now. */
export const takenBack = (before: Versioned, at: ClockTime, by: string): Versioned =>
	bare(removeRecord(before, { at, by }));

/** The record of a batch from what is kept of it. @throws what zod says */
export function parseBatchRecord(json: unknown): Versioned {
	const file = fileSchema.safeParse(json);
	if (!file.success) {
		const meta = batchMetaSchema.parse(json);
		return loadedNow(meta, clockTime(Date.parse(meta.created), 0, 'before'));
	}
	const { record } = file.data;
	metaOf(record);
	return record;
}

export const batchRecordFile = (record: Versioned): object => ({ ...FORMAT, record });

/** What is known of a batch; null where it was taken back. @throws what zod says */
export const metaOf = (record: Versioned): BatchMeta | null =>
	isTakenBack(record) ? null : batchMetaSchema.parse(record.fields['meta']?.value);

/** Which batches count, the oldest first, and what each of them took the place of, the newest first. */
export type Counting = {
	batches: BatchMeta[];
	/** by the id of what counts */
	earlier: ReadonlyMap<string, BatchMeta[]>;
};

/**
 * Which batches count. Of those that hold the same file, or that took each other's place, only the one that was
 * loaded last does, whoever loaded it: nothing is counted twice. When it is taken back, the one before counts.
 */
export function counting(records: readonly Versioned[]): Counting {
	/** of what belongs together, one that stands for all */
	const heads = new Map<string, string>();
	const headOf = (name: string): string => {
		const next = heads.get(name);
		return next === undefined || next === name ? name : headOf(next);
	};
	const join = (a: string, b: string) => void heads.set(headOf(a), headOf(b));
	const there = records.flatMap((record) => {
		const meta = metaOf(record);
		const replaces = record.fields['replaces']?.value;
		if (typeof replaces === 'string') join(record.id, replaces);
		if (meta) join(record.id, `${meta.kind} ${meta.file.sha256}`);
		return meta ? [{ meta, at: record.fields['meta']!.at }] : [];
	});
	const groups = new Map<string, typeof there>();
	for (const one of there) {
		const head = headOf(one.meta.id);
		groups.set(head, [...(groups.get(head) ?? []), one]);
	}
	const ordered = [...groups.values()].map((group) =>
		group.sort((a, b) => byText(b.at, a.at) || byText(b.meta.id, a.meta.id)).map(({ meta }) => meta)
	);
	return {
		batches: ordered.map(([last]) => last!).sort(byCreation),
		earlier: new Map(
			ordered.flatMap(([last, ...rest]) => (rest.length > 0 ? [[last!.id, rest]] : []))
		)
	};
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The oldest first; the same on every machine. */
const byCreation = (a: BatchMeta, b: BatchMeta): number =>
	byText(a.created, b.created) || byText(a.id, b.id);
