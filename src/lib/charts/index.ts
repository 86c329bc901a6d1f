export { appearance } from './appearance.svelte';
export { default as Chart } from './Chart.svelte';
export { halvesOf } from './halves';
export { draw, heightOf } from './kinds';
export { escaped, shorten, wrap } from './text';
export { chartTheme, type ChartTheme } from './theme';

/** ECharts itself, on first use: for whoever draws off screen. On screen `Chart` does it. */
export const loadECharts = () => import('./echarts');
