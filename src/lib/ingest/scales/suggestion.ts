import type { Scale } from '../../domain';
import type { Evidence } from '../evidence';

/**
 * A scale as suggested. `certain`: order and missing codes are decided by words or by a declaration. Whether
 * the good end and the top box are decided as well says `scale.settled`.
 */
export type ScaleSuggestion = { scale: Scale; certain: boolean; evidence: Evidence[] };

type Ordinal = {
	id: string;
	kind?: Scale['kind'];
	labels: string[];
	topBox: string[];
	direction?: Scale['direction'];
	nonSubstantive: readonly string[];
	certain: boolean;
	settled: boolean;
	evidence: Evidence[];
};

/** A scale of points, worst or lowest first. */
export const ordinal = ({ certain, settled, evidence, ...one }: Ordinal): ScaleSuggestion => ({
	scale: {
		id: one.id,
		kind: one.kind ?? 'ordinal',
		points: one.labels.length,
		labels: one.labels,
		titles: {},
		topBox: one.topBox,
		direction: one.direction ?? 'higher-better',
		nonSubstantive: [...one.nonSubstantive],
		settled: certain && settled
	},
	certain,
	evidence
});

/** A scale without points: amounts, or answers without an order. */
export const unpointed = (
	kind: 'numeric' | 'nominal',
	labels: string[],
	nonSubstantive: readonly string[],
	settled: boolean
): Scale => ({
	id: kind,
	kind,
	points: 0,
	labels,
	titles: {},
	topBox: [],
	direction: 'none',
	nonSubstantive: [...nonSubstantive],
	settled
});
