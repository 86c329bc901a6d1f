import type { IndicatorResult, QuartierEvent } from '../../domain';
import { dateText } from '../../words';
import type { CalendarModel } from '../chart-model';
import { figureOf } from '../figure';
import { membersOf, nameOf } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';

/** Which event of closing covers a day, if any. */
const closedOn = (iso: string, events: readonly QuartierEvent[]): string | undefined =>
	events.find(
		({ kind, from, to }) => kind === 'closure' && from <= iso && (to === null || to >= iso)
	)?.title;

/** A count day by day; days of which nothing is known have no place. */
export function calendarModel(result: IndicatorResult, context: ModelContext): CalendarModel {
	const [definition] = result.definitions;
	const common = commonOf('calendar', result, context);
	if (!definition) return { ...common, ...NOTHING };
	const rows = new Map(result.rows.map((row) => [row.dimensions.period, row]));
	const days = membersOf(result, 'period').filter((period) => rows.has(period));
	return {
		...common,
		categories: days.map((period) => ({
			// Thousands of days: each is worded when somebody asks.
			get name() {
				return dateText(period);
			},
			target: { dimension: 'period', value: period },
			period,
			closed: closedOn(period, context.events ?? [])
		})),
		series: [
			{
				name: nameOf(definition),
				figures: days.map((period) => {
					const row = rows.get(period);
					return row && figureOf(row, definition);
				})
			}
		]
	};
}
