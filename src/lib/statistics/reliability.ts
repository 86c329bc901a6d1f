/**
 * Cronbach's alpha (1951) of items that are to measure one thing: k/(k−1) · (1 − Σ variances of the
 * items ÷ variance of their sum), from the sheets that answered all of them; as the raw alpha of R's
 * `psych::alpha` on complete cases.
 *
 * @param items for each item the values of all sheets, NaN for none
 * @returns null for fewer than two items or sheets, or sums without variance
 */
export function cronbachAlpha(
	items: readonly ArrayLike<number>[]
): { alpha: number; n: number } | null {
	const k = items.length;
	const responses = items[0]?.length ?? 0;
	const complete: number[] = [];
	for (let at = 0; at < responses; at++)
		if (items.every((values) => !Number.isNaN(values[at]!))) complete.push(at);
	const n = complete.length;
	if (k < 2 || n < 2) return null;
	const variance = (value: (at: number) => number): number => {
		const mean = complete.reduce((sum, at) => sum + value(at), 0) / n;
		return complete.reduce((sum, at) => sum + (value(at) - mean) ** 2, 0) / (n - 1);
	};
	const single = items.reduce((sum, values) => sum + variance((at) => values[at]!), 0);
	const total = variance((at) => items.reduce((sum, values) => sum + values[at]!, 0));
	return total === 0 ? null : { alpha: (k / (k - 1)) * (1 - single / total), n };
}
