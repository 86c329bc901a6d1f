import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { absent, estimate, resultOf, row } from '../presentation/testing';
import { context, drawn, seriesOf } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

describe('flow', () => {
	const result = resultOf(
		['2023-01-01', '2024-01-01'].flatMap((period, i) => [
			row('new-cases', { period }, estimate(10 + i)),
			row('closed-cases', { period }, i ? absent('small-cell') : estimate(6)),
			row('open-cases', { period }, i ? absent('complementary') : estimate(14))
		]),
		{ period: 'year' }
	);

	it('draws new cases up, closed ones down and open ones as a line', () => {
		const drawing = drawn('flow', result, context());
		const [opened, closed, hiddenUp, hiddenDown, hiddenStock] = seriesOf(drawing, { type: 'bar' });
		expect(opened?.data).toEqual([10, 11]);
		expect(closed?.data).toEqual([-6, null]);
		expect(hiddenUp?.data).toEqual([null, null]);
		expect(hiddenDown?.data).toEqual([null, expect.any(Number)]);
		expect(hiddenStock?.data).toEqual([null, expect.any(Number)]);
		expect(seriesOf(drawing, { type: 'line' })[0]?.data).toMatchObject([
			{ value: 14 },
			{ value: null }
		]);
	});
});
