import type { Dimension, DimensionValues, IndicatorQuery, PeriodUnit } from '../domain';
import type { Engine } from '../engine';
import { poissonRate, shareOf, type Moments } from '../statistics';
import { NO_BASE, type Cell } from './cells';
import type { Context } from './context';
import type { CaseIndicator } from './definitions';
import { completeCount, estimateFrom } from './estimate';
import { breakdown, conditions, groupOf, quartierIds } from './filters';
import { membersOf } from './members';
import { daysIn, overlap, periodsOf, yearSpan, type Span } from './period';

/** The stretch of time that a query about cases is about: what is asked, as far as the data go. */
export const spanOf = (query: IndicatorQuery, { coverage }: Context): Span | null => {
	if (!coverage) return null;
	const span = query.filters.period ? overlap(query.filters.period, coverage) : coverage;
	return span.to < span.from ? null : span;
};

const date = (day: string): string => `DATE '${day}'`;

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

type Counted = { dimensions: DimensionValues; n: number; successes: number };

/** Counts per cell, as the database has them: cells without a case are not there. */
async function counted(
	engine: Engine,
	indicator: CaseIndicator,
	query: IndicatorQuery,
	periods: Span[],
	span: Span,
	context: Context,
	signal?: AbortSignal
): Promise<Counted[]> {
	const { selects, joins } = breakdown(query, context, 'c');
	const position = query.by.indexOf('period');
	const ends = periods.map(
		(period) => `(${date(period.from)}, ${date(period.to < span.to ? period.to : span.to)})`
	);
	const where = conditions(query, context, 'c');
	if (indicator.condition) where.push(indicator.condition);
	let from = 'support_case c';
	if (indicator.on === 'stock') {
		from += ` JOIN (VALUES ${ends.join(', ')}) p(first, last) ON c.opened <= p.last AND (c.closed IS NULL OR c.closed > p.last)`;
	} else {
		from += ` JOIN (VALUES ${ends.join(', ')}) p(first, last) ON c.${indicator.on} BETWEEN p.first AND p.last`;
		where.push(`c.${indicator.on} BETWEEN ${date(span.from)} AND ${date(span.to)}`);
	}
	const keys = [...selects, ...(position >= 0 ? [`p.first AS d${position}`] : [])];
	const rows = await engine.query(
		`SELECT ${[...keys, 'count(*) AS n', `sum(CASE WHEN ${indicator.success ?? 'FALSE'} THEN 1 ELSE 0 END) AS successes`].join(', ')}
		FROM ${from} ${joins.join(' ')} ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
		${keys.length > 0 ? `GROUP BY ${keys.map((_, index) => index + 1).join(', ')}` : ''}`,
		{ signal }
	);
	const names = query.by.map(
		(dimension) => new Map(membersOf(dimension, context).map(({ id, value }) => [id, value]))
	);
	return rows.map((row) => ({
		n: Number(row['n']),
		successes: Number(row['successes'] ?? 0),
		dimensions: Object.fromEntries(
			query.by.map((dimension, index) => [
				dimension,
				dimension === 'period'
					? new Date(Number(row[`d${index}`])).toISOString().slice(0, 10)
					: (names[index]?.get(Number(row[`d${index}`])) ?? '')
			])
		)
	}));
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

function estimateOf(
	indicator: CaseIndicator,
	{ n, successes }: Omit<Counted, 'dimensions'>,
	base: number | null
) {
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
export async function caseCells(
	engine: Engine,
	indicator: CaseIndicator,
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context,
	signal?: AbortSignal
): Promise<Cell[]> {
	const span = spanOf(query, context);
	if (!span) return [];
	const byPeriod = query.by.includes('period') && unit;
	const periods = byPeriod ? periodsOf(unit, span) : [span];
	const rows = await counted(engine, indicator, query, periods, span, context, signal);
	const known = new Map(
		rows.map((row) => [JSON.stringify(query.by.map((d) => row.dimensions[d])), row])
	);
	const asked = quartierIds(
		query.filters.quartier ?? context.catalog.quartiere.map((one) => one.key),
		context
	);

	return grid(query.by, periods, query, context).map((dimensions) => {
		const row = known.get(JSON.stringify(query.by.map((d) => dimensions[d])));
		const n = row?.n ?? 0;
		const successes = row?.successes ?? 0;
		const period = periods.find((one) => one.from === dimensions.period) ?? span;
		const [own] = quartierIds([query.contrast ?? ''], context);
		const quartiere = asked.filter((id) => {
			if (dimensions.contrast) return (id === own) === (dimensions.contrast === 'self');
			if (dimensions.quartier) return quartierIds([dimensions.quartier], context).includes(id);
			return true;
		});
		const base =
			indicator.kind === 'rate' ? dwellingYears(quartiere, overlap(period, span), context) : n;
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
