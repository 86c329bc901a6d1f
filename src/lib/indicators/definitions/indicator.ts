import type { IndicatorDefinition, ItemTopic, Scale } from '../../domain';
import type { RecordFamily } from '../families/records/tables';

/** What an answer counts as, from its value and from whether it is in the top box (1 or 0). */
export type Counting = (value: number, top: number) => number;

/** A figure from answers: which items, and what an answer to them counts as. */
export type AnswerIndicator = IndicatorDefinition & {
	family: 'answer';
	items: { topic?: ItemTopic; derived: boolean; kinds?: readonly Scale['kind'][] };
	/** what an answer counts as */
	y: Counting;
	/** of a quantile, which one: 0 to 1 */
	quantile?: number;
	/**
	 * about open answers (see `openContext`): who wrote any, or which terms they name; each shown only
	 * where enough sheets do
	 */
	open?: 'written' | 'terms';
};

/** A figure from answer sheets and the households that could have answered. */
export type ResponseIndicator = IndicatorDefinition & {
	family: 'response';
	/** the rate, its margin of error, or the share of a group among the sheets, by weight or by number */
	statistic: 'rate' | 'margin' | 'composition' | 'weighted-composition';
};

/** A figure on how items go together in a wave (see `withSingleResponses`). */
export type RelationIndicator = IndicatorDefinition & {
	family: 'relation';
	relation: 'correlation' | 'driver' | 'alpha';
	topic?: string;
};

/** A figure from cases: which day puts a case into a period, and what it counts as. */
export type CaseIndicator = IndicatorDefinition & {
	family: 'case';
	/** `stock` counts the cases open at the end of a period */
	on: 'opened' | 'closed' | 'stock';
	/** a share of successes: only cases with an outcome that counts as success or not are its base */
	judged?: boolean;
	/** a mean: of what each case has */
	per?: 'contacts' | 'minutes';
	/** a share of the cases that go on longer than the days of the dimension `elapsed` */
	curve?: boolean;
};

/** How records of a cell become a figure. Columns are those of their family. */
export type RecordStatistic =
	| { of: 'count' }
	| { of: 'sum'; column: string }
	/** different numbers of a column */
	| { of: 'different'; column: string }
	/** different numbers of a column, each counted once for each day */
	| { of: 'days'; column: string }
	/** sum over the different days of another column */
	| { of: 'per-day'; column: string; days: string }
	/** one sum over another: a complete count of both */
	| { of: 'portion'; column: string; whole: string }
	/** share of 1 among 0 and 1 */
	| { of: 'share'; column: string }
	/** how many, times what one is said to cost */
	| { of: 'cost' };

/** A figure from records beside cases. */
export type RecordIndicator = IndicatorDefinition & {
	family: 'record';
	records: RecordFamily;
	/** the column whose day puts a record into a period; `stock` counts what goes on at its end */
	on: string;
	/** only records with a 1 there count */
	when?: string;
	statistic: RecordStatistic;
};

/** A figure from the master data of the Quartiere: that of the newest year that a query is about. */
export type MasterIndicator = IndicatorDefinition & {
	family: 'master';
	column: 'dwellings' | 'households';
};

export type Indicator =
	| AnswerIndicator
	| ResponseIndicator
	| CaseIndicator
	| RecordIndicator
	| RelationIndicator
	| MasterIndicator;
