import type { IndicatorDefinition, ItemTopic, Scale } from '../../domain';

/** A figure from answers: which items, and what an answer `a` counts as. */
export type AnswerIndicator = IndicatorDefinition & {
	family: 'answer';
	items: { topic?: ItemTopic; derived: boolean; kinds?: readonly Scale['kind'][] };
	/** SQL over one row `a` of the table `answer` */
	y: string;
};

/** A figure from answer sheets and the households that could have answered. */
export type ResponseIndicator = IndicatorDefinition & { family: 'response' };

/** A figure from cases: which day puts a case into a period, and what it counts as. */
export type CaseIndicator = IndicatorDefinition & {
	family: 'case';
	/** `stock` counts the cases open at the end of a period */
	on: 'opened' | 'closed' | 'stock';
	/** SQL over one row `c` of the table `support_case`; true where the case belongs to the base */
	condition?: string;
	/** SQL: true where the case counts as a success of the share */
	success?: string;
};

export type Indicator = AnswerIndicator | ResponseIndicator | CaseIndicator;
