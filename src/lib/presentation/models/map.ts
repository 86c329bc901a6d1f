import type { IndicatorResult } from '../../domain';
import type { MapModel } from '../chart-model';
import { figureOf } from '../figure';
import { latestRows, memberName } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';

/** One figure on the outlines of the Quartiere; without outlines, nothing. */
export function mapModel(result: IndicatorResult, context: ModelContext): MapModel {
	const { map: outlines, quartier } = context;
	const [definition] = result.definitions;
	const common = commonOf('map', result, context);
	if (!outlines || !definition) return { ...common, ...NOTHING, outlines, shapes: [] };
	const rows = latestRows(result);
	const known = outlines.shapes.flatMap((shape) => {
		const row = rows.find(
			({ dimensions }) => shape.quartier !== null && dimensions.quartier === shape.quartier
		);
		return row ? [{ shape, figure: figureOf(row, definition) }] : [];
	});
	return {
		...common,
		categories: known.map(({ shape }) => ({
			name: memberName(result, 'quartier', shape.quartier ?? '', context),
			area: shape.name,
			target: { dimension: 'quartier', value: shape.quartier ?? '' },
			accent: shape.name === quartier
		})),
		series: [{ name: '', figures: known.map(({ figure }) => figure) }],
		outlines,
		shapes: outlines.shapes.map((shape) => {
			const at = known.findIndex((one) => one.shape === shape);
			return at < 0 ? null : at;
		})
	};
}
