/** Codes by which programs write that there is no answer: −9, 8, 99, 997. */
export const isMissingCode = (value: number): boolean =>
	(value < 0 && Number.isInteger(value)) ||
	/^([6-9])\1*$/.test(String(value)) ||
	/^9+[5-9]$/.test(String(value));

/** The points of a coded scale, and the values outside of them. */
export type Run = { low: number; high: number; outside: number[] };

/**
 * The run of points that whole numbers form, from 0 or 1 on, without those outside of it that are likely codes
 * of no answer: 9 on 1 to 5, 7 to 9 on 1 to 4. Null where the numbers are no points at all.
 */
export function runOf(values: readonly number[]): Run | null {
	const small = [...new Set(values)]
		.filter((value) => value >= 0 && value <= 10)
		.sort((a, b) => a - b);
	const large = values.filter((value) => value < 0 || value > 10);
	if (small.length === 0 || !large.every(isMissingCode)) return null;
	const base = small.filter((value) => value < 6 || value === 10);
	let high = Math.max(...(base.length > 0 ? base : small));
	while (small.includes(high + 1)) high++;
	const beyond = small.filter((value) => value > high);
	const next = base.length === 2 && (base[1] ?? 0) - (base[0] ?? 0) === 1;
	// Two or three points make a run, one does not: 1 and 7 are the ends of a scale.
	const isRun = base.length > 2 || next;
	if (!isRun) high = Math.max(...small);
	const low = small[0] === 0 ? 0 : 1;
	if (high <= low) return null;
	return { low, high, outside: [...(isRun ? beyond : []), ...large] };
}
