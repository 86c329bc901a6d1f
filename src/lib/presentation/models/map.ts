import type { IndicatorResult } from '../../domain';
import type { MapModel } from '../chart-model';
import { figureOf } from '../figure';
import { latestRows, memberName, nameOf } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';

/** One figure on the outlines of the Quartiere; without outlines, nothing. */
export function mapModel(result: IndicatorResult, context: ModelContext): MapModel {
	const { map: outlines } = context;
	const [definition] = result.definitions;
	const common = commonOf('map', result, context);
	if (!outlines || !definition) return { ...common, ...NOTHING, outlines, shapes: [] };
	const rows = latestRows(result);
	const known = [...new Set(outlines.shapes.map(({ quartier }) => quartier))].flatMap((key) => {
		const row = rows.find(({ dimensions }) => key !== null && dimensions.quartier === key);
		return key !== null && row ? [{ key, figure: figureOf(row, definition) }] : [];
	});
	return {
		...common,
		categories: known.map(({ key }) => ({
			name: memberName(result, 'quartier', key, context),
			area: outlines.shapes.find(({ quartier }) => quartier === key)?.name ?? '',
			target: { dimension: 'quartier', value: key }
		})),
		series: [{ name: nameOf(definition), figures: known.map(({ figure }) => figure) }],
		outlines,
		shapes: outlines.shapes.map(({ quartier }) => {
			const at = known.findIndex(({ key }) => key === quartier);
			return at < 0 ? null : at;
		})
	};
}
