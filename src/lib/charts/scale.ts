/** An axis with round ends and round steps. */
export type AxisScale = { min: number; max: number; interval: number };

const roundStep = (rough: number): number => {
	const power = 10 ** Math.floor(Math.log10(rough));
	const factor = [1, 2, 5, 10].find((one) => one * power >= rough * 0.85) ?? 10;
	return factor * power;
};

/**
 * Round numbers around the values, in at most about five steps.
 *
 * @param bounds what the axis must not go beyond, such as 0 to 100 for shares
 */
export function roundScale(
	values: readonly number[],
	{
		zero = false,
		steps = 5,
		whole = false,
		bounds = [-Infinity, Infinity]
	}: { zero?: boolean; steps?: number; whole?: boolean; bounds?: readonly [number, number] } = {}
): AxisScale {
	const all = zero || values.length === 0 ? [...values, 0] : values;
	const low = Math.min(...all);
	const high = Math.max(...all, values.length === 0 ? 1 : -Infinity);
	const span = high - low || Math.max(1, Math.abs(high) * 0.1);
	const interval = Math.max(roundStep(span / steps), whole ? 1 : 0);
	const clean = (value: number): number => Number(value.toPrecision(12));
	let min = Math.max(Math.floor(low / interval) * interval, bounds[0]);
	let max = Math.min(Math.ceil(high / interval) * interval, bounds[1]);
	if (min === max) {
		if (max + interval <= bounds[1]) max += interval;
		else min -= interval;
	}
	return { min: clean(min), max: clean(max), interval: clean(interval) };
}

/** What an axis of a unit must not go beyond. */
export const boundsOf = (unit: string): [number, number] => {
	if (unit === 'percent' || unit === 'index') return [0, 100];
	if (unit === 'nps') return [-100, 100];
	return unit === 'count' || unit === 'per-1000-dwellings' ? [0, Infinity] : [-Infinity, Infinity];
};
