import { isShown, type Dimension, type IndicatorDefinition, type IndicatorResult } from '../domain';
import * as m from '../paraglide/messages';
import { message, number, valueText } from '../words';
import { findingTitle } from './finding';
import { likertPanel } from './likert-data';
import {
	dimensionName,
	entriesOf,
	latestWave,
	memberName,
	membersOf,
	nameOf,
	otherDimensions,
	shownValue,
	labelOf
} from './read';
import { courseDimension } from './trend-data';
import type { ChartKind, WordContext } from './types';

/** Highest and lowest of some figures; the one figure where there is only one. */
function extremes<Of extends { value: number }>(
	figures: readonly Of[],
	inWords: (figure: Of) => { name: string; text: string }
): string {
	const sorted = figures.toSorted((a, b) => b.value - a.value);
	const [highest, lowest] = [sorted[0], sorted.at(-1)];
	if (!highest || !lowest) return '';
	const [most, least] = [inWords(highest), inWords(lowest)];
	if (sorted.length === 1) return m.chart_describe_single({ name: most.name, value: most.text });
	return m.chart_describe_range({
		highest: most.name,
		high: most.text,
		lowest: least.name,
		low: least.text
	});
}

function rowsSentence(result: IndicatorResult, context: WordContext): string {
	const figures = entriesOf(result, context).flatMap(({ name, own, definition }) => {
		const value = shownValue(own);
		return value === null ? [] : [{ name, value, definition }];
	});
	return extremes(figures, ({ name, value, definition }) => ({
		name,
		text: valueText(value, definition.unit)
	}));
}

/** Figures in different units have no highest: each is said. */
const listSentence = (result: IndicatorResult, context: WordContext): string =>
	entriesOf(result, context)
		.flatMap(({ name, own, definition }) => {
			const value = shownValue(own);
			return value === null
				? []
				: [m.chart_describe_single({ name, value: valueText(value, definition.unit) })];
		})
		.join(' ');

/** The sum of the rows of each time that are not of the rest, in order; none where a part is hidden. */
function sumsOver(
	result: IndicatorResult,
	dimension: Dimension,
	{ id }: IndicatorDefinition
): { time: string; value: number }[] {
	const values = new Map<string, (number | null)[]>();
	for (const row of result.rows) {
		const time = row.dimensions[dimension];
		if (row.indicator !== id || time === undefined || row.dimensions.contrast === 'rest') continue;
		const known = values.get(time);
		if (known) known.push(shownValue(row));
		else values.set(time, [shownValue(row)]);
	}
	return membersOf(result, dimension).flatMap((time) => {
		const parts = values.get(time) ?? [];
		const shown = parts.filter((one) => one !== null);
		// A sum with a hidden part would say too little, and with its total too much.
		if (shown.length === 0 || shown.length < parts.length) return [];
		return [{ time, value: shown.reduce((sum, one) => sum + one, 0) }];
	});
}

/** Over waves the first and the last figure of this Quartier, over periods the highest and the lowest. */
function courseSentence(kind: ChartKind, result: IndicatorResult, context: WordContext): string {
	const definition = result.definitions[0];
	if (!definition) return '';
	const dimension = kind === 'trend' ? courseDimension(result) : 'period';
	const figures = sumsOver(result, dimension, definition);
	// A day has many figures, of which two are said.
	const inWords = ({ time, value }: { time: string; value: number }) => ({
		name: memberName(result, dimension, time, context),
		text: valueText(value, definition.unit)
	});
	const [first, last] = [figures[0], figures.at(-1)];
	if (kind === 'flow') {
		const text = extremes(figures, inWords);
		return text && m.chart_describe_of({ indicator: nameOf(definition), text });
	}
	if (kind !== 'trend' || !first || !last || first === last) return extremes(figures, inWords);
	const [start, end] = [inWords(first), inWords(last)];
	return m.chart_describe_course({
		first: start.text,
		start: start.name,
		last: end.text,
		end: end.name
	});
}

function likertSentence(result: IndicatorResult): string {
	const items = (likertPanel(result)?.items ?? []).filter(({ shares }) => shares !== null);
	const [first, last] = [items[0], items.at(-1)];
	if (!first || !last || first === last) {
		return first
			? m.chart_describe_single({ name: first.text, value: `${number(first.positive * 100)} %` })
			: '';
	}
	return m.chart_describe_likert_range({
		highest: first.text,
		high: `${number(first.positive * 100)} %`,
		lowest: last.text,
		low: `${number(last.positive * 100)} %`
	});
}

/** What the chart is about: its kind, measures, breakdown, wave, and how much of it is hidden. */
function subject(kind: ChartKind, result: IndicatorResult): string {
	const indicator = result.definitions.map(nameOf).join(', ');
	const dimensions = otherDimensions(result).filter(
		(d) => d !== 'period' && d !== 'item' && d !== 'elapsed'
	);
	const by = dimensions.map(dimensionName).join(', ');
	const count = likertPanel(result)?.items.length ?? 0;
	let text =
		kind === 'likert'
			? count === 1
				? m.chart_describe_likert_one()
				: m.chart_describe_likert({ count })
			: message(`chart_describe_${kind}`, {
					indicator: by ? m.chart_describe_by({ indicator, dimension: by }) : indicator
				});
	const wave = kind === 'trend' ? undefined : latestWave(result);
	if (wave !== undefined)
		text = m.chart_describe_wave({ text, wave: labelOf(result, 'wave', wave) });
	const missing =
		kind === 'likert'
			? (likertPanel(result)?.items ?? []).filter(({ shares }) => shares === null).length
			: result.rows.filter(
					(row) => !isShown(row.estimate) && (wave === undefined || row.dimensions.wave === wave)
				).length;
	if (missing === 1) return m.chart_describe_hidden_one({ text });
	return missing > 1 ? m.chart_describe_hidden({ text, count: missing }) : text;
}

/** A chart in one to three sentences for people who do not see it: what, highest and lowest, change. */
export function describeChart(
	kind: ChartKind,
	result: IndicatorResult,
	context: WordContext
): string {
	const range =
		kind === 'likert'
			? likertSentence(result)
			: kind === 'figures'
				? listSentence(result, context)
				: ['dots', 'bars', 'matrix', 'map'].includes(kind)
					? rowsSentence(result, context)
					: courseSentence(kind, result, context);
	const finding = findingTitle(kind, result, context);
	return [`${subject(kind, result)}.`, range, finding === null ? '' : `${finding}.`]
		.filter(Boolean)
		.join(' ');
}
