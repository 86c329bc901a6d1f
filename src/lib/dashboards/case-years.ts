import type { Filters } from './filters';

/** The whole years of casework that are looked at: two are set against each other, all make a course. */
export type CaseYears = {
	/** the first and the last that is over; of a single one that is not over, that one */
	first: number;
	last: number;
	/** false where the last one is not over, as there is none that is */
	isWhole: boolean;
};

/**
 * The years of casework within the period chosen, without a first or last one that is only a part of a
 * year, where there are others. Undefined where nothing is known of cases.
 *
 * @param coverage first and last day of casework
 */
export function caseYears(
	{ from, to }: Pick<Filters, 'from' | 'to'>,
	coverage: { from: string; to: string } | null
): CaseYears | undefined {
	if (from === undefined || to === undefined || coverage === null) return undefined;
	const isOver = coverage.to >= `${to}-12-31`;
	const last = isOver || to === from ? to : to - 1;
	const isFromStart = coverage.from <= `${from}-01-01`;
	const first = isFromStart || from === last ? from : from + 1;
	return { first: Math.min(first, last), last, isWhole: coverage.to >= `${last}-12-31` };
}

/** Whole years as queries take them. */
export const yearsFilter = (first: number, last: number) => ({
	period: { from: `${first}-01-01`, to: `${last}-12-31` }
});

/** A year and the one before it, the earlier first. */
export type YearPair = [number, number];

/**
 * The last year that is looked at and the one before, of which neither is a part of a year where there
 * are others; undefined where there is no other.
 *
 * @param coverage first and last day of casework
 */
export function yearPair(
	{ from, to }: Filters,
	coverage: { to: string } | null
): YearPair | undefined {
	if (from === undefined || to === undefined) return undefined;
	const isOver = coverage === null || coverage.to >= `${to}-12-31`;
	const last = isOver || to - 1 <= from ? to : to - 1;
	return from < last ? [last - 1, last] : undefined;
}
