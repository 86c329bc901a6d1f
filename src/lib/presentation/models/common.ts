import {
	answerTitle,
	isShown,
	type Dimension,
	type DimensionValues,
	type IndicatorResult,
	type QuartierEvent,
	type QuartierMap
} from '../../domain';
import type { ChartKind, ChartModel, FigureTable } from '../chart-model';
import { figureOf } from '../figure';
import { findingTitle } from '../finding';
import {
	definitionIn,
	dimensionName,
	labelOf,
	latestWave,
	memberName,
	nameOf,
	otherDimensions,
	type WordContext
} from '../read';

/** What a chart model is made of beside its figures. */
export type ModelContext = WordContext & {
	/** those of the Quartier and those of all, for charts over time */
	events?: readonly QuartierEvent[] | undefined;
	/** outlines of the Quartiere, for a map */
	map?: QuartierMap | undefined;
};

/** An answer as its item words it. */
function answerWord({ item = '', answer = '' }: DimensionValues, result: IndicatorResult): string {
	const scale = result.items[item]?.scale;
	return (scale && answerTitle(scale, answer)) ?? answer;
}

function tableOf(result: IndicatorResult, context: WordContext): FigureTable {
	const all: Dimension[] = [...result.query.by, 'answer'];
	const dimensions = [...new Set(all)].filter((dimension) =>
		result.rows.some((row) => row.dimensions[dimension] !== undefined)
	);
	return {
		dimensions,
		against: result.rows.find(({ change }) => change)?.change?.against,
		// A table that nobody opens costs nothing.
		get rows() {
			return result.rows.map((row) => ({
				at: row.dimensions,
				figure: figureOf(row, definitionIn(result, row.indicator))
			}));
		},
		wordOf: (at, dimension) => {
			const value = at[dimension];
			if (value === undefined) return '';
			return dimension === 'answer'
				? answerWord(at, result)
				: memberName(result, dimension, value, context);
		}
	};
}

function aboutOf(kind: ChartKind, result: IndicatorResult): ChartModel['about'] {
	const dimensions = otherDimensions(result).filter(
		(dimension) => dimension !== 'period' && dimension !== 'item' && dimension !== 'elapsed'
	);
	const wave = kind === 'trend' ? undefined : latestWave(result);
	const missing = result.rows.filter(
		({ estimate, dimensions: at }) => !isShown(estimate) && (wave === undefined || at.wave === wave)
	);
	return {
		indicators: result.definitions.map(nameOf).join(', '),
		by: dimensions.map(dimensionName).join(', '),
		wave: wave === undefined ? undefined : labelOf(result, 'wave', wave),
		missing: missing.length
	};
}

/** What all chart models have of a result. */
export const commonOf = <Kind extends ChartKind>(
	kind: Kind,
	result: IndicatorResult,
	context: WordContext
) => ({
	kind,
	indicators: result.definitions,
	about: aboutOf(kind, result),
	finding: findingTitle(kind, result, context),
	table: tableOf(result, context)
});

/** What a model has to show where nothing of the result fits its chart. */
export const NOTHING = { categories: [], series: [] } as const;
