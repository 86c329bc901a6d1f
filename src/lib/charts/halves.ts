import {
	intervalOnAxis,
	valueOnAxis,
	withoutHeading,
	type ChartModel,
	type LikertModel,
	type RowsModel
} from '../presentation';
import { spanOf } from './likert';

/** A chart in two parts to stand side by side, and the values that the axes of both must reach to. */
export type Halves = { parts: [ChartModel, ChartModel]; extent: number[] };

const rowsOf = <Model extends RowsModel | LikertModel>(
	model: Model,
	from: number,
	to?: number
): Model => ({
	...model,
	// Half the width is for what is drawn; the heading of its topic is the part of a name that can go.
	categories: model.categories
		.slice(from, to)
		.map((one) => ({ ...one, name: withoutHeading(one.name) })),
	series: model.series.map((one) => ({ ...one, figures: one.figures.slice(from, to) }))
});

/** The first and the second half of the rows of a chart; null where it has none that could be parted. */
export function halvesOf(model: ChartModel): Halves | null {
	if (model.kind !== 'dots' && model.kind !== 'likert') return null;
	const middle = Math.ceil(model.categories.length / 2);
	const extent =
		model.kind === 'likert'
			? spanOf(model)
			: model.series
					.flatMap(({ figures }) => figures)
					.flatMap((figure) => [valueOnAxis(figure), ...(intervalOnAxis(figure) ?? [])])
					.filter((one) => one !== null);
	return { parts: [rowsOf(model, 0, middle), rowsOf(model, middle)], extent };
}
