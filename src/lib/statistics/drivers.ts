import { criticalValue } from './distributions';
import { LEVEL, type Interval } from './interval';
import { inverse } from './matrix';

/** More items than this take too long: each doubles the models to fit. */
export const MOST_DRIVERS = 12;

/**
 * R² of the linear models of y on every subset of some predictors, from the correlations of all; a
 * subset is a number whose bits are the predictors.
 */
function squaredCorrelations(correlations: readonly (readonly number[])[]): Float64Array {
	const k = correlations.length - 1;
	const fits = new Float64Array(2 ** k);
	for (let subset = 1; subset < fits.length; subset++) {
		const members = Array.from({ length: k }, (_, at) => at).filter((at) => (subset >> at) & 1);
		const within = inverse(members.map((a) => members.map((b) => correlations[a]![b]!)));
		const toY = members.map((at) => correlations[at]![k]!);
		// Predictors that say the same add nothing: the best subset without one of them holds.
		fits[subset] = within
			? toY.reduce(
					(sum, a, i) => sum + a * toY.reduce((line, b, j) => line + within[i]![j]! * b, 0),
					0
				)
			: Math.max(...members.map((at) => fits[subset ^ (1 << at)]!));
	}
	return fits;
}

/**
 * How much of R² each predictor brings, averaged over all orders in which they could be added: the
 * Shapley value of Lindeman, Merenda and Gold (1980), as R's `relaimpo::calc.relimp(type = "lmg")`.
 * The shares add up to R².
 *
 * @param correlations of all predictors, y the last; at most `MOST_DRIVERS` predictors
 * @throws RangeError for more predictors
 */
export function shapley(correlations: readonly (readonly number[])[]): number[] {
	const k = correlations.length - 1;
	if (k > MOST_DRIVERS) throw new RangeError(`${k} predictors are more than ${MOST_DRIVERS}.`);
	const fits = squaredCorrelations(correlations);
	const bits = (subset: number): number => {
		let count = 0;
		for (let rest = subset; rest > 0; rest &= rest - 1) count++;
		return count;
	};
	// The weight of a subset of s others: s! (k − s − 1)! / k!
	const weights = Array.from({ length: k }, (_, size) => {
		let weight = 1 / k;
		for (let at = 1; at <= size; at++) weight *= at / (k - at);
		return weight;
	});
	return Array.from({ length: k }, (_, predictor) => {
		let share = 0;
		for (let subset = 0; subset < fits.length; subset++) {
			if ((subset >> predictor) & 1) continue;
			share += weights[bits(subset)]! * (fits[subset | (1 << predictor)]! - fits[subset]!);
		}
		return share;
	});
}

/**
 * Pearson's correlations of columns, weighted; rows may be said, each as often as it occurs.
 *
 * @param columns values without gaps
 * @returns a square matrix; a column that does not vary has a correlation of 0
 */
export function correlations(
	columns: readonly ArrayLike<number>[],
	weights: ArrayLike<number>,
	rows?: ArrayLike<number>
): number[][] {
	const length = rows?.length ?? weights.length;
	const row = (at: number): number => (rows ? rows[at]! : at);
	let weight = 0;
	for (let at = 0; at < length; at++) weight += weights[row(at)]!;
	const means = columns.map((values) => {
		let sum = 0;
		for (let at = 0; at < length; at++) sum += weights[row(at)]! * values[row(at)]!;
		return sum / weight;
	});
	const products = columns.map((a, i) =>
		columns.map((b, j) => {
			let sum = 0;
			for (let at = 0; j <= i && at < length; at++) {
				const own = row(at);
				sum += weights[own]! * (a[own]! - means[i]!) * (b[own]! - means[j]!);
			}
			return sum;
		})
	);
	return columns.map((_, i) =>
		columns.map((_, j) => {
			const scale = Math.sqrt(products[i]![i]! * products[j]![j]!);
			if (i === j) return 1;
			return scale > 0 ? products[Math.max(i, j)]![Math.min(i, j)]! / scale : 0;
		})
	);
}

/** Draws of a bootstrap: rows with replacement, from numbers from 0 to 1 (Efron 1979). */
export const bootstrapRows = (length: number, random: () => number): Uint32Array =>
	Uint32Array.from({ length }, () => Math.floor(random() * length));

/**
 * 95 % interval of Pearson's correlation by Fisher's z (1915).
 *
 * @param n responses, above 3; an effective size for weighted ones
 */
export function fisherInterval(correlation: number, n: number): Interval {
	if (Math.abs(correlation) >= 1 || n <= 3) return { low: correlation, high: correlation };
	const margin = criticalValue(LEVEL) / Math.sqrt(n - 3);
	const z = Math.atanh(correlation);
	return { low: Math.tanh(z - margin), high: Math.tanh(z + margin) };
}
