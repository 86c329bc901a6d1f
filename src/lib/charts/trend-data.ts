import type { IndicatorDefinition, IndicatorResult, IndicatorRow } from '../domain';
import { onAxis } from './figures';
import { membersOf, shownInterval, shownValue } from './read';

/** One line of a trend, place by place; null where there is nothing to be seen. */
export type Line = {
	rows: (IndicatorRow | undefined)[];
	values: (number | null)[];
	band: ([number, number] | null)[];
	/** place of the last value, −1 where there is none */
	last: number;
};

/** What a course runs along: waves, periods, or the months since a case was opened. */
export type CourseDimension = 'wave' | 'period' | 'elapsed';

/** The dimension that a result runs along. */
export const courseDimension = ({ query }: IndicatorResult): CourseDimension =>
	(['wave', 'elapsed'] as const).find((dimension) => query.by.includes(dimension)) ?? 'period';

/** The first indicator over waves (or periods), for this Quartier and the others. */
export type Course = {
	definition: IndicatorDefinition;
	dimension: CourseDimension;
	times: string[];
	own: Line;
	/** undefined where the result does not set one against the other */
	rest: Line | undefined;
};

function lineOf(rows: (IndicatorRow | undefined)[], definition: IndicatorDefinition): Line {
	const values = rows.map((row) => {
		const value = shownValue(row);
		return value === null ? null : onAxis(value, definition);
	});
	const band = rows.map((row): Line['band'][number] => {
		const interval = shownInterval(row);
		return interval && [onAxis(interval[0], definition), onAxis(interval[1], definition)];
	});
	return { rows, values, band, last: values.findLastIndex((value) => value !== null) };
}

/** What a trend shows of a result; null where it has no indicator or no time. */
export function courseOf(result: IndicatorResult): Course | null {
	const definition = result.definitions[0];
	const dimension = courseDimension(result);
	const times = membersOf(result, dimension);
	if (!definition || times.length === 0) return null;
	const line = (rest: boolean): Line =>
		lineOf(
			times.map((time) =>
				result.rows.find(
					(row) =>
						row.indicator === definition.id &&
						row.dimensions[dimension] === time &&
						(row.dimensions.contrast === 'rest') === rest
				)
			),
			definition
		);
	const contrasted = result.query.by.includes('contrast');
	return {
		definition,
		dimension,
		times,
		own: line(false),
		rest: contrasted ? line(true) : undefined
	};
}
