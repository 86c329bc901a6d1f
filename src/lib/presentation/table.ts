import * as m from '../paraglide/messages';
import { intervalText, message, number, valueText } from '../words';
import { changeMark, changeSentence, verdictWord } from './change';
import type { ChartModel, Figure } from './chart-model';
import { absenceWord, intervalOf, onAxis, uncertainWord } from './figure';
import { dimensionName, nameOf } from './read';

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

/** n in words: behind visits and volunteers stand entries of a list, neither persons nor visits. */
function nText(n: number, { group, id }: Figure['indicator']): string {
	if (group !== 'meetingPlace' || id === 'young-share') return number(n);
	return n === 1 ? m.chart_table_entry() : m.chart_table_entries({ n: number(n) });
}

/** Value, interval, n and change in words; for what is hidden the reason in place of the value. */
function figureCells(figure: Figure, compared: boolean): string[] {
	const { value, n, change, indicator } = figure;
	const shown = value !== null;
	const interval = intervalOf(figure);
	const mark = changeMark(change, indicator.unit);
	const sentence = change ? changeSentence(change, indicator) : '';
	return [
		shown ? valueText(value, indicator.unit) : absenceWord(figure),
		shown && interval
			? intervalText(...interval, indicator.unit)
			: shown && indicator.completeCount
				? m.chart_complete_count()
				: '',
		shown && n !== null ? nText(n, indicator) : '',
		...(compared ? [change && mark ? `${mark} (${verdictWord(change)})` : sentence] : [])
	];
}

function rawFigures(figure: Figure, compared: boolean): (string | number | null)[] {
	const { value, low, high, n, change, indicator } = figure;
	const shown = value !== null;
	const onItsAxis = (one: number | null) =>
		shown && one !== null ? rounded(onAxis(one, indicator)) : null;
	return [
		message(`chart_unit_${indicator.unit.replaceAll('-', '_')}`),
		onItsAxis(value),
		onItsAxis(low),
		onItsAxis(high),
		shown ? n : null,
		...(compared ? [onItsAxis(change?.difference ?? null), change ? verdictWord(change) : ''] : []),
		shown ? uncertainWord(figure) : absenceWord(figure)
	];
}

/** What the differences of a table are set against, for its heading. */
function differenceHeading({ against }: ChartModel['table']): string {
	if (against === 'rest' || against === 'quartier') return m.chart_table_change_rest();
	if (against === 'previous-wave') return m.chart_table_change_wave();
	if (against === 'previous-period') return m.chart_table_change_period();
	return against === 'first-period' ? m.chart_table_change_first() : m.chart_table_change_group();
}

/** One row per figure of the result, with everything that is known of it, in words and in numbers. */
export function dataTable({
	table,
	indicators
}: Pick<ChartModel, 'table' | 'indicators'>): DataTable {
	const several = indicators.length > 1;
	const compared = table.against !== undefined;
	const difference = differenceHeading(table);
	const names = table.dimensions.map(dimensionName);
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
			...(compared ? [difference, m.chart_table_verdict({ difference })] : []),
			m.chart_table_note()
		],
		rows: table.rows.map(({ at, figure }) => {
			const where = table.dimensions.map((dimension) => table.wordOf(at, dimension));
			const name = nameOf(figure.indicator);
			return {
				cells: [...where, ...(several ? [name] : []), ...figureCells(figure, compared)],
				raw: [...where, name, ...rawFigures(figure, compared)]
			};
		})
	};
}
