import type { IndicatorResult } from '../domain';
import { figureOf, intervalOnAxis, valueOnAxis } from './figure';
import { definitionIn } from './read';

/** Least and most of what results show, intervals included: what charts side by side have in common. */
export function extentOf(results: readonly IndicatorResult[]): [number, number] | undefined {
	const values = results.flatMap((result) =>
		result.rows.flatMap((row) => {
			const figure = figureOf(row, definitionIn(result, row.indicator));
			return [valueOnAxis(figure), ...(intervalOnAxis(figure) ?? [])].filter((one) => one !== null);
		})
	);
	return values.length === 0 ? undefined : [Math.min(...values), Math.max(...values)];
}
