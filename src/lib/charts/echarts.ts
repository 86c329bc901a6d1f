/** The only place that brings ECharts itself into the bundle; load it lazily. */
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
	AriaComponent,
	GeoComponent,
	GridComponent,
	LegendComponent,
	TooltipComponent
} from 'echarts/components';
import { getMap, init, registerLocale, registerMap, use } from 'echarts/core';
import langDE from 'echarts/i18n/langDE-obj.js';
import { LabelLayout } from 'echarts/features';
import type { Drawing } from './types';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

// Pages are drawn on a canvas, which is twice as fast; paper and pictures as SVG, where text stays text.
use([
	AriaComponent,
	BarChart,
	CanvasRenderer,
	CustomChart,
	GeoComponent,
	GridComponent,
	LabelLayout,
	LegendComponent,
	LineChart,
	ScatterChart,
	SVGRenderer,
	TooltipComponent
]);
registerLocale('DE', langDE);

/** A chart as SVG of a size in CSS pixels, drawn off screen; works without a page as well. */
export function svgOf(
	{ option, map }: Pick<Drawing, 'option' | 'map'>,
	size: { width: number; height: number }
): string {
	if (map) registerOutlines(map);
	const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
	try {
		chart.setOption(option);
		// Styles for the pointer are none of a picture's business.
		return chart.renderToSVGString().replace(/<style[^]*?<\/style>/g, '');
	} finally {
		chart.dispose();
	}
}

/** Makes outlines known under the name that an option calls them by, once. */
export function registerOutlines({ name, outlines }: NonNullable<Drawing['map']>): void {
	if (getMap(name)) return;
	registerMap(name, { geoJSON: outlines } as Parameters<typeof registerMap>[1]);
}

export { init };
