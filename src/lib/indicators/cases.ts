import type { Dimension, DimensionValues, IndicatorQuery, PeriodUnit } from '../domain';
import { poissonRate, shareOf, type Moments } from '../statistics';
import { NO_BASE, type Cell } from './cells';
import type { Context } from './context';
import type { CaseIndicator } from './definitions';
import { completeCount, estimateFrom } from './estimate';
import { NOT_JUDGED } from './cube';
import { axesOf, masksOf, membersAt, quartierIds, walk } from './filters';
import { groupOf, membersOf } from './members';
import { daysIn, overlap, periodsOf, toDay, yearSpan, type Span } from './period';

/** The stretch of time that a query about cases is about: what is asked, as far as the data go. */
export const spanOf = (query: IndicatorQuery, { coverage }: Context): Span | null => {
	if (!coverage) return null;
	const span = query.filters.period ? overlap(query.filters.period, coverage) : coverage;
	return span.to < span.from ? null : span;
};

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

type Counted = { n: number; successes: number };

/** The cells of a query by the values of its dimensions, in their order. */
const keyOf = (by: readonly Dimension[], dimensions: DimensionValues): string =>
	JSON.stringify(by.map((dimension) => dimensions[dimension]));

/** The first of the spans, in order, that ends on a day or later; their number where none does. */
function firstEndingBy(day: number, ends: readonly number[]): number {
	let [low, high] = [0, ends.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (ends[middle]! >= day) high = middle;
		else low = middle + 1;
	}
	return low;
}

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

/** Counts per cell by `keyOf`; cells without a case are not there. */
function counted(
	indicator: CaseIndicator,
	query: IndicatorQuery,
	periods: readonly Span[],
	span: Span,
	context: Context
): Map<string, Counted> {
	const { cases } = context.cube;
	const others = query.by.filter((dimension) => dimension !== 'period');
	const axes = axesOf(others, cases, query, context);
	const bounds = [toDay(span.from), toDay(span.to)] as const;
	const ends = periods.map((period) => Math.min(toDay(period.to), bounds[1]));
	const found = new Map<number, Counted[]>();
	walk([0, cases.length], masksOf(query, cases, context), axes, (row, combination) => {
		const success = cases.success[row]!;
		if (indicator.judged && success === NOT_JUDGED) return;
		let counts = found.get(combination);
		if (!counts) found.set(combination, (counts = periods.map(() => ({ n: 0, successes: 0 }))));
		const [from, to] = periodsOfCase(context.cube, row, indicator.on, bounds, ends);
		for (let period = from; period < to; period++) {
			counts[period]!.n++;
			if (success === 1) counts[period]!.successes++;
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

/** Every combination of members, so that a cell without a case is a zero and not a gap. */
function grid(
	by: readonly Dimension[],
	periods: Span[],
	query: IndicatorQuery,
	context: Context
): DimensionValues[] {
	return by.reduce<DimensionValues[]>(
		(cells, dimension) => {
			const group = groupOf(dimension);
			const wanted =
				dimension === 'quartier'
					? query.filters.quartier
					: group === null
						? undefined
						: query.filters.groups?.[group];
			const values =
				dimension === 'period'
					? periods.map((period) => period.from)
					: membersOf(dimension, context)
							.map((member) => member.value)
							.filter((value) => !wanted || wanted.includes(value));
			return cells.flatMap((cell) => values.map((value) => ({ ...cell, [dimension]: value })));
		},
		[{}]
	);
}

const successMoments = (n: number, successes: number): Moments => ({
	n,
	sw: n,
	swy: successes,
	swyy: successes,
	sww: n,
	swwy: successes,
	swwyy: successes
});

function estimateOf(indicator: CaseIndicator, { n, successes }: Counted, base: number | null) {
	if (indicator.kind === 'count') return completeCount(n, n, n);
	if (indicator.kind === 'share') {
		return n === 0 ? NO_BASE : estimateFrom(shareOf(successMoments(n, successes)), n, n);
	}
	return base === null
		? { ...NO_BASE, n }
		: // Few cases make a wide interval, which says so itself; a count is complete at any size.
			{ ...estimateFrom(poissonRate(n, base), n, base * 1000), protection: 'open' as const };
}

/** Cells of one case indicator. `unit` is the unit of the dimension `period`. */
export function caseCells(
	indicator: CaseIndicator,
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): Cell[] {
	const span = spanOf(query, context);
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
		const { n, successes } = counts.get(keyOf(query.by, dimensions)) ?? { n: 0, successes: 0 };
		const base = indicator.kind === 'rate' ? baseOf(dimensions) : n;
		return {
			indicator,
			dimensions,
			estimate: estimateOf(indicator, { n, successes }, base),
			...(indicator.kind === 'share' && n > 0
				? { moments: successMoments(n, successes), weighted: false }
				: {}),
			...(indicator.kind === 'rate' && base !== null ? { count: { events: n, base } } : {})
		};
	});
}
