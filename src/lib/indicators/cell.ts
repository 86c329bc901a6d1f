import type { DimensionValues, Estimate } from '../domain';
import type { Answers, Moments, SurveyDesign } from '../statistics';
import type { Indicator } from './definitions';

/** Rows of a domain with their values, from which its estimate was made. */
export type Linear = {
	design: SurveyDesign;
	answers: Answers;
	y: Float64Array;
	x?: Float64Array;
};

/** Of a sum what says whether one contribution makes up most of it. */
export type Amounts = { first: number; second: number; sum: number };

/** A row on its way to the result: with what a comparison needs, which must not be shown. */
export type Cell = {
	indicator: Indicator;
	dimensions: DimensionValues;
	estimate: Estimate;
	/** for estimates from answers */
	moments?: Moments;
	/** whether the answers behind it are weighted */
	weighted?: boolean;
	/** where it is standardised: how many strata are left after those with few answers were joined */
	strata?: number;
	/** where the estimate follows from a design: the rows it was made from */
	linear?: Linear;
	/** for sums of amounts: what is largest and second largest in it, and all of them without their signs */
	amounts?: Amounts;
	/** for shares and rates of cases: how many, and of how many (cases or thousand dwelling years) */
	count?: { events: number; base: number };
};

/** An estimate with nothing behind it. */
export const NO_BASE: Estimate = {
	value: null,
	low: null,
	high: null,
	standardError: null,
	n: 0,
	base: 0,
	protection: 'no-base'
};

/** Cells with the same values in all dimensions but one belong together; this is what they share. */
export function keyWithout(cell: Cell, left: keyof DimensionValues | null): string {
	const rest = Object.entries(cell.dimensions).filter(([name]) => name !== left);
	return JSON.stringify([cell.indicator.id, rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** What has the same key together, in the order in which the keys come. */
export function grouped<T>(all: readonly T[], key: (one: T) => string | number): T[][] {
	const groups = new Map<string | number, T[]>();
	for (const one of all) {
		const known = groups.get(key(one));
		if (known) known.push(one);
		else groups.set(key(one), [one]);
	}
	return [...groups.values()];
}
