import type { Inventory } from './inventory';
import type { IndicatorQueryInput } from './query';
import type { KeptTables, Release } from './release';
import type { IndicatorResult, Sentence } from './result';

/** Rejects with the signal's reason when the answer is not wanted any more. */
export type AskOptions = { signal?: AbortSignal | undefined };

/**
 * Where figures come from: the tables of this browser today, a server later. What goes in and what comes
 * out can be serialised, and single cases never come out.
 */
export type FigureSource = {
	/** What can be asked about. */
	inventory(options?: AskOptions): Promise<Inventory>;
	/**
	 * Answers a query for staff who may see the data.
	 *
	 * @throws ZodError for a query that is none, RangeError for an unknown indicator or a dimension that it
	 * does not have
	 */
	evaluate(query: IndicatorQueryInput, options?: AskOptions): Promise<IndicatorResult<'inside'>>;
	/**
	 * Answers all that leaves the house together, protected as one, and with regard to what left before.
	 *
	 * @param options `earlier`: what is kept of what left before; `minimum`: a minimum base that is stricter than those of
	 * the indicators; `sensitive`: groups of persons of whom twice as many are needed
	 * @throws as `evaluate`
	 */
	release(
		queries: readonly IndicatorQueryInput[],
		options?: AskOptions & {
			earlier?: readonly KeptTables[] | undefined;
			minimum?: number | undefined;
			sensitive?: readonly string[] | undefined;
		}
	): Promise<Release>;
	/** The sentences behind a term of a query about open answers, for staff alone. @throws as `evaluate` */
	sentences(query: IndicatorQueryInput, term: string, options?: AskOptions): Promise<Sentence[]>;
};
