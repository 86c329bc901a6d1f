/** The only place that brings ECharts itself into the bundle; load it lazily. */
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
	AriaComponent,
	GridComponent,
	LegendComponent,
	TooltipComponent
} from 'echarts/components';
import { init, registerLocale, use, type EChartsCoreOption } from 'echarts/core';
import langDE from 'echarts/i18n/langDE-obj.js';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

// Pages are drawn on a canvas, which is twice as fast; paper and pictures as SVG, where text stays text.
use([
	AriaComponent,
	BarChart,
	CanvasRenderer,
	CustomChart,
	GridComponent,
	LegendComponent,
	LineChart,
	ScatterChart,
	SVGRenderer,
	TooltipComponent
]);
registerLocale('DE', langDE);

/** A chart as SVG of a size in CSS pixels, drawn off screen; works without a page as well. */
export function svgOf(option: EChartsCoreOption, size: { width: number; height: number }): string {
	const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
	try {
		chart.setOption(option);
		// Styles for the pointer are none of a picture's business.
		return chart.renderToSVGString().replace(/<style[^]*?<\/style>/g, '');
	} finally {
		chart.dispose();
	}
}

export { init };
