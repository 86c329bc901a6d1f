import type { IndicatorResult } from '../../domain';
import * as m from '../../paraglide/messages';
import type { MatrixModel } from '../chart-model';
import { nameOf } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';
import { matrixOf, surelyNeedsAction } from './matrix-points';

/** Two figures of each item or Quartier against each other, in the order of the axis from left to right. */
export function matrixModel(result: IndicatorResult, context: ModelContext): MatrixModel {
	const common = commonOf('matrix', result, context);
	const found = matrixOf(result, context);
	if (!found) return { ...common, ...NOTHING, middle: { across: 0, up: 0 }, ofChange: false };
	const { ofChange, middle } = found;
	const names = result.definitions.map(nameOf);
	const points = found.points.toSorted((a, b) => a.x.value - b.x.value);
	return {
		...common,
		categories: points.map((point) => ({
			name: point.name,
			target: point.target,
			accent: ofChange ? point.name === context.quartier : surelyNeedsAction(found, point)
		})),
		series: [
			{ name: names[0] ?? '', figures: points.map(({ across }) => across) },
			{
				name: ofChange ? m.chart_matrix_change() : (names[1] ?? ''),
				figures: points.map(({ up }) => up)
			}
		],
		middle,
		ofChange
	};
}
