import type { Dimension, IndicatorDefinition, IndicatorResult, IndicatorRow } from '../../domain';
import * as m from '../../paraglide/messages';
import { dateText, periodText } from '../../words';
import type { Figure, FlowModel, PeriodCategory, StackedModel } from '../chart-model';
import { figureOf } from '../figure';
import { memberName, membersOf, nameOf, otherDimensions } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';
import { marksOf, periodPosition } from './marks';

/** The day up to which the last period is covered, where that is not its own last; undefined where it is over. */
export function untilOf({ notes, coverage }: IndicatorResult): string | undefined {
	if (!notes.includes('incomplete-period')) return undefined;
	return coverage ? m.chart_until({ date: dateText(coverage.to) }) : m.chart_unfinished();
}

/** A period in words; the last one with the day up to which it is covered, where that is not its own last. */
function categoryOf(period: string, result: IndicatorResult, isLast: boolean): PeriodCategory {
	return {
		name: periodText(period, result.period ?? 'year'),
		target: { dimension: 'period', value: period },
		period,
		until: isLast ? untilOf(result) : undefined
	};
}

/** The axis of a chart over periods: period `i` reaches from i − 0.5 to i + 0.5. */
function axisOf(result: IndicatorResult, { events = [] }: ModelContext) {
	const periods = membersOf(result, 'period');
	const unit = result.period ?? 'year';
	const range = [-0.5, periods.length - 0.5] as const;
	return {
		unit,
		range,
		marks: marksOf(events, periodPosition(periods, unit), range),
		categories: periods.map((period, at) => categoryOf(period, result, at === periods.length - 1))
	};
}

/** The figures of an indicator period by period, this Quartier's where the result is split. */
function figuresOf(
	result: IndicatorResult,
	definition: IndicatorDefinition | undefined,
	is: (row: IndicatorRow) => boolean = () => true
): (Figure | undefined)[] {
	const rows = new Map<string | undefined, IndicatorRow>();
	for (const row of result.rows) {
		const { period, contrast } = row.dimensions;
		const isOne = row.indicator === definition?.id && contrast !== 'rest' && is(row);
		if (isOne && !rows.has(period)) rows.set(period, row);
	}
	return membersOf(result, 'period').map((period) => {
		const row = rows.get(period);
		return row && definition && figureOf(row, definition);
	});
}

/** The dimension whose members are stacked; undefined where there is one column per period. */
const stackedBy = (result: IndicatorResult): Dimension | undefined =>
	otherDimensions(result).find((dimension) => dimension !== 'period');

/** A count over periods, by service area in the order of the members. */
export function stackedModel(result: IndicatorResult, context: ModelContext): StackedModel {
	const definition = result.definitions[0];
	const dimension = stackedBy(result);
	const common = {
		...commonOf('stackedBars', result, context),
		...axisOf(result, context),
		split: dimension !== undefined
	};
	if (!definition) return { ...common, ...NOTHING };
	return {
		...common,
		series: dimension
			? membersOf(result, dimension).map((member) => ({
					name: memberName(result, dimension, member, context),
					figures: figuresOf(result, definition, (row) => row.dimensions[dimension] === member)
				}))
			: [{ name: nameOf(definition), figures: figuresOf(result, definition) }]
	};
}

/** New cases, closed ones, and those that are open at the end of each period. */
export function flowModel(result: IndicatorResult, context: ModelContext): FlowModel {
	const named = {
		'new-cases': m.chart_new(),
		'closed-cases': m.chart_closed(),
		'open-cases': m.chart_open()
	};
	return {
		...commonOf('flow', result, context),
		...axisOf(result, context),
		series: Object.entries(named).map(([id, name]) => ({
			name,
			figures: figuresOf(
				result,
				result.definitions.find((one) => one.id === id)
			)
		}))
	};
}
