import type { IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { intervalText, number } from '../words';
import { againstText, changeMark, changeTone } from './change';
import { describeChart } from './describe';
import { absenceInPicture, changeLine, tipLine } from './figures';
import { drawing, empty, isCompact, labels, legend, legendHeight, places } from './frame';
import { likertPanel, type LikertItem, type LikertPanel } from './likert-data';
import { definitionIn, shownChange, shownInterval } from './read';
import { rowAxis, rowColumn, rowLayout, toneStyles } from './rows';
import { hatchedPlaces, type HatchedPlace } from './shapes';
import { textWidth } from './text';
import { fontOf, likertSteps } from './theme';
import type { ChartContext, Drawing, Part, Tip, TipLine } from './types';

const BOTTOM = 8;
const HEADING = 22;

function changeText({ share }: LikertItem, result: IndicatorResult): string {
	const change = shownChange(share);
	if (!share || !change) return '';
	const definition = definitionIn(result, share.indicator);
	const { verdict } = change;
	if (verdict === 'too-few') return `{quiet|${m.chart_too_few_short()}}`;
	if (verdict === 'no-difference') return `{quiet|${m.chart_no_difference_short()}}`;
	return `{${changeTone(change, definition)}|${changeMark(change, definition.unit)}}`;
}

function tipOf(item: LikertItem, { answers }: LikertPanel, result: IndicatorResult): Tip {
	const lines = item.rows.map((row, i): TipLine => {
		const name = answers[i] ?? '';
		if (!row) return { name, value: m.chart_not_asked(), detail: '' };
		const interval = shownInterval(row);
		return {
			...tipLine(name, row, definitionIn(result, row.indicator)),
			detail: interval ? intervalText(...interval, 'percent') : ''
		};
	});
	// All answers to an item have the same n; it is said once.
	const n = item.shares ? (item.rows[0]?.estimate.n ?? null) : null;
	const definition = item.share && definitionIn(result, item.share.indicator);
	return {
		title: item.text,
		at: { dimension: 'item', value: item.item },
		dense: true,
		lines: [
			...lines.reverse(),
			...(definition ? changeLine(item.share, definition) : []),
			...(n === null ? [] : [{ name: '', value: '', detail: m.chart_n({ n: number(n) }) }])
		]
	};
}

const layoutOf = (panel: LikertPanel, context: Pick<ChartContext, 'width' | 'theme'>) =>
	rowLayout(
		panel.items.map(({ text }) => text),
		context,
		{ reserve: 0.68, column: panel.items.some(({ share }) => share?.change) ? 110 : 0 }
	);

const topOf = (panel: LikertPanel, context: Pick<ChartContext, 'width' | 'theme'>): number => {
	const changed = panel.items.some(({ share }) => share?.change);
	return (
		legendHeight(panel.answers, context.width, context.theme.size.small) +
		(changed && !isCompact(context) ? HEADING : 4)
	);
};

/** Light strokes on the negative side, so that paper without colour tells the sides apart. */
const printDecal: Part = {
	symbol: 'rect',
	dashArrayX: [1, 0],
	dashArrayY: [1, 4],
	rotation: Math.PI / 4,
	color: 'rgba(255, 255, 255, 0.5)'
};

/**
 * Distributions of ordinal answers as diverging bars: negative left of zero, positive right, the
 * middle split around it, sums at both ends and, where the result compares, the change of the top box.
 */
export function likert(result: IndicatorResult, context: ChartContext): Drawing {
	const panel = likertPanel(result);
	if (!panel || panel.items.length === 0) return empty(context);
	const { theme, width } = context;
	const { items, answers, sides } = panel;
	const layout = layoutOf(panel, context);
	const size = theme.size.text;
	const changed = items.find(({ share }) => share?.change)?.share?.change;
	const texts = items.map((item) => changeText(item, result));
	const column =
		changed && !layout.compact
			? 14 +
				Math.max(
					...[...texts.map((text) => text.replace(/^\{\w+\||\}$/g, '')), againstText(changed)].map(
						(text) => textWidth(text, size)
					)
				)
			: 0;
	const left = layout.labelWidth || 1;
	const plot = width - left - column - 6;
	const start = (item: LikertItem) => -(item.negative + item.middle / 2);
	const least = Math.min(...items.map((item) => (item.shares ? start(item) : 0)), -0.02);
	const most = Math.max(...items.map((item) => item.positive + item.middle / 2), 0.02);
	// Room for the sums at both ends.
	const room = ((most - least) * 34) / Math.max(plot - 68, 60);
	const colours = likertSteps(theme, answers.length);
	const barWidth = layout.compact ? 14 : 18;
	const segment = { type: 'bar', silent: true, stack: 'all', stackStrategy: 'all', barWidth };
	const sums = (side: 'negative' | 'positive', weight: number): Part =>
		labels(
			items.flatMap((item, row) => {
				if (!item.shares) return [];
				const x = side === 'negative' ? start(item) : item.positive + item.middle / 2;
				return [{ value: [x, row], name: number(item[side] * 100) }];
			}),
			{
				position: side === 'negative' ? 'left' : 'right',
				color: side === 'negative' ? theme.secondary : theme.ink,
				fontWeight: weight,
				...fontOf(theme, 'text')
			}
		);

	return drawing(
		context,
		describeChart('likert', result, context),
		() => items.map((item) => tipOf(item, panel, result)),
		{
			pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.07 } },
			height: topOf(panel, context) + items.length * layout.height + BOTTOM,
			legend: legend(answers, context),
			grid: {
				left,
				right: column + 6,
				top: topOf(panel, context),
				bottom: BOTTOM,
				outerBoundsMode: 'none'
			},
			xAxis: { type: 'value', show: false, min: least - room, max: most + room },
			yAxis: [
				rowAxis(layout, context),
				rowColumn(texts, layout, context, {
					rich: toneStyles(context),
					width: column,
					...(changed ? { heading: againstText(changed) } : {})
				})
			],
			series: [
				places(items.map((_, row) => [0, row])),
				{
					...segment,
					itemStyle: { color: 'transparent' },
					data: items.map((item) => (item.shares ? start(item) : null))
				},
				...answers.map((name, i) => ({
					...segment,
					name,
					itemStyle: {
						color: colours[i],
						borderColor: theme.paper,
						borderWidth: 0.75,
						...(context.decal && i < sides.negative ? { decal: printDecal } : {})
					},
					data: items.map((item) => item.shares?.[i] ?? null)
				})),
				hatchedPlaces(hiddenRows(items, result), theme, { thickness: barWidth }),
				sums('negative', 400),
				sums('positive', 650)
			]
		}
	);
}

/** Items whose answers must not be seen: a hatched row with its word. */
function hiddenRows(items: readonly LikertItem[], result: IndicatorResult): HatchedPlace[] {
	return items.flatMap(({ shares, rows }, at) => {
		if (shares) return [];
		const row = rows.find((one) => one !== undefined);
		const word = row
			? absenceInPicture(row.estimate, definitionIn(result, row.indicator))
			: m.chart_not_asked();
		return [{ at, word }];
	});
}
