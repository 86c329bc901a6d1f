import type { IndicatorResult } from '../domain';
import { marginText, valueText } from '../words';
import { describeChart } from './describe';
import { absenceInPicture, changeLine, onAxis, tipLine } from './figures';
import { drawing, empty, hatch, isCompact, labels, places } from './frame';
import {
	entriesOf,
	FAINT,
	isDistribution,
	isFaint,
	isHidden,
	memberName,
	shownInterval,
	shownValue,
	type Entry
} from './read';
import { rowAxis, rowLayout } from './rows';
import { boundsOf, roundScale } from './scale';
import { ticks, whiskers } from './shapes';
import { textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, Drawing, Tip } from './types';

/** Groups such as ages, and the answers to an item, have an order of their own; everything else goes from most to least. */
function sorted(entries: readonly Entry[], result: IndicatorResult): Entry[] {
	const ordered = result.query.by.some((one) => one.startsWith('group:') || one === 'period');
	if (ordered || isDistribution(result)) {
		return [...entries];
	}
	return entries.toSorted(
		(a, b) => (shownValue(b.own) ?? -Infinity) - (shownValue(a.own) ?? -Infinity) || 0
	);
}

function endText({ own, definition }: Entry): string {
	if (!own) return '';
	const value = shownValue(own);
	if (value === null) return absenceInPicture(own.estimate, definition);
	return `${valueText(value, definition.unit)} ${marginText(own.estimate, definition.unit)}`.trim();
}

const HIDDEN_SHARE = 0.12;
const TOP = 4;
const BOTTOM = 8;

/** Horizontal bars from zero, sorted, with the value at the end and the interval as a thin line. */
export function bars(result: IndicatorResult, context: ChartContext): Drawing {
	const entries = sorted(entriesOf(result, context), result);
	if (entries.length === 0) return empty(context);
	const { theme } = context;
	const layout = rowLayout(
		entries.map(({ name }) => name),
		context
	);
	const at = (entry: Entry, value: number) => onAxis(value, entry.definition);
	const own = entries.map((entry) => {
		const value = shownValue(entry.own);
		return value === null ? null : at(entry, value);
	});
	const intervals = entries.flatMap((entry, row): [number, number, number][] => {
		const interval = shownInterval(entry.own);
		return interval ? [[at(entry, interval[0]), at(entry, interval[1]), row]] : [];
	});
	const rest = entries.flatMap((entry, row): [number, number][] => {
		const value = shownValue(entry.rest);
		return value === null ? [] : [[at(entry, value), row]];
	});
	const scale = roundScale(
		[...own, ...intervals.map(([, high]) => high), ...rest.map(([value]) => value)].filter(
			(one) => one !== null
		),
		{ zero: true, bounds: boundsOf(entries[0]?.definition.unit ?? '') }
	);
	const most = Math.max(
		...own.map((one) => one ?? 0),
		...intervals.map(([, high]) => high),
		...rest.map(([value]) => value)
	);
	const max = most > 0 ? most : scale.max;
	const min = Math.min(scale.min, 0);
	const texts = entries.map(endText);
	const end = (row: number): number => {
		const interval = intervals.find((one) => one[2] === row);
		const tick = rest.find((one) => one[1] === row)?.[0] ?? 0;
		const bar = isHidden(entries[row]?.own) ? max * HIDDEN_SHARE : (own[row] ?? 0);
		return Math.max(interval?.[1] ?? 0, bar, tick);
	};
	const tips = () =>
		entries.map((entry): Tip => {
			const contrasted = result.query.by.includes('contrast');
			const name = (value: string) => memberName(result, 'contrast', value, context);
			const lines = [tipLine(contrasted ? name('self') : '', entry.own, entry.definition)];
			if (contrasted) lines.push(tipLine(name('rest'), entry.rest, entry.definition));
			lines.push(...changeLine(entry.own, entry.definition));
			return { title: entry.name, lines, at: entry.target };
		});
	const right = 14 + Math.max(...texts.map((text) => textWidth(text, theme.size.text) * 1.08));
	return drawing(context, describeChart('bars', result, context), tips, {
		pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.08 } },
		height: entries.length * layout.height + TOP + BOTTOM,
		grid: {
			left: layout.labelWidth || 1,
			right,
			top: TOP,
			bottom: BOTTOM,
			outerBoundsMode: 'none'
		},
		xAxis: { type: 'value', show: false, min, max },
		yAxis: rowAxis(
			layout,
			context,
			entries.map(({ accent }) => accent && entries.some((one) => !one.accent))
		),
		series: [
			places(entries.map((_, row) => [0, row])),
			{
				type: 'bar',
				silent: true,
				barWidth: isCompact(context) ? 14 : 18,
				data: own.map((value, row) => ({
					value,
					itemStyle: {
						color: entries[row]?.accent ? theme.accent : theme.rest,
						opacity: entries[row] && isFaint(entries[row].target, context) ? FAINT : 1,
						borderRadius: [0, 3, 3, 0]
					}
				}))
			},
			{
				type: 'bar',
				silent: true,
				barWidth: isCompact(context) ? 14 : 18,
				barGap: '-100%',
				itemStyle: hatch(theme),
				data: entries.map((entry) => (isHidden(entry.own) ? max * HIDDEN_SHARE : null))
			},
			ticks(rest, theme, 22),
			whiskers(intervals, theme),
			labels(
				texts.map((name, row) => ({
					value: [end(row), row],
					name,
					label:
						own[row] === null
							? { color: theme.secondary, fontWeight: 400 }
							: { color: theme.ink, fontWeight: 600 }
				})),
				{ position: 'right', ...fontOf(theme, 'text') }
			)
		]
	});
}
