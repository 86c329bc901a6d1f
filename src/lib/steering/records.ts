/** What every record of steering has. */
export type SteeringRecord = { id: string; author: string; changed: string };

/** The records with one added or, by its id, replaced. */
export const withRecord = <T extends SteeringRecord>(all: readonly T[], record: T): T[] => [
	...all.filter(({ id }) => id !== record.id),
	record
];

/** The records without one. */
export const withoutRecord = <T extends SteeringRecord>(all: readonly T[], id: string): T[] =>
	all.filter((one) => one.id !== id);
