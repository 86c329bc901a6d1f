import type { ReleasedTable } from '../../domain';

/** Figures of one table, of this release or one before: then none of them can be hidden any more. */
export type LinkedTable = ReleasedTable & { isEarlier: boolean };

/** Whether a count is of few: of nobody there is nobody to protect. */
export const isSmallCount = (n: number | null, minimum: number): boolean =>
	n !== null && n > 0 && n < minimum;
