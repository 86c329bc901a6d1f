/** Coverage of the intervals by simulation, with seeds, so that every run sees the same draws. */
import { expect, test } from 'vitest';
import {
	clopperPearson,
	designMean,
	meanOf,
	momentsOf,
	poissonRate,
	shareInterval,
	wilson,
	type Answers,
	type SurveyDesign
} from './index';
import { seededRandom } from './testing';

const DRAWS = 2000;
const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Share of the draws whose interval holds the truth, averaged over the shares. */
const covered = (holds: (p: number, next: () => number) => boolean): number => {
	const hits = SHARES.map((p, at) => {
		const next = seededRandom(1000 + at);
		let count = 0;
		for (let draw = 0; draw < DRAWS; draw++) if (holds(p, next)) count++;
		return count / DRAWS;
	});
	return hits.reduce((a, b) => a + b, 0) / SHARES.length;
};

const binomial = (n: number, p: number, next: () => number): number => {
	let x = 0;
	for (let at = 0; at < n; at++) if (next() < p) x++;
	return x;
};
const within = ({ low, high }: { low: number; high: number }, truth: number): boolean =>
	low <= truth && truth <= high;

test.each([60, 150])('Wilson covers 93 to 97 % with n = %i', (n) => {
	const coverage = covered((p, next) => within(wilson(binomial(n, p, next), n), p));
	expect(coverage).toBeGreaterThan(0.93);
	expect(coverage).toBeLessThan(0.97);
});

test.each([60, 150])(
	'the logit interval of weighted answers covers 93 to 97 % with n = %i',
	(n) => {
		const coverage = covered((p, next) => {
			const sw = Array.from({ length: n }, (_, at) => 1 + 0.5 * (at % 3));
			const y = sw.map(() => (next() < p ? 1 : 0));
			const one = sw.map(() => 1);
			const square = sw.map((weight) => weight ** 2);
			const design: SurveyDesign = {
				n: one,
				sw,
				sww: square,
				stratum: sw.map(() => 0),
				cluster: null,
				strata: [{ units: n, population: null }],
				margins: []
			};
			const answers: Answers = { length: n, group: [...sw.keys()], n: one, sw, sww: square };
			const { value, standardError, df } = designMean(design, answers, y);
			const effectiveSize = sw.reduce((a, b) => a + b) ** 2 / square.reduce((a, b) => a + b);
			return within(
				shareInterval('logit', { value, standardError: standardError ?? 0, df, n, effectiveSize }),
				p
			);
		});
		expect(coverage).toBeGreaterThan(0.93);
		expect(coverage).toBeLessThan(0.97);
	}
);

test.each([60, 150])('the t interval of a mean of points covers 93 to 97 % with n = %i', (n) => {
	const coverage = covered((p, next) => {
		const values = Array.from({ length: n }, () => 1 + binomial(4, p, next));
		const { low, high } = meanOf(momentsOf(values));
		return within({ low: low ?? NaN, high: high ?? NaN }, 1 + 4 * p);
	});
	expect(coverage).toBeGreaterThan(0.93);
	expect(coverage).toBeLessThan(0.97);
});

test('Clopper and Pearson cover at least 94 % for every share', () => {
	for (const [at, p] of SHARES.entries()) {
		const next = seededRandom(50 + at);
		let count = 0;
		for (let draw = 0; draw < DRAWS; draw++)
			if (within(clopperPearson(binomial(40, p, next), 40), p)) count++;
		expect(count / DRAWS).toBeGreaterThanOrEqual(0.94);
	}
});

test('the exact Poisson interval covers at least 94 %', () => {
	for (const mean of [0.5, 2, 7, 30]) {
		const next = seededRandom(Math.round(100 * mean));
		let count = 0;
		for (let draw = 0; draw < DRAWS; draw++) {
			let cases = 0;
			for (let product = next(); product > Math.exp(-mean); product *= next()) cases++;
			if (within(poissonRate(cases, 1), mean)) count++;
		}
		expect(count / DRAWS).toBeGreaterThanOrEqual(0.94);
	}
});

test('intervals hold their share and shrink with n', () => {
	for (const p of SHARES) {
		let before = Infinity;
		for (const n of [20, 80, 320, 1280]) {
			const { low, high } = wilson(p * n, n);
			expect(low).toBeLessThanOrEqual(p);
			expect(high).toBeGreaterThanOrEqual(p);
			expect(high - low).toBeLessThan(before);
			before = high - low;
		}
	}
});
