import { criticalValue } from './distributions';
import { LEVEL } from './interval';

/** One step of a survival curve: the share that lasts longer than `time`, with its 95 % interval. */
export type SurvivalStep = {
	time: number;
	/** under observation just before */
	atRisk: number;
	ended: number;
	survival: number;
	low: number;
	high: number;
};

/** Shares this close to one half count as one half. */
const TIE = 1e-9;

/**
 * Survival curve of Kaplan and Meier (1958): durations that have not ended are censored, never
 * dropped. Intervals by Greenwood's variance (1926) on the logarithmic scale, as R's `survfit`.
 *
 * @param times how long each was observed, from 0
 * @param ended whether it ended then (true) or goes on (censored)
 * @returns a step for each time at which something ended or left, in order
 */
export function kaplanMeier(times: ArrayLike<number>, ended: ArrayLike<unknown>): SurvivalStep[] {
	const order = Array.from({ length: times.length }, (_, at) => at).sort(
		(a, b) => times[a]! - times[b]!
	);
	const steps: SurvivalStep[] = [];
	const z = criticalValue(LEVEL);
	let [survival, greenwood] = [1, 0];
	for (let from = 0; from < order.length;) {
		const time = times[order[from]!]!;
		let [to, events] = [from, 0];
		for (; to < order.length && times[order[to]!] === time; to++) if (ended[order[to]!]) events++;
		const atRisk = order.length - from;
		survival *= 1 - events / atRisk;
		greenwood += events === atRisk ? Infinity : events / (atRisk * (atRisk - events));
		const margin = z * Math.sqrt(greenwood);
		steps.push({
			time,
			atRisk,
			ended: events,
			survival,
			low: survival === 0 ? NaN : survival * Math.exp(-margin),
			high: survival === 0 ? NaN : Math.min(1, survival * Math.exp(margin))
		});
		from = to;
	}
	return steps;
}

/**
 * Median duration: the first time at which half or fewer last longer; where exactly half do over a
 * stretch, its middle. The interval holds the times at which the curve's own interval crosses one half
 * (Brookmeyer and Crowley 1982), as R's `quantile.survfit`.
 *
 * @returns null where fewer than half have ended; an end is null where the curve's does not come down
 */
export function medianDuration(
	steps: readonly SurvivalStep[]
): { value: number; low: number | null; high: number | null } | null {
	const crossing = (level: (step: SurvivalStep) => number): number | null => {
		const at = steps.findIndex((step) => level(step) <= 0.5 + TIE);
		const step = steps[at];
		if (!step) return null;
		const next = steps.slice(at + 1).find((later) => later.ended > 0);
		return level(step) >= 0.5 - TIE && next ? (step.time + next.time) / 2 : step.time;
	};
	const value = crossing((step) => step.survival);
	if (value === null) return null;
	// At 0 the interval is not defined: both its ends have come down by then.
	const low = crossing((step) => (step.survival === 0 ? 0 : step.low));
	const high = crossing((step) => (step.survival === 0 ? NaN : step.high));
	return { value, low, high };
}
