import type { DimensionValues, Estimate, IndicatorQuery, PeriodUnit } from '../../../domain';
import {
	kaplanMeier,
	meanOf,
	medianDuration,
	momentsOf,
	momentsOfCount,
	poissonRate,
	shareOf
} from '../../../statistics';
import { NO_BASE, type Cell } from '../../cell';
import type { Context } from '../../cube/context';
import type { CaseIndicator } from '../../definitions';
import { completeCount, estimateFrom } from '../../estimate';
import { NOT_JUDGED, STILL_OPEN } from '../../cube/cube';
import { axesOf, masksOf, membersAt, quartierIds, walk } from '../../cube/filters';
import { firstEndingBy, grid, keyOf, within } from '../../cube/grid';
import { daysIn, overlap, periodsOf, toDay, yearSpan, type Span } from '../../cube/period';

/** Thousand dwelling years of the Quartiere in a span; null where the dwellings of a year are not known. */
function dwellingYears(
	quartiere: readonly number[],
	span: Span,
	{ years }: Context
): number | null {
	let sum = 0;
	for (let year = Number(span.from.slice(0, 4)); year <= Number(span.to.slice(0, 4)); year++) {
		const part = daysIn(overlap(yearSpan(year), span)) / daysIn(yearSpan(year));
		for (const quartier of quartiere) {
			const known = years.find((one) => one.quartier === quartier && one.year === year);
			if (!known) return null;
			sum += (known.dwellings * part) / 1000;
		}
	}
	return sum > 0 ? sum : null;
}

/** What is counted in a cell: cases, successes among them, and what a mean or a duration is made of. */
type Counted = { n: number; successes: number; values: number[]; ended: boolean[] };

/** The periods to which a case belongs, from one to before another. */
function periodsOfCase(
	{ cases }: Context['cube'],
	row: number,
	on: CaseIndicator['on'],
	[first, last]: readonly [number, number],
	ends: readonly number[]
): [number, number] {
	if (on === 'stock') {
		return [firstEndingBy(cases.opened[row]!, ends), firstEndingBy(cases.closed[row]!, ends)];
	}
	const day = cases[on][row]!;
	if (day < first || day > last) return [0, 0];
	const period = firstEndingBy(day, ends);
	return [period, period + 1];
}

/** What a case adds to a mean or a duration; null where nothing is known, undefined where nothing is asked. */
function valueOf(
	{ kind, per, curve }: CaseIndicator,
	cases: Context['cube']['cases'],
	row: number,
	lastDay: number
): number | null | undefined {
	if (kind === 'duration' || curve)
		return Math.min(cases.closed[row]!, lastDay) - cases.opened[row]!;
	if (per === undefined) return undefined;
	// A case without a single contact was worked on, but its contacts were not written down.
	return cases[per][row]! > 0 ? cases[per][row]! : null;
}

/** Counts per cell by `keyOf`; cells without a case are not there. */
function counted(
	indicator: CaseIndicator,
	query: IndicatorQuery,
	periods: readonly Span[],
	span: Span,
	context: Context
): Map<string, Counted> {
	const { cases } = context.cube;
	const others = query.by.filter((dimension) => dimension !== 'period' && dimension !== 'elapsed');
	const axes = axesOf(others, cases, query, context);
	const bounds = [toDay(span.from), toDay(span.to)] as const;
	const ends = periods.map((period) => Math.min(toDay(period.to), bounds[1]));
	const lastDay = toDay(context.coverage?.to ?? span.to);
	const found = new Map<number, Counted[]>();
	walk([0, cases.length], masksOf(query, cases, context), axes, (row, combination) => {
		const success = cases.success[row]!;
		if (indicator.judged && success === NOT_JUDGED) return;
		const value = valueOf(indicator, cases, row, lastDay);
		if (value === null) return;
		let counts = found.get(combination);
		if (!counts) {
			counts = periods.map(() => ({ n: 0, successes: 0, values: [], ended: [] }));
			found.set(combination, counts);
		}
		const [from, to] = periodsOfCase(context.cube, row, indicator.on, bounds, ends);
		for (let period = from; period < to; period++) {
			const cell = counts[period]!;
			cell.n++;
			if (success === 1) cell.successes++;
			if (value === undefined) continue;
			cell.values.push(value);
			cell.ended.push(cases.closed[row] !== STILL_OPEN);
		}
	});
	const cells = new Map<string, Counted>();
	for (const [combination, counts] of found) {
		const members = membersAt(combination, axes);
		counts.forEach((count, index) =>
			cells.set(keyOf(query.by, { ...members, period: periods[index]?.from ?? '' }), count)
		);
	}
	return cells;
}

