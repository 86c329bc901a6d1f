import type { IndicatorResult } from '../../domain';
import * as m from '../../paraglide/messages';
import { message } from '../../words';
import type { CourseDimension, Figure, Mark, TrendModel } from '../chart-model';
import { figureOf } from '../figure';
import { labelOf, memberName, membersOf } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';
import { marksOf, periodPosition, wavePosition } from './marks';
import { untilOf } from './periods';

/** The dimension that a result runs along. */
const courseDimension = ({ query }: IndicatorResult): CourseDimension =>
	(['wave', 'elapsed'] as const).find((dimension) => query.by.includes(dimension)) ?? 'period';

/** Where something was asked in another way, the line goes on because someone said so. */
const breaksOf = ({ breaks }: IndicatorResult, waves: readonly string[]): Mark[] =>
	breaks.flatMap(({ wave, of }) => {
		const at = waves.indexOf(wave);
		const title = of === undefined ? m.chart_break() : message(`chart_break_${of}`);
		return at < 1 ? [] : [{ title, from: at - 0.5, to: null }];
	});

/** The first indicator over waves (or periods, or months), for this Quartier and the others. */
export function trendModel(result: IndicatorResult, context: ModelContext): TrendModel {
	const definition = result.definitions[0];
	const dimension = courseDimension(result);
	const unit = result.period ?? 'year';
	const times = definition ? membersOf(result, dimension) : [];
	const margin = times.length === 1 ? 0.5 : 0.12;
	const range = [-margin, times.length - 1 + margin] as const;
	const common = { ...commonOf('trend', result, context), dimension, unit, range };
	if (!definition || times.length === 0) return { ...common, ...NOTHING, marks: [] };
	const figures = (rest: boolean): (Figure | undefined)[] =>
		times.map((time) => {
			const row = result.rows.find(
				(one) =>
					one.indicator === definition.id &&
					one.dimensions[dimension] === time &&
					(one.dimensions.contrast === 'rest') === rest
			);
			return row && figureOf(row, definition);
		});
	const contrasted = result.query.by.includes('contrast');
	const name = (member: string) => memberName(result, 'contrast', member, context);
	const position =
		dimension === 'wave'
			? wavePosition(times.map((time) => result.waves[time]))
			: dimension === 'period'
				? periodPosition(times, unit)
				: null;
	return {
		...common,
		categories: times.map((time, at) => ({
			name: memberName(result, dimension, time, context),
			short: dimension === 'period' ? time : labelOf(result, dimension, time),
			target: { dimension, value: time },
			until: dimension === 'period' && at === times.length - 1 ? untilOf(result) : undefined
		})),
		series: [
			{ name: contrasted ? name('self') : '', figures: figures(false) },
			...(contrasted ? [{ name: name('rest'), figures: figures(true) }] : [])
		],
		marks: [
			...marksOf(context.events ?? [], position, range),
			...(dimension === 'wave' ? breaksOf(result, times) : [])
		].sort((a, b) => a.from - b.from)
	};
}
