import {
	absenceInPicture,
	changeMark,
	changeTone,
	isHidden,
	valueOnAxis,
	type Figure,
	type RowsModel
} from '../presentation';
import { marginText, valueText } from '../words';
import { drawing, FAINT, isCompact, isFaint, places } from './frame';
import {
	intervalsByRow,
	rowAxis,
	rowColumn,
	rowLayout,
	setOff,
	toneStyles,
	valuesByRow
} from './rows';
import { scaleOfUnit } from './scale';
import { hatchedPlaces, intervalBars, ticks } from './shapes';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';
import { valueAxis } from './value-axis';

const BOTTOM = 26;
const VALUE = 46;
const MARGIN = 36;
const CHANGE = 56;
/** Share of the width that names of rows leave to what is drawn. */
const LABELS_LEAVE = 0.5;

const ownOf = ({ series }: RowsModel) => series[0]?.figures ?? [];

const anyChange = (model: RowsModel): boolean =>
	ownOf(model).some((figure) => figure && changeMark(figure.change, figure.indicator.unit));

const columnWidth = (model: RowsModel): number =>
	VALUE + MARGIN + (anyChange(model) ? CHANGE : 0) + 10;

/** The figure at the end of a row: value, margin and certain change, each aligned with those above. */
function columnText(figure: Figure | undefined, withChange: boolean): string {
	if (!figure) return '';
	const { value, change, indicator } = figure;
	if (value === null) return `{quiet|${absenceInPicture(figure)}}`;
	const tone = change ? changeTone(change, indicator) : 'neutral';
	const parts = [
		`{value|${valueText(value, indicator.unit)}}`,
		`{margin|${marginText(figure, indicator.unit)}}`
	];
	if (withChange) parts.push(`{${tone}|${changeMark(change, indicator.unit)}}`);
	return parts.join('');
}

function columnStyles(context: ChartContext): OptionPart {
	const { theme } = context;
	const tones = toneStyles(context);
	const wide = { width: CHANGE, align: 'right' };
	return {
		...tones,
		better: { ...tones['better'], ...wide },
		worse: { ...tones['worse'], ...wide },
		neutral: { ...tones['neutral'], ...wide },
		value: {
			...fontOf(theme, 'text'),
			fontWeight: 650,
			color: theme.ink,
			width: VALUE,
			align: 'right'
		},
		margin: {
			...fontOf(theme, 'small'),
			color: theme.secondary,
			width: MARGIN,
			align: 'right'
		}
	};
}

const layoutOf = (model: RowsModel, size: Size) =>
	rowLayout(
		model.categories.map(({ name }) => name),
		size,
		{ column: columnWidth(model), reserve: LABELS_LEAVE }
	);

function height(model: RowsModel, size: Size): number {
	const { height: row, top } = layoutOf(model, size);
	return model.categories.length * row + top + BOTTOM;
}

function draw(model: RowsModel, context: ChartContext): Drawing {
	const { theme } = context;
	const { categories, series } = model;
	const own = ownOf(model);
	const column = columnWidth(model);
	const layout = layoutOf(model, context);
	const intervals = intervalsByRow(own);
	const rest = valuesByRow(series[1]?.figures ?? []);
	const points = categories.flatMap(({ accent, target }, row) => {
		const figure = own[row];
		const value = valueOnAxis(figure);
		if (value === null) return [];
		const colour = accent ? theme.accent : theme.restLine;
		return {
			value: [value, row],
			itemStyle: {
				color: figure?.protection === 'uncertain' ? theme.paper : colour,
				borderColor: colour,
				borderWidth: 2,
				opacity: isFaint(target, context) ? FAINT : 1
			}
		};
	});
	const values = [
		...intervals.flatMap(([low, high]) => [low, high]),
		...rest.map(([value]) => value),
		...points.map(({ value }) => value[0] ?? 0),
		...(context.extent ?? [])
	];
	const units = new Set(categories.map(({ unit }) => unit));
	const scale = scaleOfUnit(units.size === 1 ? ([...units][0] ?? '') : '', values, {
		steps: isCompact(context) ? 4 : 6
	});
	const withChange = anyChange(model);
	const quiet = (row: number) => (categories[row]?.accent ? theme.accentSoft : theme.line);

	return drawing(model, context, {
		pointer: { type: 'none' },
		height: height(model, context),
		grid: {
			left: layout.labelWidth || 8,
			right: layout.compact ? 14 : column + 6,
			top: layout.top,
			bottom: BOTTOM,
			outerBoundsMode: 'none'
		},
		xAxis: valueAxis(scale, theme),
		yAxis: [
			rowAxis(layout, context, setOff(model)),
			rowColumn(
				own.map((figure) => columnText(figure, withChange)),
				layout,
				context,
				{ rich: columnStyles(context), width: column }
			)
		],
		series: [
			places(categories.map((_, row) => [scale.min, row])),
			hatchedPlaces(
				own.flatMap((figure, row) => (isHidden(figure) ? [{ at: row, word: '' }] : [])),
				theme,
				{ thickness: 10 }
			),
			intervalBars(intervals, theme, quiet),
			ticks(rest, theme),
			{ type: 'scatter', silent: true, symbolSize: 11, data: points, z: 5 }
		]
	});
}

/** Points with soft 95 % bars, one row per indicator or member; the other Quartiere as a grey tick. */
export const dots: Kind<RowsModel> = { height, draw };
