import {
	absenceInPicture,
	againstText,
	changeMark,
	changeTone,
	type Figure,
	type ItemCategory,
	type LikertModel
} from '../presentation';
import * as m from '../paraglide/messages';
import { number } from '../words';
import { drawing, isCompact, labels, places } from './frame';
import { legend, legendHeight } from './legend';
import { rowAxis, rowColumn, rowLayout, toneStyles } from './rows';
import { hatchedPlaces, type HatchedPlace } from './shapes';
import { textWidth } from './text';
import { fontOf, likertSteps } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';

const BOTTOM = 8;
const HEADING = 22;

function changeText(share: Figure | undefined): string {
	if (!share?.change) return '';
	const { change, indicator } = share;
	const mark = changeMark(change, indicator.unit);
	if (mark) return `{${changeTone(change, indicator)}|${mark}}`;
	const isTested = change.verdict !== 'too-few';
	return `{quiet|${isTested ? m.chart_no_difference_short() : m.chart_too_few_short()}}`;
}

const changeOf = ({ categories }: LikertModel) =>
	categories.find(({ share }) => share?.change)?.share?.change;

const layoutOf = (model: LikertModel, size: Size) =>
	rowLayout(
		model.categories.map(({ name }) => name),
		size,
		{ reserve: 0.68, column: changeOf(model) ? 110 : 0 }
	);

const topOf = (model: LikertModel, { width, theme }: Size): number =>
	legendHeight(
		model.series.map(({ name }) => name),
		width,
		theme.size.small
	) + (changeOf(model) && !isCompact({ width }) ? HEADING : 4);

const height = (model: LikertModel, size: Size): number =>
	topOf(model, size) + model.categories.length * layoutOf(model, size).height + BOTTOM;

/** Where the bar of an item begins and ends: its middle lies on zero. */
const startOf = ({ sums }: ItemCategory): number => (sums ? -(sums.negative + sums.middle / 2) : 0);
const endOf = ({ sums }: ItemCategory): number => (sums ? sums.positive + sums.middle / 2 : 0);

/** How far the bars reach to both sides of zero. */
export const spanOf = ({ categories }: LikertModel): [number, number] => [
	Math.min(...categories.map(startOf), -0.02),
	Math.max(...categories.map(endOf), 0.02)
];

/** Light strokes on the negative side, so that paper without colour tells the sides apart. */
const printDecal: OptionPart = {
	symbol: 'rect',
	dashArrayX: [1, 0],
	dashArrayY: [1, 4],
	rotation: Math.PI / 4,
	color: 'rgba(255, 255, 255, 0.5)'
};

function draw(model: LikertModel, context: ChartContext): Drawing {
	const { theme, width } = context;
	const { categories, series, negative } = model;
	const answers = series.map(({ name }) => name);
	const layout = layoutOf(model, context);
	const changed = changeOf(model);
	const texts = categories.map(({ share }) => changeText(share));
	const column =
		changed && !layout.compact
			? 14 +
				Math.max(
					...[...texts.map((text) => text.replace(/^\{\w+\||\}$/g, '')), againstText(changed)].map(
						(text) => textWidth(text, theme.size.text)
					)
				)
			: 0;
	const left = layout.labelWidth || 1;
	const plot = width - left - column - 6;
	const reach = [...spanOf(model), ...(context.extent ?? [])];
	const [least, most] = [Math.min(...reach), Math.max(...reach)];
	// Room for the sums at both ends.
	const room = ((most - least) * 34) / Math.max(plot - 68, 60);
	const colours = likertSteps(theme, answers.length);
	const barWidth = layout.compact ? 14 : 18;
	const segment = { type: 'bar', silent: true, stack: 'all', stackStrategy: 'all', barWidth };
	const sumLabels = (side: 'negative' | 'positive', weight: number): OptionPart =>
		labels(
			categories.flatMap((item, row) => {
				if (!item.sums) return [];
				const x = side === 'negative' ? startOf(item) : endOf(item);
				return [{ value: [x, row], name: number(item.sums[side] * 100) }];
			}),
			{
				position: side === 'negative' ? 'left' : 'right',
				color: side === 'negative' ? theme.secondary : theme.ink,
				fontWeight: weight,
				...fontOf(theme, 'text')
			}
		);

	return drawing(model, context, {
		pointer: { type: 'shadow', shadowStyle: { color: theme.secondary, opacity: 0.07 } },
		height: height(model, context),
		legend: legend(answers, context),
		grid: {
			left,
			right: column + 6,
			top: topOf(model, context),
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
			places(categories.map((_, row) => [0, row])),
			{
				...segment,
				itemStyle: { color: 'transparent' },
				data: categories.map((item) => (item.sums ? startOf(item) : null))
			},
			...series.map(({ name, figures }, i) => ({
				...segment,
				name,
				itemStyle: {
					color: colours[i],
					borderColor: theme.paper,
					borderWidth: 0.75,
					...(context.decal && i < negative ? { decal: printDecal } : {})
				},
				data: categories.map(({ sums }, row) => (sums ? (figures[row]?.value ?? null) : null))
			})),
			hatchedPlaces(hiddenRows(model), theme, { thickness: barWidth }),
			sumLabels('negative', 400),
			sumLabels('positive', 650)
		]
	});
}

/** Items whose answers must not be seen: a hatched row with its word. */
function hiddenRows({ categories, series }: LikertModel): HatchedPlace[] {
	return categories.flatMap(({ sums }, at) => {
		if (sums) return [];
		const figure = series.map(({ figures }) => figures[at]).find(Boolean);
		return [{ at, word: figure ? absenceInPicture(figure) : m.chart_not_asked() }];
	});
}

/**
 * Distributions of ordinal answers as diverging bars: negative left of zero, positive right, the
 * middle split around it, sums at both ends and, where the result compares, the change of the top box.
 */
export const likert: Kind<LikertModel> = { height, draw };
