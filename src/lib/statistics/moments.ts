/**
 * All that an estimate of a share, mean, total or NPS needs of its answers. Moments of parts add up
 * to the moments of the whole, so that they can be stored once and summed for any cell.
 *
 * They are sums about zero, so a spread far below the values is lost in them: the variance has a
 * relative error of about 2⁻⁵³ · (mean / standard deviation)², more when long sums were rounded on
 * the way. Values near 10⁶ with a spread of 1 keep about three digits; whole numbers with a Σw²y²
 * below 2⁵³ keep all of them.
 */
export type Moments = {
	/** number of answers, unweighted */
	n: number;
	/** Σw */
	sw: number;
	/** Σwy */
	swy: number;
	/** Σwy² */
	swyy: number;
	/** Σw² */
	sww: number;
	/** Σw²y */
	swwy: number;
	/** Σw²y² */
	swwyy: number;
};

/** The moments of no answers. */
export const NO_MOMENTS: Readonly<Moments> = {
	n: 0,
	sw: 0,
	swy: 0,
	swyy: 0,
	sww: 0,
	swwy: 0,
	swwyy: 0
};

/**
 * The moments of values, each with a weight of 1 unless weights are given; all 0 for no values.
 *
 * @param weights as many as values, each above 0
 * @throws RangeError for a value that is not finite, a weight that is not above 0 and finite, or
 * lists of unlike length
 */
export const momentsOf = (values: number[], weights?: number[]): Moments => {
	if (weights && weights.length !== values.length) {
		throw new RangeError(`${values.length} values cannot have ${weights.length} weights.`);
	}
	const sums = { ...NO_MOMENTS };
	values.forEach((y, i) => {
		const w = weights?.[i] ?? 1;
		if (!Number.isFinite(y)) throw new RangeError(`A value must be finite, not ${y}.`);
		if (!(w > 0 && w < Infinity)) throw new RangeError(`A weight must be above 0, not ${w}.`);
		sums.n += 1;
		sums.sw += w;
		sums.swy += w * y;
		sums.swyy += w * y * y;
		sums.sww += w * w;
		sums.swwy += w * w * y;
		sums.swwyy += w * w * y * y;
	});
	return sums;
};

/** The moments of two groups together that share no answer. */
export const addMoments = (a: Moments, b: Moments): Moments => ({
	n: a.n + b.n,
	sw: a.sw + b.sw,
	swy: a.swy + b.swy,
	swyy: a.swyy + b.swyy,
	sww: a.sww + b.sww,
	swwy: a.swwy + b.swwy,
	swwyy: a.swwyy + b.swwyy
});

/**
 * The moments of the rest: the whole without a part of it. Exactly 0 when nothing is left.
 *
 * @throws RangeError when the part has more answers than the whole
 */
export const subtractMoments = (whole: Moments, part: Moments): Moments => {
	if (part.n > whole.n) {
		throw new RangeError(`A part of ${part.n} answers is more than the whole of ${whole.n}.`);
	}
	if (part.n === whole.n) return { ...NO_MOMENTS };
	return {
		n: whole.n - part.n,
		sw: whole.sw - part.sw,
		swy: whole.swy - part.swy,
		swyy: whole.swyy - part.swyy,
		sww: whole.sww - part.sww,
		swwy: whole.swwy - part.swwy,
		swwyy: whole.swwyy - part.swwyy
	};
};

/** The moments of n answers of weight 1, of which so many are 1 and the others 0. */
export const momentsOfCount = (successes: number, n: number): Moments => ({
	n,
	sw: n,
	swy: successes,
	swyy: successes,
	sww: n,
	swwy: successes,
	swwyy: successes
});

/**
 * Effective sample size (Σw)² / Σw²: how many answers of equal weight would be as precise (Kish
 * 1965). Between 1 and n.
 *
 * @throws RangeError when there are no answers
 */
export const kishEffectiveSize = (moments: Moments): number => {
	requireAnswers(moments);
	return moments.sw ** 2 / moments.sww;
};

/** @throws RangeError when there are no answers, or their weights do not add up to more than 0 */
export const requireAnswers = ({ n, sw, sww }: Moments): void => {
	if (!(n > 0 && sw > 0 && sww > 0)) {
		throw new RangeError(`An estimate needs answers with weights, not n = ${n}, Σw = ${sw}.`);
	}
};

/**
 * Weighted moments hold no unweighted ones, so an unweighted estimate from them would be wrong
 * without anyone noticing. Σw = Σw² = n is true only when every weight is 1.
 *
 * @throws RangeError when there are no answers or a weight is not 1
 */
export const requireUnitWeights = (moments: Moments): void => {
	requireAnswers(moments);
	const { n, sw, sww } = moments;
	if (Math.abs(sw - n) > 1e-9 * n || Math.abs(sww - n) > 1e-9 * n) {
		throw new RangeError(`An unweighted estimate needs weights of 1: n = ${n}, Σw = ${sw}.`);
	}
};
