import type { IndicatorDefinition, ItemTopic, Scale } from '../../domain';

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
};

/** A figure from answer sheets and the households that could have answered. */
export type ResponseIndicator = IndicatorDefinition & { family: 'response' };

/** A figure from cases: which day puts a case into a period, and what it counts as. */
export type CaseIndicator = IndicatorDefinition & {
	family: 'case';
	/** `stock` counts the cases open at the end of a period */
	on: 'opened' | 'closed' | 'stock';
	/** a share of successes: only cases with an outcome that counts as success or not are its base */
	judged?: boolean;
};

export type Indicator = AnswerIndicator | ResponseIndicator | CaseIndicator;
