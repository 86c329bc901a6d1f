import {
	answerTitle,
	isShown,
	type Dimension,
	type IndicatorResult,
	type IndicatorRow
} from '../domain';
import * as m from '../paraglide/messages';
import { intervalText, message, number, valueText } from '../words';
import { changeMark, changeSentence } from './change';
import { absenceWord, onAxis, uncertainWord } from './figures';
import { definitionIn, dimensionName, memberName, nameOf, shownChange } from './read';
import type { WordContext } from './types';

/**
 * The figures behind a chart. `cells` go with `columns`, for the eye; `raw` with `rawColumns`, for a
 * spreadsheet: numbers as numbers in the unit of their row, one column each.
 */
export type DataTable = {
	columns: string[];
	rawColumns: string[];
	rows: { cells: string[]; raw: (string | number | null)[] }[];
};

/** Four decimals are more than any survey knows, and keep the noise of floating point out. */
const rounded = (value: number): number => Number(value.toFixed(4));

function dimensionsOf(result: IndicatorResult): Dimension[] {
	const all: Dimension[] = [...result.query.by, 'answer'];
	return [...new Set(all)].filter((dimension) =>
		result.rows.some((row) => row.dimensions[dimension] !== undefined)
	);
}

/** An answer as its item words it. */
function answerWord(row: IndicatorRow, result: IndicatorResult): string {
	const { item = '', answer = '' } = row.dimensions;
	const scale = result.items[item]?.scale;
	return (scale && answerTitle(scale, answer)) ?? answer;
}

function dimensionCells(
	row: IndicatorRow,
	dimensions: readonly Dimension[],
	result: IndicatorResult,
	context: WordContext
): string[] {
	return dimensions.map((dimension) => {
		const value = row.dimensions[dimension];
		if (value === undefined) return '';
		return dimension === 'answer'
			? answerWord(row, result)
			: memberName(result, dimension, value, context);
	});
}

/** Value, interval, n and change in words; for what is hidden the reason in place of the value. */
function figureCells(row: IndicatorRow, result: IndicatorResult, compared: boolean): string[] {
	const definition = definitionIn(result, row.indicator);
	const { estimate } = row;
	const change = shownChange(row);
	const { unit } = definition;
	const { value, low, high, n } = estimate;
	const shown = isShown(estimate) && value !== null;
	const mark = changeMark(change, unit);
	const sentence = change ? changeSentence(change, definition) : '';
	return [
		shown ? valueText(value, unit) : absenceWord(estimate, definition),
		shown && low !== null && high !== null
			? intervalText(low, high, unit)
			: shown && definition.completeCount
				? m.chart_complete_count()
				: '',
		shown && n !== null ? number(n) : '',
		...(compared ? [mark ? `${mark} (${verdictWord(row)})` : sentence] : [])
	];
}

function verdictWord(row: IndicatorRow): string {
	const change = shownChange(row);
	return change ? message(`chart_verdict_${change.verdict.replaceAll('-', '_')}`) : '';
}

function rawFigures(
	row: IndicatorRow,
	result: IndicatorResult,
	compared: boolean
): (string | number | null)[] {
	const definition = definitionIn(result, row.indicator);
	const { estimate } = row;
	const change = shownChange(row);
	const shown = isShown(estimate) && estimate.value !== null;
	const figure = (value: number | null) =>
		shown && value !== null ? rounded(onAxis(value, definition)) : null;
	return [
		message(`chart_unit_${definition.unit.replaceAll('-', '_')}`),
		figure(estimate.value),
		figure(estimate.low),
		figure(estimate.high),
		shown ? estimate.n : null,
		...(compared ? [figure(change?.difference ?? null), verdictWord(row)] : []),
		shown ? uncertainWord(estimate, definition) : absenceWord(estimate, definition)
	];
}

/** One row per figure of the result, with everything that is known of it, in words and in numbers. */
export function dataTable(result: IndicatorResult, context: WordContext): DataTable {
	const dimensions = dimensionsOf(result);
	const several = result.definitions.length > 1;
	const changes = result.rows.flatMap(({ change }) => change ?? []);
	const compared = changes.length > 0;
	const difference =
		changes[0]?.against === 'rest' || changes[0]?.against === 'quartier'
			? m.chart_table_change_rest()
			: changes[0]?.against === 'previous-wave'
				? m.chart_table_change_wave()
				: m.chart_table_change_group();
	const names = dimensions.map(dimensionName);
	return {
		columns: [
			...names,
			...(several ? [m.chart_table_indicator()] : []),
			m.chart_table_value(),
			m.chart_table_interval(),
			m.chart_table_n(),
			...(compared ? [difference] : [])
		],
		rawColumns: [
			...names,
			m.chart_table_indicator(),
			m.chart_table_unit(),
			m.chart_table_value(),
			m.chart_table_low(),
			m.chart_table_high(),
			m.chart_table_n(),
			...(compared ? [difference, m.chart_table_verdict()] : []),
			m.chart_table_note()
		],
		rows: result.rows.map((row) => {
			const where = dimensionCells(row, dimensions, result, context);
			const name = nameOf(definitionIn(result, row.indicator));
			return {
				cells: [...where, ...(several ? [name] : []), ...figureCells(row, result, compared)],
				raw: [...where, name, ...rawFigures(row, result, compared)]
			};
		})
	};
}
