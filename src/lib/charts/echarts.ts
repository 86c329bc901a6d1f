/** The only place that brings ECharts itself into the bundle; load it lazily. */
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import {
	AriaComponent,
	GridComponent,
	LegendComponent,
	TooltipComponent
} from 'echarts/components';
import { init, registerLocale, use } from 'echarts/core';
import langDE from 'echarts/i18n/langDE-obj.js';
import { SVGRenderer } from 'echarts/renderers';

// Text stays text and lines stay sharp in print, so pages are drawn as SVG like the pictures are.
use([
	AriaComponent,
	BarChart,
	CustomChart,
	GridComponent,
	LegendComponent,
	LineChart,
	ScatterChart,
	SVGRenderer,
	TooltipComponent
]);
registerLocale('DE', langDE);

export { init };
