import { describe, expect, test } from 'vitest';
import { momentsOf, npsOf, weightedNps } from './index';
import { expectNear, repeated } from './testing';

const near = expectNear(1e-9);

describe('net promoter score', () => {
	test('the error is √((P + D − NPS²)/(n − 1)) in points', () => {
		const P = 9 / 20;
		const D = 4 / 20;
		const standardError = 100 * Math.sqrt((P + D - (P - D) ** 2) / 19);
		const moments = momentsOf(repeated([100, 9], [0, 7], [-100, 4]));
		near(npsOf(moments), { value: 25, standardError });
		near(weightedNps(moments, 20), { value: 25, standardError });
	});

	test('the interval is cut at the ends of the score', () => {
		const high = npsOf(momentsOf(repeated([100, 4], [0, 1])));
		expect(high.high).toBe(100);
		expect(high.low).toBeLessThan(80);
		expect(weightedNps(momentsOf([-100, -100, 0], [1, 1, 1.5]), 10).low).toBe(-100);
	});

	test('weights count', () => {
		near(weightedNps(momentsOf([100, -100], [3, 1]), 10), { value: 50 });
	});
});
