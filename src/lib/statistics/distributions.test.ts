/** Expected values from SciPy 1.17.1, which agrees with R to its last printed digits. */
import { expect, test } from 'vitest';
import {
	betaQuantile,
	criticalValue,
	normalPValue,
	poissonLowerLimit,
	poissonUpperLimit,
	tPValue
} from './distributions';
import { expectNear } from './testing';

const near = expectNear(1e-12);

test.each([
	[1, 12.706204736174694],
	[3.7, 2.8675207071911895],
	[29, 2.045229642132703],
	[196.3, 1.972122498365016],
	[1e6, 1.959966356814107],
	[Infinity, 1.959963984540054]
])('critical value at 95 %% with %d degrees of freedom', (df, t) => {
	near({ t: criticalValue(0.95, df) }, { t });
});

test('a critical value needs a level and degrees of freedom', () => {
	for (const level of [0, 1, 95, NaN]) expect(() => criticalValue(level)).toThrow(RangeError);
	for (const df of [0, -1, NaN]) expect(() => criticalValue(0.95, df)).toThrow(RangeError);
});

test.each([
	[0.3, 4, 0.7791214282774598],
	[-2, 1, 0.2951672353008665],
	[2.5, 33.3, 0.017517610879219808],
	[1e-6, 10, 0.9999992217832321],
	[2, 1e9, 0.045500264166313246],
	[40, 12, 3.851229580772032e-14],
	[0, 5, 1]
])('p value of t = %d with %d degrees of freedom', (t, df, p) => {
	near({ p: tPValue(t, df) }, { p });
});

test.each([
	[9, 2.2571768119076647e-19],
	[-0.2, 0.8414805811217939],
	[0, 1]
])('p value of z = %d', (z, p) => {
	near({ p: normalPValue(z) }, { p });
	near({ p: tPValue(z, Infinity) }, { p });
});

test.each([
	[1, 5, 0.0050507633794680575, 0.7164179361180895],
	[400, 100000, 0.003618237392702271, 0.0044109571603347395],
	[9999, 10000, 0.9994429630020529, 0.9999974682224065]
])('beta quantiles for %i of %i', (x, n, low, high) => {
	near(
		{ low: betaQuantile(0.025, x, n - x + 1), high: betaQuantile(0.975, x + 1, n - x) },
		{ low, high }
	);
});

// @stdlib alone misses the upper limits from 925 cases on by up to 2 in 10,000; refined from 500 on.
test.each([
	[0, 0, 3.6888794541139363],
	[1, 0.025317807984289876, 5.571643390938898],
	[17, 9.903126469607294, 27.218646815906613],
	[499, 456.17243238097126, 544.7654563874568],
	[500, 457.1285768996295, 545.8092685651714],
	[1000, 938.9730184076952, 1063.952136016302],
	[100000, 99381.15266374472, 100621.74473974388],
	[5000000, 4995618.334526948, 5004384.560217167]
])('Poisson limits of %i cases', (cases, low, high) => {
	near(
		{ low: poissonLowerLimit(cases, 0.025), high: poissonUpperLimit(cases, 0.025) },
		{ low, high }
	);
});
