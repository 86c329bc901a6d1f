import type { Change, IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { number } from '../words';
import { changeMark, changeSentence, changeTone, isYear } from './change';
import { describeChart } from './describe';
import { absenceInPicture, tipLine } from './figures';
import { drawing, empty, hatch, isCompact, labels, legend, legendHeight, PLACES } from './frame';
import { likertPanel, type LikertItem, type LikertPanel } from './likert-data';
import { definitionIn } from './read';
import { rowAxis, rowColumn, rowLayout, toneStyles } from './rows';
import { textWidth } from './text';
import { likertSteps } from './theme';
import type { ChartContext, Drawing, Part, Tip } from './types';

const BOTTOM = 8;
const HEADING = 22;

/** What the column on the right is about, for example `seit 2022`. */
function heading({ against, reference }: Change): string {
	if (against === 'rest') return m.chart_against_rest();
	const wave = reference?.['wave'];
	if (wave === undefined) return m.chart_since_previous();
	return m.chart_since({ wave: isYear(wave) ? wave : m.chart_wave_name({ wave }) });
}

function changeText({ share }: LikertItem, result: IndicatorResult): string {
	if (!share?.change) return '';
	const definition = definitionIn(result, share.indicator);
	const { verdict } = share.change;
	if (verdict === 'too-few') return `{quiet|${m.chart_too_few_short()}}`;
	if (verdict === 'no-difference') return `{quiet|${m.chart_no_difference_short()}}`;
	return `{${changeTone(share.change, definition)}|${changeMark(share.change, definition.unit)}}`;
}

function tipOf(item: LikertItem, { answers }: LikertPanel, result: IndicatorResult): Tip {
	const lines = item.rows.map((row, i) => {
		const definition = row && definitionIn(result, row.indicator);
		const name = answers[i] ?? '';
		if (!definition) return { name, value: m.chart_not_asked(), detail: '' };
		return tipLine(name, row, definition);
	});
	// All answers to an item have the same n; it is said once.
	const n = item.shares ? (item.rows[0]?.estimate.n ?? null) : null;
	const change = item.share?.change;
	return {
		title: item.text,
		lines: [
			...lines.map((line) => ({ ...line, detail: line.detail.split(' · ')[0] ?? '' })).reverse(),
			...(change ? [{ name: '', value: changeSentence(change, 'percent'), detail: '' }] : []),
			...(n === null ? [] : [{ name: '', value: '', detail: m.chart_n({ n: number(n) }) }])
		]
	};
}

const layoutOf = (panel: LikertPanel, context: Pick<ChartContext, 'width' | 'theme'>) =>
	rowLayout(
		panel.items.map(({ text }) => text),
		context,
		0.68
	);

const topOf = (panel: LikertPanel, context: Pick<ChartContext, 'width' | 'theme'>): number => {
	const changed = panel.items.some(({ share }) => share?.change);
	return (
		legendHeight(panel.answers, context.width, context.theme.size.small) +
		(changed && !isCompact(context) ? HEADING : 4)
	);
};

/** Height of the panel: a row per item below the legend. */
export function likertHeight(
	result: IndicatorResult,
	context: Pick<ChartContext, 'width' | 'theme'>
): number {
	const panel = likertPanel(result);
	if (!panel) return 120;
	return topOf(panel, context) + panel.items.length * layoutOf(panel, context).height + BOTTOM;
}

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
					...[...texts.map((text) => text.replace(/^\{\w+\||\}$/g, '')), heading(changed)].map(
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
	const hidden = items.map(({ shares }) => shares === null);
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
				fontSize: size,
				fontFamily: theme.font
			}
		);

	return drawing(
		context,
		describeChart('likert', result, context),
		items.map((item) => tipOf(item, panel, result)),
		{
			pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.07 } },
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
					...(changed ? { heading: heading(changed) } : {})
				})
			],
			series: [
				{
					id: PLACES,
					type: 'scatter',
					silent: true,
					symbolSize: 0.01,
					itemStyle: { opacity: 0 },
					data: items.map((_, row) => [0, row])
				},
				{
					...segment,
					itemStyle: { opacity: 0 },
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
				...hiddenRows(items, hidden, [least, most], barWidth, result, context),
				sums('negative', 400),
				sums('positive', 650)
			]
		}
	);
}

/** A hatched row across the whole width, which cannot be taken for an answer, with its word. */
function hiddenRows(
	items: readonly LikertItem[],
	hidden: readonly boolean[],
	[least, most]: readonly [number, number],
	barWidth: number,
	result: IndicatorResult,
	{ theme }: ChartContext
): Part[] {
	if (!hidden.includes(true)) return [];
	const word = (item: LikertItem): string => {
		const row = item.rows.find((one) => one !== undefined);
		return row
			? absenceInPicture(row.estimate, definitionIn(result, row.indicator))
			: m.chart_not_asked();
	};
	const half = (end: number): Part => ({
		type: 'bar',
		silent: true,
		stack: end < 0 ? 'left' : 'right',
		barWidth,
		barGap: '-100%',
		itemStyle: hatch(theme),
		data: hidden.map((one) => (one ? end : null))
	});
	return [
		half(least),
		half(most),
		labels(
			items.flatMap((item, row) => (hidden[row] ? [{ value: [0, row], name: word(item) }] : [])),
			{
				position: 'inside',
				distance: 0,
				color: theme.secondary,
				fontSize: theme.size.small,
				fontFamily: theme.font,
				backgroundColor: theme.paper,
				padding: [1, 6]
			}
		)
	];
}
