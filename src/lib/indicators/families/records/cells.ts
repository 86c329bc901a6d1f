import type { DimensionValues, Estimate, IndicatorQuery, PeriodUnit } from '../../../domain';
import { momentsOfCount, shareOf } from '../../../statistics';
import { NO_BASE, type Amounts, type Cell } from '../../cell';
import type { Context } from '../../cube/context';
import type { RecordIndicator } from '../../definitions';
import { completeCount, estimateFrom } from '../../estimate';
import { axesOf, masksOf, membersAt, walk } from '../../cube/filters';
import { firstEndingBy, grid, keyOf, within } from '../../cube/grid';
import { fromDay, monthEnd, monthStart, periodsOf, toDay, type Span } from '../../cube/period';
import { NO_DAY, UNKNOWN, type RecordFamily } from './tables';

/** Columns of days of each family. */
const DAYS: Record<RecordFamily, readonly string[]> = {
	contact: ['day'],
	rentDebt: ['day'],
	benefit: ['advised_day', 'entitled_day', 'applied_day', 'granted_day'],
	meetingPlaceDay: ['day'],
	cooperation: ['since', 'until']
};

/**
 * First and last day that records of a family cover, whole months: before them nothing was recorded,
 * which is not nothing. Cooperations go on for as long as the case statistics.
 */
export function recordCoverage(family: RecordFamily, context: Context): Span | null {
	const cells = context.cube.records[family];
	let [first, last] = [Infinity, -Infinity];
	for (const name of DAYS[family]) {
		for (const day of cells[name] ?? []) {
			if (day === NO_DAY) continue;
			first = Math.min(first, day);
			last = Math.max(last, day);
		}
	}
	if (cells.length === 0) return null;
	if (first > last) return context.coverage;
	const own = { from: monthStart(fromDay(first)), to: monthEnd(fromDay(last)) };
	const end = family === 'cooperation' ? (context.coverage?.to ?? own.to) : own.to;
	return { from: own.from, to: end > own.to ? end : own.to };
}

/** What is added up in a cell. */
type Sums = { n: number; sum: number; whole: number; days: Set<string>; amounts: Amounts };

const none = (): Sums => ({
	...{ n: 0, sum: 0, whole: 0, days: new Set() },
	amounts: { first: 0, second: 0, sum: 0 }
});

/** Adds an amount to what is known of the largest ones. */
function addAmount(into: Amounts, amount: number): void {
	const size = Math.abs(amount);
	into.sum += size;
	if (size > into.first) [into.first, into.second] = [size, into.first];
	else if (size > into.second) into.second = size;
}

type ReadColumn = (column: string) => number;

/** Adds a record to a cell, as its statistic asks. False where the record says nothing to it. */
function add(into: Sums, { statistic }: RecordIndicator, row: ReadColumn): void {
	switch (statistic.of) {
		case 'count':
		case 'cost':
			break;
		case 'sum':
			into.sum += row(statistic.column);
			addAmount(into.amounts, row(statistic.column));
			break;
		case 'share':
			if (row(statistic.column) === UNKNOWN) return;
			into.sum += row(statistic.column);
			break;
		case 'different':
			into.days.add(String(row(statistic.column)));
			break;
		case 'days':
			into.days.add(`${row(statistic.column)} ${row('day')}`);
			break;
		case 'per-day':
			into.sum += row(statistic.column);
			into.days.add(`${row(statistic.days)} ${row('day')}`);
			break;
		case 'portion':
			into.sum += row(statistic.column);
			into.whole += row(statistic.whole);
			break;
	}
	into.n++;
}

/** The figure of a cell. All but shares are complete counts: they have no interval. */
function estimateOf({ statistic }: RecordIndicator, sums: Sums, query: IndicatorQuery): Estimate {
	const { n, sum, whole, days } = sums;
	switch (statistic.of) {
		case 'count':
			return completeCount(n, n, n);
		case 'sum':
			return completeCount(sum, n, n);
		case 'different':
		case 'days':
			return completeCount(days.size, days.size, days.size);
		case 'per-day':
			return days.size === 0 ? NO_BASE : completeCount(sum / days.size, days.size, days.size);
		case 'portion':
			return whole === 0 ? NO_BASE : completeCount(sum / whole, whole, whole);
		case 'share':
			return n === 0 ? NO_BASE : estimateFrom(shareOf(momentsOfCount(sum, n)), n, n);
		case 'cost': {
			const { evictionCost: cost } = query;
			if (!cost) return { ...NO_BASE, n };
			const middle = (n * (cost.low + cost.high)) / 2;
			return { ...completeCount(middle, n, n), low: n * cost.low, high: n * cost.high };
		}
	}
}

/** Sums per cell by `keyOf`; cells without a record are not there. */
function summed(
	indicator: RecordIndicator,
	query: IndicatorQuery,
	periods: readonly Span[],
	span: Span,
	context: Context
): Map<string, Sums> {
	const cells = context.cube.records[indicator.records];
	const others = query.by.filter((dimension) => dimension !== 'period');
	const axes = axesOf(others, cells, query, context);
	const [first, last] = [toDay(span.from), toDay(span.to)];
	const ends = periods.map((period) => Math.min(toDay(period.to), last));
	const stock = indicator.on === 'stock';
	const found = new Map<number, Sums[]>();
	walk([0, cells.length], masksOf(query, cells, context), axes, (at, combination) => {
		const row: ReadColumn = (column) => cells[column]?.[at] ?? 0;
		if (indicator.when !== undefined && row(indicator.when) !== 1) return;
		let sums = found.get(combination);
		if (!sums) found.set(combination, (sums = periods.map(none)));
		if (stock) {
			const until = row('until');
			ends.forEach((end, period) => {
				if (row('since') <= end && (until === NO_DAY || until >= end))
					add(sums[period]!, indicator, row);
			});
			return;
		}
		const day = row(indicator.on);
		if (day < first || day > last) return;
		const own = sums[firstEndingBy(day, ends)];
		if (own) add(own, indicator, row);
	});
	const result = new Map<string, Sums>();
	for (const [combination, sums] of found) {
		const members = membersAt(combination, axes);
		sums.forEach((sum, period) =>
			result.set(keyOf(query.by, { ...members, period: periods[period]?.from ?? '' }), sum)
		);
	}
	return result;
}

/** Cells of one figure from records. `unit` is the unit of the dimension `period`. */
export function recordCells(
	indicator: RecordIndicator,
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): Cell[] {
	const span = within(recordCoverage(indicator.records, context), query);
	if (!span) return [];
	const periods = query.by.includes('period') && unit ? periodsOf(unit, span) : [span];
	const sums = summed(indicator, query, periods, span, context);
	return grid(query.by, periods, query, context).map((dimensions: DimensionValues) => {
		const own = sums.get(keyOf(query.by, dimensions)) ?? none();
		return {
			indicator,
			dimensions,
			estimate: estimateOf(indicator, own, query),
			...(indicator.statistic.of === 'sum' ? { amounts: own.amounts } : {}),
			...(indicator.statistic.of === 'share' && own.n > 0
				? { moments: momentsOfCount(own.sum, own.n), weighted: false }
				: {})
		};
	});
}
