import type { IndicatorResult } from '../domain';
import { marginText, valueText } from '../words';
import { changeMark, changeTone } from './change';
import { describeChart } from './describe';
import { absenceInPicture, changeLine, onAxis, tipLine } from './figures';
import { drawing, empty, isCompact, places } from './frame';
import {
	entriesOf,
	FAINT,
	isFaint,
	isHidden,
	memberName,
	shownChange,
	shownInterval,
	shownValue,
	type Entry
} from './read';
import { rowAxis, rowColumn, rowLayout, toneStyles, type RowLayout } from './rows';
import { boundsOf, roundScale } from './scale';
import { hatchedPlaces, intervalBars, ticks } from './shapes';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Part, Tip, WordContext } from './types';
import { valueAxis } from './value-axis';

const BOTTOM = 26;
const TOP = 4;
const VALUE = 46;
const MARGIN = 36;
const CHANGE = 56;

const anyChange = (entries: readonly Entry[]): boolean =>
	entries.some(({ own, definition }) => changeMark(shownChange(own), definition.unit));

const columnWidth = (entries: readonly Entry[]): number =>
	VALUE + MARGIN + (anyChange(entries) ? CHANGE : 0) + 10;

/** The figure at the end of a row: value, margin and certain change, each aligned with those above. */
function columnText({ own, definition }: Entry, withChange: boolean): string {
	const value = shownValue(own);
	if (!own) return '';
	if (value === null) return `{quiet|${absenceInPicture(own.estimate, definition)}}`;
	const change = changeMark(own.change, definition.unit);
	const tone = own.change ? changeTone(own.change, definition) : 'neutral';
	const parts = [
		`{value|${valueText(value, definition.unit)}}`,
		`{margin|${marginText(own.estimate, definition.unit)}}`
	];
	if (withChange) parts.push(`{${tone}|${change}}`);
	return parts.join('');
}

function columnStyles(context: ChartContext): Part {
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

function tipOf(entry: Entry, result: IndicatorResult, context: WordContext): Tip {
	const { own, rest, definition } = entry;
	const contrasted = result.query.by.includes('contrast');
	const self = contrasted ? memberName(result, 'contrast', 'self', context) : '';
	const lines = [tipLine(self, own, definition)];
	if (contrasted)
		lines.push(tipLine(memberName(result, 'contrast', 'rest', context), rest, definition));
	lines.push(...changeLine(own, definition));
	return { title: entry.name, lines, at: entry.target };
}

const layoutOf = (
	entries: readonly Entry[],
	context: Pick<ChartContext, 'width' | 'theme'>
): RowLayout =>
	rowLayout(
		entries.map(({ name }) => name),
		context,
		{ column: columnWidth(entries) }
	);

/** Points with soft 95 % bars, one row per indicator or member; the other Quartiere as a grey tick. */
export function dots(result: IndicatorResult, context: ChartContext): Drawing {
	const entries = entriesOf(result, context);
	if (entries.length === 0) return empty(context);
	const { theme } = context;
	const column = columnWidth(entries);
	const layout = layoutOf(entries, context);
	const at = (entry: Entry, value: number) => onAxis(value, entry.definition);
	const intervals = entries.flatMap((entry, row): [number, number, number][] => {
		const interval = shownInterval(entry.own);
		return interval ? [[at(entry, interval[0]), at(entry, interval[1]), row]] : [];
	});
	const rest = entries.flatMap((entry, row): [number, number][] => {
		const value = shownValue(entry.rest);
		return value === null ? [] : [[at(entry, value), row]];
	});
	const points = entries.flatMap((entry, row) => {
		const value = shownValue(entry.own);
		if (value === null) return [];
		const colour = entry.accent ? theme.accent : theme.restLine;
		const open = entry.own?.estimate.protection === 'uncertain';
		return {
			value: [at(entry, value), row],
			itemStyle: {
				color: open ? theme.paper : colour,
				borderColor: colour,
				borderWidth: 2,
				opacity: isFaint(entry.target, context) ? FAINT : 1
			}
		};
	});
	const values = [
		...intervals.flatMap(([low, high]) => [low, high]),
		...rest.map(([value]) => value),
		...points.map(({ value }) => value[0] ?? 0)
	];
	const units = new Set(entries.map(({ definition }) => definition.unit));
	const scale = roundScale(values, {
		steps: isCompact(context) ? 4 : 6,
		bounds: units.size === 1 ? boundsOf([...units][0] ?? '') : [-Infinity, Infinity]
	});
	const withChange = anyChange(entries);
	const quiet = (row: number) => (entries[row]?.accent ? theme.accentSoft : theme.line);

	return drawing(
		context,
		describeChart('dots', result, context),
		() => entries.map((entry) => tipOf(entry, result, context)),
		{
			pointer: { type: 'none' },
			height: entries.length * layout.height + TOP + BOTTOM,
			grid: {
				left: layout.labelWidth || 8,
				right: layout.compact ? 6 : column + 6,
				top: TOP,
				bottom: BOTTOM,
				outerBoundsMode: 'none'
			},
			xAxis: valueAxis(scale, theme),
			yAxis: [
				rowAxis(
					layout,
					context,
					entries.map(({ accent }) => accent && entries.some((one) => !one.accent))
				),
				rowColumn(
					entries.map((entry) => columnText(entry, withChange)),
					layout,
					context,
					{ rich: columnStyles(context), width: column }
				)
			],
			series: [
				places(entries.map((_, row) => [scale.min, row])),
				hatchedPlaces(
					entries.flatMap((entry, row) => (isHidden(entry.own) ? [{ at: row, word: '' }] : [])),
					theme,
					{ thickness: 10 }
				),
				intervalBars(intervals, theme, quiet),
				ticks(rest, theme),
				{ type: 'scatter', silent: true, symbolSize: 11, data: points, z: 5 }
			]
		}
	);
}
