import type { Scale } from '../../domain';

/** A scale of five points that nobody has settled, with what a test changes of it. */
export const scale = (change: Partial<Scale> = {}): Scale => ({
	id: 'points5',
	kind: 'ordinal',
	points: 5,
	labels: ['1', '2', '3', '4', '5'],
	titles: {},
	topBox: ['4', '5'],
	direction: 'higher-better',
	nonSubstantive: [],
	settled: false,
	...change
});
