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

/** Axes of units that have ends of their own, the narrower first: one measure stands on the same in every chart. */
const USUAL: Record<string, readonly AxisScale[]> = {
	percent: [
		{ min: 0, max: 20, interval: 5 },
		{ min: 0, max: 50, interval: 10 },
		{ min: 0, max: 100, interval: 20 }
	],
	index: [
		{ min: 40, max: 90, interval: 10 },
		{ min: 0, max: 100, interval: 20 }
	],
	nps: [
		{ min: -50, max: 50, interval: 25 },
		{ min: -100, max: 100, interval: 50 }
	]
};

/**
 * The axis of values of a unit. Of a share, an index or NPS it is one of few, so that the same measure has the
 * same scale from chart to chart, and what differs little looks so; amounts begin at zero.
 */
export function scaleOfUnit(
	unit: string,
	values: readonly number[],
	{ steps = 5 }: { steps?: number } = {}
): AxisScale {
	const fits = ({ min, max }: AxisScale) => values.every((value) => value >= min && value <= max);
	const usual = values.length === 0 ? undefined : USUAL[unit]?.find(fits);
	if (usual) return usual;
	const zero = ['count', 'per-1000-dwellings', 'days', 'minutes', 'euros'].includes(unit);
	return roundScale(values, { steps, zero, bounds: boundsOf(unit) });
}
