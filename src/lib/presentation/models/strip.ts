import type { IndicatorDefinition, IndicatorResult, IndicatorRow } from '../../domain';
import * as m from '../../paraglide/messages';
import { message } from '../../words';
import type { Figure, Mark, StripModel } from '../chart-model';
import { figureOf } from '../figure';
import { memberName, nameOf } from '../read';
import { commonOf, NOTHING, type ModelContext } from './common';
import { day, decimalYear, marksOf } from './marks';
import { untilOf } from './periods';

/** A time at which a figure stands: a wave in the middle of its fieldwork, a year in the middle of what is covered. */
type Time = { dimension: 'wave' | 'period'; value: string; at: number; isOpen: boolean };

function timesOf(result: IndicatorResult, id: string): Time[] {
	const rows = result.rows.filter((row) => row.indicator === id);
	const isAlongWaves = rows.some(({ dimensions }) => dimensions.wave !== undefined);
	const dimension = isAlongWaves ? 'wave' : 'period';
	const values = (result.members[dimension] ?? [])
		.map(({ value }) => value)
		.filter((value) => rows.some(({ dimensions }) => dimensions[dimension] === value));
	return values.flatMap((value, index): Time[] => {
		if (isAlongWaves) {
			const wave = result.waves[value];
			if (!wave) return [];
			const middle = decimalYear((day(wave.from) + day(wave.to)) / 2);
			return [{ dimension, value, at: middle, isOpen: false }];
		}
		const year = Number(value.slice(0, 4));
		const isOpen = index === values.length - 1 && result.notes.includes('incomplete-period');
		const end = isOpen && result.coverage ? decimalYear(day(result.coverage.to)) : year + 1;
		return [{ dimension, value, at: (year + end) / 2, isOpen }];
	});
}

/** Where a figure was asked in another way than before, between the two waves. */
function breaksOf(result: IndicatorResult): Mark[] {
	const waves = Object.entries(result.waves)
		.map(([key, { from, to }]) => ({ key, at: decimalYear((day(from) + day(to)) / 2) }))
		.toSorted((a, b) => a.at - b.at);
	return result.breaks.flatMap(({ wave, indicator, of }) => {
		const at = waves.findIndex(({ key }) => key === wave);
		const [before, now] = [waves[at - 1], waves[at]];
		const definition = result.definitions.find(({ id }) => id === indicator);
		if (!before || !now || !definition) return [];
		const title = of === undefined ? m.chart_break() : message(`chart_break_${of}`);
		return { title: `${nameOf(definition)}: ${title}`, from: (before.at + now.at) / 2, to: null };
	});
}

/** Figures of surveys and casework below each other, along the same years as the events. */
export function stripModel(result: IndicatorResult, context: ModelContext): StripModel {
	const common = commonOf('strip', result, context);
	const lanes = result.definitions
		.map((indicator) => ({ indicator, times: timesOf(result, indicator.id) }))
		.filter(({ times }) => times.length > 0);
	const all = lanes.flatMap(({ times }) => times);
	if (all.length === 0) return { ...common, ...NOTHING, lanes: [], range: [0, 1], marks: [] };
	const range = [
		Math.floor(Math.min(...all.map(({ at }) => at))),
		Math.floor(Math.max(...all.map(({ at }) => at))) + 1
	] as const;
	const is = (row: IndicatorRow, indicator: IndicatorDefinition, time: Time) =>
		row.indicator === indicator.id && row.dimensions[time.dimension] === time.value;
	const figures = (isRest: boolean): (Figure | undefined)[] =>
		lanes.flatMap(({ indicator, times }) =>
			times.map((time) => {
				const row = result.rows.find(
					(one) => is(one, indicator, time) && (one.dimensions.contrast === 'rest') === isRest
				);
				return row && figureOf(row, indicator);
			})
		);
	const starts = lanes.map((_, at) =>
		lanes.slice(0, at).reduce((sum, { times }) => sum + times.length, 0)
	);
	const name = (member: string) => memberName(result, 'contrast', member, context);
	return {
		...common,
		lanes: lanes.map(({ indicator, times }, at) => ({
			indicator,
			from: starts[at] ?? 0,
			to: (starts[at] ?? 0) + times.length
		})),
		categories: lanes.flatMap(({ indicator, times }, lane) =>
			times.map(({ dimension, value, at, isOpen }) => ({
				name: `${nameOf(indicator)}, ${memberName(result, dimension, value, context)}`,
				target: { dimension, value },
				at,
				until: isOpen ? untilOf(result) : undefined,
				lane
			}))
		),
		series: [
			{ name: name('self'), figures: figures(false) },
			{ name: name('rest'), figures: figures(true) }
		],
		range,
		marks: [
			...marksOf(context.events ?? [], (iso) => decimalYear(day(iso)), range),
			...breaksOf(result)
		].sort((a, b) => a.from - b.from)
	};
}
