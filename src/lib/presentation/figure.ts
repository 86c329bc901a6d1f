import { hidden, isShown, type IndicatorDefinition, type IndicatorRow } from '../domain';
import * as m from '../paraglide/messages';
import type { Figure } from './chart-model';

/** A row as it may be seen; the one way by which figures get into chart models. */
export function figureOf(row: IndicatorRow, indicator: IndicatorDefinition): Figure {
	const { protection } = row.estimate;
	const shown = protection === 'open' || protection === 'uncertain';
	const { value, low, high, n } = shown ? row.estimate : hidden(protection);
	return { value, low, high, n, protection, indicator, change: shown ? row.change : undefined };
}

/** The 95 % interval of a figure; null where there is none to be seen. */
export function intervalOf(figure: Figure | undefined): [number, number] | null {
	if (!figure || figure.low === null || figure.high === null) return null;
	return [figure.low, figure.high];
}

/** True where figures exist that must not be seen, in contrast to there being none. */
export const isHidden = (figure: Figure | undefined): boolean =>
	figure !== undefined && !isShown(figure) && figure.protection !== 'no-base';

/** A value as it stands on an axis: shares in percent. */
export const onAxis = (value: number, { unit }: Pick<IndicatorDefinition, 'unit'>): number =>
	unit === 'percent' ? value * 100 : value;

/** The value of a figure on its axis; null where there is none to be seen. */
export const valueOnAxis = (figure: Figure | undefined): number | null =>
	!figure || figure.value === null ? null : onAxis(figure.value, figure.indicator);

/** The interval of a figure on its axis; null where there is none to be seen. */
export function intervalOnAxis(figure: Figure | undefined): [number, number] | null {
	const interval = intervalOf(figure);
	if (!figure || !interval) return null;
	return [onAxis(interval[0], figure.indicator), onAxis(interval[1], figure.indicator)];
}

/** Why a figure is not there, in words: too few, hidden for the sake of others, or nothing to count. */
export function absenceWord({
	protection,
	indicator: { group, kind, minimumBase }
}: Figure): string {
	if (protection === 'complementary') return m.chart_complementary();
	if (protection === 'small-cell') {
		return group !== 'survey'
			? m.chart_small_cell_cases({ n: minimumBase })
			: m.chart_small_cell_answers({ n: minimumBase });
	}
	if (kind === 'rate') return m.chart_no_denominator();
	return group !== 'survey' ? m.chart_no_cases() : m.chart_no_answers();
}

/** The word in the picture itself: short, the reason stands in the tooltip and the table. */
export const absenceInPicture = (figure: Figure): string =>
	figure.protection === 'no-base' ? absenceWord(figure) : m.chart_hidden();

/** `unsicher …` for figures on fewer than 30 answer sheets or cases, else nothing. */
export function uncertainWord({ protection, indicator }: Figure): string {
	if (protection !== 'uncertain') return '';
	return indicator.group !== 'survey' ? m.chart_uncertain_cases() : m.chart_uncertain();
}
