import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

/** A figure with its 95 % interval, calculated here and not by the product. */
export type Expected = { value: number; low: number; high: number; n: number };

const Z = 1.959963984540054;

/** Share of ones with the score interval of Wilson (1927). */
export function share(hits: readonly boolean[]): Expected {
	const n = hits.length;
	const p = hits.filter(Boolean).length / n;
	const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
	const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
	return { value: p, low: centre - half, high: centre + half, n };
}

/** Mean with the interval of Student's t. */
export function mean(values: readonly number[]): Expected {
	const n = values.length;
	const value = values.reduce((sum, one) => sum + one, 0) / n;
	const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
	const half = tQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n);
	return { value, low: value - half, high: value + half, n };
}

/** Net promoter score with √((P + D − NPS²)/(n − 1)). */
export function nps(answers: readonly number[]): Expected {
	const n = answers.length;
	const promoters = answers.filter((one) => one >= 9).length / n;
	const detractors = answers.filter((one) => one <= 6).length / n;
	const value = promoters - detractors;
	const error = Math.sqrt((promoters + detractors - value ** 2) / (n - 1));
	const half = tQuantile(0.975, n - 1) * error;
	return { value: 100 * value, low: 100 * (value - half), high: 100 * (value + half), n };
}

/** Cases per thousand dwelling years with the exact Poisson interval of Garwood (1936). */
export function rate(cases: number, thousands: number): Expected {
	return {
		value: cases / thousands,
		low: cases === 0 ? 0 : gammaQuantile(0.025, cases, 1) / thousands,
		high: gammaQuantile(0.975, cases + 1, 1) / thousands,
		n: cases
	};
}

/** Mean of the answered scores (0 to 100) of a sheet if at least half are answered, else nothing. */
export function topicIndex(scores: readonly (number | null)[]): number | null {
	const given = scores.filter((score) => score !== null);
	if (given.length === 0 || given.length * 2 < scores.length) return null;
	return given.reduce((sum, score) => sum + score, 0) / given.length;
}

const plain = (value: number): string =>
	new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 })
		.format(value)
		.replace(/^-0$/, '0')
		.replace('-', '−');

/** How the page writes a figure in German: value, half width, interval, n. */
export type Written = { value: string; margin: string; interval: string; n: string };

export function written(
	{ value, low, high, n }: Expected,
	unit: 'percent' | 'index' | 'nps' | 'rate'
): Written {
	const factor = unit === 'percent' ? 100 : 1;
	const suffix = unit === 'percent' ? ' %' : '';
	const sign = unit === 'nps' && value >= 0.5 ? '+' : '';
	return {
		value: `${sign}${plain(value * factor)}${suffix}`,
		margin: `± ${plain(((high - low) / 2) * factor)}`,
		interval: `${plain(low * factor)} bis ${plain(high * factor)}${suffix}`,
		n: plain(n)
	};
}
