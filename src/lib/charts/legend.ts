import { textWidth } from './text';
import { fontOf } from './theme';
import type { ChartContext, OptionPart } from './types';

const ICON = 12;
const ICON_GAP = 6;
const ITEM_GAP = 8;
const NAME_GAP = 8;
const LEGEND_LINE = 22;

/** Height that a legend takes in a width, wrapped as ECharts wraps it. */
export function legendHeight(names: readonly string[], width: number, size: number): number {
	let lines = 1;
	let used = 0;
	for (const name of names) {
		const item = ICON + ICON_GAP + textWidth(name, size) * 1.06 + NAME_GAP + ITEM_GAP;
		if (used > 0 && used + item - ITEM_GAP > width) {
			lines++;
			used = 0;
		}
		used += item;
	}
	return names.length === 0 ? 0 : lines * LEGEND_LINE + 4;
}

/** A legend above the chart: names that cannot stand at what they mean. */
export const legend = (
	names: readonly (string | OptionPart)[],
	{ theme, width }: Pick<ChartContext, 'theme' | 'width'>
): OptionPart => ({
	show: names.length > 0,
	top: 0,
	left: 0,
	width,
	padding: 0,
	itemWidth: ICON,
	itemHeight: ICON,
	itemGap: ITEM_GAP,
	icon: 'rect',
	selectedMode: false,
	data: names,
	textStyle: {
		color: theme.secondary,
		...fontOf(theme, 'small'),
		lineHeight: LEGEND_LINE - ITEM_GAP,
		padding: [0, NAME_GAP, 0, ICON_GAP - 5]
	}
});
