/** A text in both languages. */
export type Words = { de: string; en: string };

/** What a reader of a figure needs to know of its definition. */
export type IndicatorDefinition = {
	id: string;
	name: Words;
	/** one sentence that a reader without statistics understands */
	description: Words;
	/** how it is calculated, with its uncertainty */
	formula: Words;
	/** the standard or the work that defines it */
	source: Words;
	group: 'survey' | 'casework' | 'debt' | 'benefit' | 'meetingPlace' | 'network' | 'master';
	unit:
		| 'percent'
		| 'points'
		| 'index'
		| 'nps'
		| 'value'
		| 'count'
		| 'per-1000-dwellings'
		| 'days'
		| 'minutes'
		| 'euros';
	direction: 'higher-better' | 'lower-better' | 'neutral';
	kind:
		| 'share'
		| 'mean'
		| 'index'
		| 'nps'
		| 'distribution'
		| 'choice'
		| 'quantile'
		| 'ratio'
		| 'total'
		| 'count'
		| 'rate'
		| 'duration'
		| 'amount';
	/** answer sheets or cases below which the figure is not shown */
	minimumBase: number;
	/** complete counts have no interval */
	completeCount: boolean;
};
