import { z, type Stamp, type Versioned } from '../domain';
import { counting, DELETE_ON, mergeBatchRecords, type Counting } from './batch-records';

const daySchema = z.iso.date().nullable().catch(null);

/** Whether it was said of a batch itself, if only that there is no such day. */
export const saysDeletionDate = ({ fields }: Versioned): boolean => fields[DELETE_ON] !== undefined;

type Said = Versioned['fields'][string] | undefined;

const dayOf = (said: Said): string | null => daySchema.parse(said?.value ?? null);

/** The day from which on a batch is to be deleted (ISO); null where there is none. */
export const deletionDateOf = ({ fields }: Versioned): string | null => dayOf(fields[DELETE_ON]);

/** The days that were said of a batch, the oldest first. */
export const deletionDatesSaid = ({
	fields,
	history
}: Versioned): (Stamp & {
	day: string | null;
})[] => {
	const last = fields[DELETE_ON];
	const said = [...history.filter(({ field }) => field === DELETE_ON), ...(last ? [last] : [])];
	return said.map((one) => ({ at: one.at, by: one.by, day: dayOf(one) }));
};

const idsOf = (batches: readonly { id: string }[] = []): string[] => batches.map(({ id }) => id);

/** What is said by the first of some batches that says anything. */
const saidFirst = (ids: readonly string[], records: readonly Versioned[]): Said =>
	ids
		.map((id) => records.find((one) => one.id === id)?.fields[DELETE_ON])
		.find((said) => said !== undefined);

/** The record of a batch that is to be deleted from a day on (ISO); null: it may stay. */
export const withDeletionDate = (record: Versioned, day: string | null, stamp: Stamp): Versioned =>
	mergeBatchRecords(record, {
		...record,
		fields: { ...record.fields, [DELETE_ON]: { ...stamp, value: day } }
	});

/** The days from which on batches that count are to be deleted, by their ids; a batch has that of what it replaced. */
export function deletionDates(
	records: readonly Versioned[],
	{ batches, earlier }: Counting
): Map<string, string> {
	return new Map(
		batches.flatMap(({ id }) => {
			const day = dayOf(saidFirst([id, ...idsOf(earlier.get(id))], records));
			return day === null ? [] : [[id, day] as const];
		})
	);
}

/** A batch that is loaded now, to be deleted from the day on that was said of it before, or of what it replaces. */
export function withDateBefore(
	loaded: Versioned,
	replaces: string | undefined,
	records: readonly Versioned[]
): Versioned {
	const { earlier } = counting(records);
	const line = replaces === undefined ? [] : [replaces, ...idsOf(earlier.get(replaces))];
	const said = saidFirst([loaded.id, ...line], records);
	return said ? { ...loaded, fields: { ...loaded.fields, [DELETE_ON]: said } } : loaded;
}
