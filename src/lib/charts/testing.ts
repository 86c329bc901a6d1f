import type { IndicatorResult } from '../domain';
import { chartModel, type ChartKind, type ModelContext } from '../presentation';
import { draw } from './kinds';
import { chartTheme } from './theme';
import type { ChartContext, Drawing } from './types';

type Context = ChartContext & ModelContext;

export const context = (more: Partial<Context> = {}): Context => ({
	theme: chartTheme('light'),
	width: 700,
	events: [],
	quartier: 'Lebenstedt',
	animate: false,
	...more
});

/** The chart of a kind that is drawn of a result. */
export const drawn = (kind: ChartKind, result: IndicatorResult, of: Context): Drawing =>
	draw(chartModel(kind, result, of), of);

/** Draws an option off screen as the page would, and gives the picture as text. */
export async function rendered(option: Drawing['option'], width = 700, height = 400) {
	const { init } = await import('./echarts');
	const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
	chart.setOption(option);
	const svg = chart.renderToSVGString();
	chart.dispose();
	return svg;
}

/** The series of an option; by their id, or by type and name. */
export const seriesOf = (
	{ option }: Drawing,
	wanted: Record<string, unknown> = {}
): { data: unknown[]; [key: string]: unknown }[] =>
	(option['series'] as { data: unknown[]; [key: string]: unknown }[]).filter((one) =>
		Object.entries(wanted).every(([key, value]) => one[key] === value)
	);

type Axis = { data: (string | { value: string })[]; min: number; max: number };
/** An axis of a drawing; of several the one in that place. */
export const axis = ({ option }: Drawing, name: string, index = 0): Axis => {
	const all = option[name] as Axis | Axis[];
	return (Array.isArray(all) ? all[index] : all) as Axis;
};

/** The words along the rows of a drawing. */
export const names = (drawing: Drawing, index = 0): string[] =>
	axis(drawing, 'yAxis', index).data.map((one) => (typeof one === 'string' ? one : one.value));
