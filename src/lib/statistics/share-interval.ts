import { betaQuantile, criticalValue, tailOf } from './distributions';
import { clamped, LEVEL, symmetric, type Interval } from './interval';
import { logitInterval, wilson } from './share';

/** How an interval of a share is made from its standard error. */
export type ShareInterval = 'logit' | 'beta' | 'wilson' | 'wald' | 'arcsine';

/** A share of a design, with what stands behind it. */
export type DesignShare = {
	value: number;
	standardError: number;
	/** degrees of freedom of the design */
	df: number;
	/** answers, unweighted */
	n: number;
	/** Kish's effective size, for a share of 0 or 1, whose standard error says nothing */
	effectiveSize: number;
};

/**
 * 95 % interval of a share of a design, from 0 to 1. All but Wilson's are those of R's `svyciprop`:
 *
 * - `logit`: symmetric on the logit scale (the default where answers are weighted)
 * - `beta`: exact for the effective size p(1−p)/SE², enlarged by the ratio of the t quantiles
 *   (Korn and Graubard 1998)
 * - `wilson`: score interval (Wilson 1927) of that effective size, without the ratio
 * - `wald`: p ± t · SE, cut to 0 and 1 (R's "mean", which does not cut)
 * - `arcsine`: symmetric in arcsin √p
 *
 * A share of 0 or 1, or one without degrees of freedom, gets Wilson's interval on Kish's effective
 * size, by whatever method.
 */
export function shareInterval(method: ShareInterval, share: DesignShare): Interval {
	const { value: p, standardError, df, n, effectiveSize } = share;
	if (p === 0 || p === 1 || standardError === 0 || !(df > 0))
		return wilson(p * effectiveSize, effectiveSize);
	const size = (p * (1 - p)) / standardError ** 2;
	switch (method) {
		case 'logit':
			return logitInterval(p, standardError, df);
		case 'wilson':
			return wilson(p * size, size);
		case 'beta': {
			const tail = tailOf(LEVEL);
			const enlarged =
				n > 1 ? size * (criticalValue(LEVEL, n - 1) / criticalValue(LEVEL, df)) ** 2 : size;
			return {
				low: betaQuantile(tail, enlarged * p, enlarged * (1 - p) + 1),
				high: betaQuantile(1 - tail, enlarged * p + 1, enlarged * (1 - p))
			};
		}
		case 'wald': {
			const { low, high } = clamped(symmetric(p, standardError, df), 0, 1);
			return { low: low ?? 0, high: high ?? 1 };
		}
		case 'arcsine': {
			const margin = (criticalValue(LEVEL, df) * standardError) / Math.sqrt(4 * p * (1 - p));
			const angle = Math.asin(Math.sqrt(p));
			return {
				low: Math.sin(Math.max(0, angle - margin)) ** 2,
				high: Math.sin(Math.min(Math.PI / 2, angle + margin)) ** 2
			};
		}
	}
}
