import * as m from '../paraglide/messages';
import { isHidden, type CalendarModel, type Figure } from '../presentation';
import { monthName, number } from '../words';
import { drawing, hatch, labels, TARGET_POINTS } from './frame';
import { fontOf, type ChartTheme } from './theme';
import type { ChartContext, Drawing, Kind, OptionPart, Size } from './types';

const DAY = 86_400_000;
const LEFT = 34;
const TOP = 30;
/** Pixels below the last year, for what the colours mean. */
const LEGEND = 24;
const GAP = 26;
const WEEKS = 54;

/** Steps of the colour; a day with nothing has none. */
const STEPS = 4;

/** A day in the calendar: its year, its week within that year, and its weekday from Monday (0). */
export function calendarPlace(iso: string): { year: number; week: number; weekday: number } {
	const day = Date.parse(iso) / DAY;
	const year = Number(iso.slice(0, 4));
	const first = Date.UTC(year, 0, 1) / DAY;
	// 1 January 1970 was a Thursday.
	const weekdayOf = (days: number) => (((days + 3) % 7) + 7) % 7;
	return {
		year,
		week: Math.floor((day - first + weekdayOf(first)) / 7),
		weekday: weekdayOf(day)
	};
}

type Day = {
	period: string;
	closed: boolean;
	figure: Figure | undefined;
	x: number;
	y: number;
};

/** Pale to full accent, in steps that a reader tells apart. */
const stepColours = ({ accent }: ChartTheme): string[] =>
	Array.from(
		{ length: STEPS },
		(_, step) =>
			accent +
			Math.round(((step + 1) / STEPS) * 255)
				.toString(16)
				.padStart(2, '0')
	);

/** Bounds of the steps: each holds as many of the days as the next. */
function boundsOfSteps(values: readonly number[]): number[] {
	const sorted = values.toSorted((a, b) => a - b);
	return Array.from(
		{ length: STEPS - 1 },
		(_, step) => sorted[Math.ceil(((step + 1) / STEPS) * sorted.length) - 1] ?? 0
	);
}

/** The years, how wide a day is, and how high a year with the space below it, in pixels. */
function layoutOf({ categories }: CalendarModel, { width }: Size) {
	const years = [...new Set(categories.map(({ period }) => Number(period.slice(0, 4))))];
	const cell = Math.max(3, Math.min(15, (width - LEFT - 4) / WEEKS));
	return { years, cell, block: 7 * cell + GAP };
}

function height(model: CalendarModel, size: Size): number {
	const { years, block } = layoutOf(model, size);
	return TOP + years.length * block + LEGEND - GAP + 8;
}

function draw(model: CalendarModel, context: ChartContext): Drawing {
	const { theme, width } = context;
	const { years, cell, block } = layoutOf(model, context);
	const yearTop = (year: number) => years.indexOf(year) * (7 + GAP / cell);
	const figures = model.series[0]?.figures ?? [];
	const places = model.categories.map((category, at): Day => {
		const { year, week, weekday } = calendarPlace(category.period);
		return {
			period: category.period,
			closed: category.closed !== undefined,
			figure: figures[at],
			x: week,
			y: yearTop(year) + weekday
		};
	});
	const values = places.flatMap(({ figure }) => figure?.value || []);
	const bounds = boundsOfSteps(values);
	const colours = stepColours(theme);
	const stepOf = (value: number): number => bounds.filter((bound) => value > bound).length;
	const rows = (years.length * block) / cell;
	/** where the legend stands, in rows */
	const below = rows - GAP / cell + LEGEND / cell / 2;
	/** how far its entries are apart, in weeks */
	const apart = Math.max(72, (width - LEFT) / (STEPS + 1)) / cell;
	const hidden = hatch(theme);
	const quietDay = { color: theme.line, opacity: 0.7 };
	const closedDay = { color: theme.eventBand, opacity: 0.7 };
	const counted = colours.map((color) => ({ color }));
	const lookOf = ({ figure, closed }: Day): OptionPart => {
		if (isHidden(figure)) return hidden;
		const value = figure?.value;
		if (value) return counted[stepOf(value)] ?? { color: theme.accent };
		return closed ? closedDay : quietDay;
	};
	/** Days of one look together: thousands of single ones would hold up the page. */
	const looks = new Map<OptionPart, Day[]>();
	for (const place of places) {
		const look = lookOf(place);
		const alike = looks.get(look) ?? [];
		alike.push(place);
		looks.set(look, alike);
	}
	const at = (some: readonly Day[]) => some.map(({ x, y }) => [x, y]);
	const quiet = { color: theme.secondary, ...fontOf(theme, 'small') };
	const monthStarts = places.filter(({ period }) => period.endsWith('-01'));
	const ranges = colours.map((_, step) => {
		const from = step === 0 ? 1 : (bounds[step - 1] ?? 0) + 1;
		const to = bounds[step];
		return to === undefined
			? m.chart_from_up({ n: number(from) })
			: from >= to
				? number(to)
				: m.format_range({ from: number(from), to: number(to) });
	});
	return drawing(model, context, {
		pointer: { type: 'none' },
		across: 7,
		height: height(model, context),
		grid: {
			left: LEFT,
			width: WEEKS * cell,
			top: TOP,
			height: years.length * block + LEGEND,
			outerBoundsMode: 'none'
		},
		xAxis: { type: 'value', show: false, min: -0.5, max: WEEKS - 0.5 },
		yAxis: {
			type: 'value',
			show: false,
			inverse: true,
			min: -0.5,
			max: rows + LEGEND / cell - 0.5
		},
		series: [
			{ id: TARGET_POINTS, type: 'scatter', silent: true, symbol: 'none', data: at(places) },
			...[...looks].map(([look, some]) => ({
				type: 'scatter',
				silent: true,
				symbol: 'rect',
				symbolSize: Math.max(cell - 2, 2),
				// One shape for all of them; a hatching needs single ones.
				large: look !== hidden,
				largeThreshold: 0,
				itemStyle: { opacity: 1, ...look },
				data: at(some)
			})),
			labels(
				years.map((year) => ({ value: [-0.5, yearTop(year) + 3], name: String(year) })),
				{ ...quiet, position: 'left', distance: 4, fontWeight: 600 }
			),
			labels(
				monthStarts
					.filter(({ period }) => cell > 8 || Number(period.slice(5, 7)) % 3 === 1)
					.map(({ period, x }) => ({
						value: [x - 0.5, yearTop(Number(period.slice(0, 4))) - 0.5],
						name: monthName(period)
					})),
				{ ...quiet, position: 'insideBottomLeft', distance: 0, offset: [0, -4] }
			),
			labels(
				ranges.map((name, step) => ({ value: [step * apart + 1, below], name })),
				{ ...quiet, position: 'right', distance: 4 }
			),
			{
				type: 'scatter',
				silent: true,
				symbol: 'rect',
				symbolSize: 11,
				data: colours.map((color, step) => ({
					value: [step * apart + 0.5, below],
					itemStyle: { color, opacity: 1 }
				}))
			}
		]
	});
}

/** A count day by day: a year to a block, a week to a column, a weekday to a row. */
export const calendar: Kind<CalendarModel> = { height, draw };
