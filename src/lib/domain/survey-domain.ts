import type { Dimension } from './query';

/** Member of a dimension that stands for everybody of whom it is not known. */
export const NOT_KNOWN = '';

/**
 * Whom a figure is about, as survey statistics say it: a part of a population, such as the cases that were opened. What
 * is in it has, in each dimension, one of some members; where a dimension is not named, any, or none that is known.
 */
export type Domain = {
	/** what `n` counts; two figures of one population and the same members have the same `n` */
	population: string;
	/** dimension to the members kept, in order */
	members: Partial<Record<Dimension, string[]>>;
	/** days in which it happened, both included; of a stock none */
	period?: { from: string; to: string };
	/** last day of the period of a stock */
	at?: string;
	/** populations that come to a stock and go from it, and the day before which there was none */
	flows?: { in: string; out: string; since: string };
};

/** Domains, and all members of the dimensions that they name: outside of some is somebody only where there are more. */
export type Domains = { each: readonly Domain[]; universe: Partial<Record<Dimension, string[]>> };