/** Median duration with the cases still open as censored; nothing where fewer than half have ended. */
function durationOf({ n, values, ended }: Counted): Estimate {
	const median = medianDuration(kaplanMeier(values, ended));
	if (!median) return { ...NO_BASE, n };
	return estimateFrom({ ...median, standardError: null }, n, n);
}

function estimateOf(indicator: CaseIndicator, cell: Counted, base: number | null): Estimate {
	const { n, successes, values } = cell;
	if (indicator.kind === 'count') return completeCount(n, n, n);
	if (indicator.kind === 'share') {
		return n === 0 ? NO_BASE : estimateFrom(shareOf(momentsOfCount(successes, n)), n, n);
	}
	if (indicator.kind === 'duration') return durationOf(cell);
	if (indicator.kind === 'mean') {
		return n === 0 ? NO_BASE : estimateFrom(meanOf(momentsOf(values)), n, n);
	}
	return base === null
		? { ...NO_BASE, n }
		: // Few cases make a wide interval, which says so itself; a count is complete at any size.
			{ ...estimateFrom(poissonRate(n, base), n, base * 1000), protection: 'open' as const };
}

/**
 * The share of cases that go on after so many days. Beyond the longest observation nothing is known;
 * n are those observed for so long, so that the tail, which is few cases, is hidden as any few are.
 */
function curvePoint({ values, ended }: Counted, days: number): Estimate {
	const n = values.filter((value) => value >= days).length;
	if (n === 0) return NO_BASE;
	const last = kaplanMeier(values, ended)
		.filter(({ time }) => time <= days)
		.at(-1);
	const { survival, low, high } = last ?? { survival: 1, low: 1, high: 1 };
	const known = Number.isNaN(low) ? { low: null, high: null } : { low, high };
	return estimateFrom({ value: survival, ...known, standardError: null }, n, n);
}

const NOTHING: Counted = { n: 0, successes: 0, values: [], ended: [] };

/** Cells of one case indicator. `unit` is the unit of the dimension `period`. */
export function caseCells(
	indicator: CaseIndicator,
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): Cell[] {
	const span = within(context.coverage, query);
	if (!span) return [];
	const byPeriod = query.by.includes('period') && unit;
	const periods = byPeriod ? periodsOf(unit, span) : [span];
	const counts = counted(indicator, query, periods, span, context);
	const asked = quartierIds(
		query.filters.quartier ?? context.catalog.quartiere.map((one) => one.key),
		context
	);
	const own = quartierIds([query.contrast ?? ''], context);
	const baseOf = ({ quartier, contrast, period }: DimensionValues): number | null => {
		const named = quartier === undefined ? asked : quartierIds([quartier], context);
		const quartiere = asked.filter(
			(id) =>
				named.includes(id) && (contrast === undefined || own.includes(id) === (contrast === 'self'))
		);
		const within = periods.find((one) => one.from === period) ?? span;
		return dwellingYears(quartiere, overlap(within, span), context);
	};

	return grid(query.by, periods, query, context).map((dimensions) => {
		const { elapsed, ...others } = dimensions;
		const cell = counts.get(keyOf(query.by, others)) ?? NOTHING;
		if (indicator.curve) {
			return { indicator, dimensions, estimate: curvePoint(cell, Number(elapsed ?? 0)) };
		}
		const { n, successes, values } = cell;
		const base = indicator.kind === 'rate' ? baseOf(dimensions) : n;
		return {
			indicator,
			dimensions,
			estimate: estimateOf(indicator, cell, base),
			...(indicator.kind === 'share' && n > 0
				? { moments: momentsOfCount(successes, n), weighted: false }
				: {}),
			...(indicator.kind === 'mean' && n > 0
				? { moments: momentsOf(values), weighted: false }
				: {}),
			...(indicator.kind === 'rate' && base !== null ? { count: { events: n, base } } : {})
		};
	});
}
