export { appearance } from './appearance.svelte';
export { againstText, changeSentence, changeSign, trendSentence } from './change';
export { default as Chart } from './Chart.svelte';
export { describeChart } from './describe';
export { extentOf } from './extent';
export { findingTitle } from './finding';
export { draw, heightOf } from './kinds';
export { dataTable } from './table';
export { escaped, shorten, wrap } from './text';
export { chartTheme, type ChartTheme } from './theme';
export type { ChartKind, Target } from './types';

/** ECharts itself, on first use: for whoever draws off screen. On screen `Chart` does it. */
export const loadECharts = () => import('./echarts');
