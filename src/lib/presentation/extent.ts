import { isShown, type IndicatorResult } from '../domain';
import { onAxis } from './figure';
import { definitionIn } from './read';

/** Least and most of what results show, intervals included: what charts side by side have in common. */
export function extentOf(results: readonly IndicatorResult[]): [number, number] | undefined {
	const values = results.flatMap((result) =>
		result.rows
			.filter(({ estimate }) => isShown(estimate))
			.flatMap(({ indicator, estimate: { value, low, high } }) =>
				[value, low, high]
					.filter((one) => one !== null)
					.map((one) => onAxis(one, definitionIn(result, indicator)))
			)
	);
	return values.length === 0 ? undefined : [Math.min(...values), Math.max(...values)];
}
