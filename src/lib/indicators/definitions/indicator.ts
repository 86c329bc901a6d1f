import type { ItemTopic, Scale } from '../../domain';

/** A text in both languages. */
export type Words = { de: string; en: string };

export type IndicatorKind =
	'share' | 'mean' | 'index' | 'nps' | 'distribution' | 'total' | 'count' | 'rate';

type Common = {
	id: string;
	name: Words;
	/** one sentence that a reader without statistics understands */
	description: Words;
	/** how it is calculated, with its uncertainty */
	formula: Words;
	/** the standard or the work that defines it */
	source: Words;
	group: 'survey' | 'casework';
	unit: 'percent' | 'points' | 'index' | 'nps' | 'value' | 'count' | 'per-1000-dwellings';
	direction: 'higher-better' | 'lower-better' | 'neutral';
	kind: IndicatorKind;
	/** answer sheets or cases below which the figure is not shown */
	minimumBase: number;
	/** complete counts have no interval */
	completeCount: boolean;
};

/** A figure from answers: which items, and what an answer `a` counts as. */
export type AnswerIndicator = Common & {
	family: 'answer';
	items: { topic?: ItemTopic; derived: boolean; kinds?: readonly Scale['kind'][] };
	/** SQL over one row `a` of the table `answer` */
	y: string;
};

/** A figure from answer sheets and the households that could have answered. */
export type ResponseIndicator = Common & { family: 'response' };

/** A figure from cases: which day puts a case into a period, and what it counts as. */
export type CaseIndicator = Common & {
	family: 'case';
	/** `stock` counts the cases open at the end of a period */
	on: 'opened' | 'closed' | 'stock';
	/** SQL over one row `c` of the table `support_case`; true where the case belongs to the base */
	condition?: string;
	/** SQL: true where the case counts as a success of the share */
	success?: string;
};

export type Indicator = AnswerIndicator | ResponseIndicator | CaseIndicator;
