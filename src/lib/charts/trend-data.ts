import type { IndicatorResult, IndicatorRow } from '../domain';
import { membersOf } from './read';

export type Course = { times: string[]; dimension: 'wave' | 'period'; own: Row[]; rest: Row[] };
export type Row = IndicatorRow | undefined;

/** The first indicator over waves (or periods), for this Quartier and the others. */
export function courseOf(result: IndicatorResult): Course {
	const dimension = result.query.by.includes('wave') ? 'wave' : 'period';
	const times = membersOf(result, dimension);
	const id = result.definitions[0]?.id;
	const at = (time: string, rest: boolean): Row =>
		result.rows.find(
			(row) =>
				row.indicator === id &&
				row.dimensions[dimension] === time &&
				(row.dimensions.contrast === 'rest') === rest
		);
	return {
		times,
		dimension,
		own: times.map((time) => at(time, false)),
		rest: times.map((time) => at(time, true))
	};
}
