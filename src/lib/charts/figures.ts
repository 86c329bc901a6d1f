import { isShown, type Estimate, type IndicatorDefinition, type IndicatorRow } from '../domain';
import * as m from '../paraglide/messages';
import { intervalText, number, valueText } from '../words';
import { changeSentence } from './change';
import { shownChange } from './read';
import type { TipLine } from './types';

/** A value as it stands on an axis: shares in percent. */
export const onAxis = (value: number, { unit }: IndicatorDefinition): number =>
	unit === 'percent' ? value * 100 : value;

/** Why a figure is not there, in words: too few, hidden for the sake of others, or nothing to count. */
export function absenceWord(
	{ protection }: Estimate,
	{ group, kind, minimumBase }: IndicatorDefinition
): string {
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
export const absenceInPicture = (estimate: Estimate, definition: IndicatorDefinition): string =>
	estimate.protection === 'no-base' ? absenceWord(estimate, definition) : m.chart_hidden();

/** `unsicher …` for figures on fewer than 30 answer sheets or cases, else nothing. */
export function uncertainWord({ protection }: Estimate, { group }: IndicatorDefinition): string {
	if (protection !== 'uncertain') return '';
	return group !== 'survey' ? m.chart_uncertain_cases() : m.chart_uncertain();
}

const basis = ({ n }: Estimate, { completeCount, unit }: IndicatorDefinition): string[] => [
	// The n of a count is the count itself.
	...(n === null || unit === 'count' ? [] : [m.chart_n({ n: number(n) })]),
	...(completeCount ? [m.chart_complete_count()] : [])
];

/** One figure in words: value, interval, n, and what to mind. */
export function tipLine(
	name: string,
	row: IndicatorRow | undefined,
	definition: IndicatorDefinition
): TipLine {
	if (!row) return { name, value: m.chart_not_asked(), detail: '' };
	const { estimate } = row;
	const { value, low, high } = estimate;
	if (!isShown(estimate) || value === null) {
		return { name, value: absenceWord(estimate, definition), detail: '' };
	}
	const interval =
		low === null || high === null
			? []
			: [m.chart_interval({ range: intervalText(low, high, definition.unit) })];
	const uncertain = uncertainWord(estimate, definition);
	return {
		name,
		value: valueText(value, definition.unit),
		detail: [...interval, ...basis(estimate, definition), ...(uncertain ? [uncertain] : [])].join(
			' · '
		)
	};
}

/** Lines of several complete counts: that they are complete is said once, below them. */
export const countLines = (lines: readonly TipLine[]): TipLine[] => [
	...lines.map((line) => ({ ...line, detail: '' })),
	{ name: '', value: '', detail: m.chart_complete_count() }
];

/** The comparison of a row as a line of its own, where there is one to be read. */
export function changeLine(
	row: IndicatorRow | undefined,
	definition: IndicatorDefinition
): TipLine[] {
	const change = shownChange(row);
	return change ? [{ name: '', value: changeSentence(change, definition), detail: '' }] : [];
}
