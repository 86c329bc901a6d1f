import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	designMean,
	designQuantile,
	weightedMean,
	momentsOf,
	type Answers,
	type SurveyDesign
} from './index';
import { expectNear } from './testing';
import { square } from './design.fixture';

const near = expectNear(1e-9);

describe('clusters', () => {
	/** One stratum of clusters with their values. */
	const clustered = (
		clusters: number[][],
		population: number | null
	): [SurveyDesign, Answers, number[]] => {
		const values = clusters.flat();
		const place = clusters.flatMap((own, at) => own.map(() => at + 1));
		const one = values.map(() => 1);
		return [
			{
				n: one,
				sw: one,
				sww: one,
				stratum: values.map(() => 0),
				cluster: place,
				strata: [{ units: clusters.length, population }],
				margins: []
			},
			{ length: values.length, group: [...values.keys()], n: one, sw: one, sww: one },
			values
		];
	};

	test('the variance is that between clusters', () => {
		const [design, answers, y] = clustered([[1, 2], [4], [3, 5, 3]], 30);
		// ȳ = 3; z = Σ(y − ȳ)/6 = −0.5, 1/6, 1/3; (1 − 3/30) · 3/2 · Σz²
		const expected = Math.sqrt(0.9 * 1.5 * (0.25 + 1 / 36 + 1 / 9));
		near(designMean(design, answers, y), { value: 3, standardError: expected, df: 2 });
	});

	test('clusters of one sheet are sheets', () => {
		const y = [3, 5, 2, 8, 4];
		const [design, answers] = clustered(
			y.map((one) => [one]),
			null
		);
		const { value, standardError, df } = designMean(design, answers, y);
		near(weightedMean(momentsOf(y), 5), { value, standardError: standardError! });
		expect(df).toBe(4);
	});
});

describe('what is odd has a defined result', () => {
	const row = (stratumOf: number[], strata: SurveyDesign['strata']): [SurveyDesign, Answers] => {
		const one = stratumOf.map(() => 1);
		return [
			{ n: one, sw: one, sww: one, stratum: stratumOf, cluster: null, strata, margins: [] },
			{ length: one.length, group: [...one.keys()], n: one, sw: one, sww: one }
		];
	};

	test('a stratum with one unit counts its distance from the mean of all', () => {
		const [design, answers] = row(
			[0, 0, 0, 1],
			[
				{ units: 3, population: null },
				{ units: 1, population: null }
			]
		);
		// ȳ = 4, u = (y − 4)/4: the first three 3/2 · Σ(u − ū)² with ū = −1/3, the last one u² = 1
		near(designMean(design, answers, [1, 3, 4, 8]), {
			value: 4,
			standardError: Math.sqrt(1.5 * ((9 + 1 + 0) / 16 - 3 / 9) + 1)
		});
	});

	test('a stratum that was asked whole has no error, and one larger than its population neither', () => {
		const [design, answers] = row([0, 0, 0], [{ units: 3, population: 3 }]);
		expect(designMean(design, answers, [1, 2, 6]).standardError).toBe(0);
		const [impossible] = row([0, 0, 0], [{ units: 3, population: 2 }]);
		expect(designMean(impossible, answers, [1, 2, 6]).standardError).toBe(0);
	});

	test('a single answer has no error, and an empty domain is refused', () => {
		const [design] = row([0, 0, 0], [{ units: 3, population: null }]);
		const single: Answers = { length: 1, group: [0], n: [1], sw: [1], sww: [1] };
		expect(designMean(design, single, [5])).toMatchObject({ value: 5, standardError: null, df: 0 });
		const nobody: Answers = { length: 0, group: [], n: [], sw: [], sww: [] };
		expect(() => designMean(design, nobody, [])).toThrow(RangeError);
	});
});

test('the scale of the weights does not matter to means, errors and quantiles', () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.record({ y: fc.integer({ min: 1, max: 5 }), w: fc.integer({ min: 1, max: 9 }) }),
				{
					minLength: 3,
					maxLength: 40
				}
			),
			fc.double({ min: 0.01, max: 100, noNaN: true }),
			(sheets, factor) => {
				const estimate = (scale: number) => {
					const w = sheets.map((sheet) => sheet.w * scale);
					const one = sheets.map(() => 1);
					const answers: Answers = {
						length: w.length,
						group: [...w.keys()],
						n: one,
						sw: w,
						sww: square(w)
					};
					const design: SurveyDesign = {
						n: one,
						sw: w,
						sww: square(w),
						stratum: sheets.map((_, at) => at % 2),
						cluster: null,
						strata: [
							{ units: Math.ceil(w.length / 2), population: null },
							{ units: Math.floor(w.length / 2), population: null }
						],
						margins: []
					};
					const y = sheets.map((sheet) => sheet.y);
					const { value, standardError } = designMean(design, answers, y);
					const median = designQuantile(design, answers, y, 0.5).value;
					return { value, standardError, median };
				};
				const [plain, scaled] = [estimate(1), estimate(factor)];
				expect(scaled.value).toBeCloseTo(plain.value, 9);
				expect(scaled.standardError).toBeCloseTo(plain.standardError ?? NaN, 7);
				expect(scaled.median).toBe(plain.median);
			}
		)
	);
});
