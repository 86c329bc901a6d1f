import { fail, latestTime, nextTime } from '../domain';
import { putRecords, recordBefore } from './batch-files';
import { isTakenBack } from './batch-records';
import { withDeletionDate } from './deletion-date';
import type { Store } from './store';
import { randomSign } from './who';

/** Of this window, so that no two have the same times. */
const WHO = randomSign();

/** Says from which day on a batch is to be deleted (ISO); null: it may stay. @throws ProblemError `batch_missing` */
export async function setDeletionDate(
	store: Store,
	id: string,
	day: string | null,
	by: string
): Promise<void> {
	const record = await recordBefore(store, id);
	if (!record || isTakenBack(record)) return fail('batch_missing');
	const at = nextTime(latestTime([record]), Date.now(), WHO);
	await putRecords(store, [withDeletionDate(record, day, { at, by })]);
}
