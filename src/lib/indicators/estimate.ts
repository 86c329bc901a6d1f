import type { Estimate, IndicatorDefinition } from '../domain';
import {
	meanOf,
	npsOf,
	shareOf,
	totalOf,
	weightedMean,
	weightedNps,
	weightedShare,
	type Moments,
	type PointEstimate
} from '../statistics';
import { NO_BASE } from './cell';

/** Below this many responses or cases a figure is marked as uncertain. */
const UNCERTAIN_BELOW = 30;

/** A point estimate as it is shown, with what stands behind it. */
export const estimateFrom = (point: PointEstimate, n: number, base: number): Estimate => ({
	value: point.value,
	low: point.low,
	high: point.high,
	standardError: point.standardError,
	n,
	base,
	protection: n < UNCERTAIN_BELOW ? 'uncertain' : 'open'
});

/** A complete count: no interval, and nothing uncertain about a small one. */
export const completeCount = (value: number, n: number, base: number): Estimate => ({
	value,
	low: null,
	high: null,
	standardError: null,
	n,
	base,
	protection: 'open'
});

/**
 * The estimate of an answer indicator from its moments. Unweighted answers get the classical
 * interval of their kind, weighted ones the linearised one over all `responses` of the design.
 */
export function estimateAnswers(
	kind: IndicatorDefinition['kind'],
	moments: Moments,
	design: { responses: number; weighted: boolean }
): Estimate {
	if (moments.n === 0) return NO_BASE;
	const { responses, weighted } = design;
	const point = (): PointEstimate => {
		switch (kind) {
			case 'share':
			case 'distribution':
			case 'choice':
				return weighted ? weightedShare(moments, responses) : shareOf(moments);
			case 'nps':
				return weighted ? weightedNps(moments, responses) : npsOf(moments);
			case 'total':
				return totalOf(moments, responses);
			case 'mean':
			case 'index':
			case 'quantile':
			case 'ratio':
			case 'rate':
			case 'count':
			case 'duration':
			case 'amount':
				return weighted ? weightedMean(moments, responses) : meanOf(moments);
		}
	};
	return estimateFrom(point(), moments.n, moments.sw);
}
