import type { IndicatorResult } from '../../domain';
import type { MatrixModel } from '../chart-model';
import { commonOf, NOTHING, type ModelContext } from './common';
import { matrixOf, needsAction } from './matrix-points';

/** Two figures of each item or Quartier against each other, in the order of the axis from left to right. */
export function matrixModel(result: IndicatorResult, context: ModelContext): MatrixModel {
	const common = commonOf('matrix', result, context);
	const found = matrixOf(result, context);
	if (!found) return { ...common, ...NOTHING, middle: { across: 0, up: 0 }, ofChange: false };
	const { ofChange, middle } = found;
	const points = found.points.toSorted((a, b) => a.x.value - b.x.value);
	return {
		...common,
		categories: points.map((point) => ({
			name: point.name,
			target: point.target,
			accent: ofChange ? point.name === context.quartier : needsAction(found, point)
		})),
		series: [
			{ name: '', figures: points.map(({ across }) => across) },
			{ name: '', figures: points.map(({ up }) => up) }
		],
		middle,
		ofChange
	};
}
