import type { Verdict } from '../../domain';

/** Differences below this adjusted p value are called more than chance. */
const SIGNIFICANCE = 0.05;

/** What a difference, or a slope, and its adjusted p value allow to say. */
export const verdictOf = (difference: number, pValue: number): Verdict =>
	pValue >= SIGNIFICANCE ? 'no-difference' : difference > 0 ? 'higher' : 'lower';
