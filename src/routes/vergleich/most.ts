import type { IndicatorDefinition, IndicatorRow } from '$lib/domain';

/** The next of 1, 2, 5 or 10 times a power of ten. */
function roundUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value || 1));
	return ([1, 2, 5, 10].find((one) => one * power >= value) ?? 10) * power;
}

/**
 * A round number above the largest difference of a unit, its interval included, so that the bars of a column
 * can be compared.
 */
export function mostOf(
	unit: string,
	rows: readonly IndicatorRow[],
	definitions: readonly IndicatorDefinition[]
): number {
	const ofUnit = new Set(definitions.filter((one) => one.unit === unit).map(({ id }) => id));
	const ends = rows
		.filter(({ indicator }) => ofUnit.has(indicator))
		.flatMap(({ change }) => [Math.abs(change?.low ?? 0), Math.abs(change?.high ?? 0)]);
	return roundUp(Math.max(...ends, 0));
}
