import {
	indicatorQuerySchema,
	isSettled,
	RECORD_KINDS,
	scaleSignature,
	type Dimension,
	type IndicatorQuery,
	type IndicatorQueryInput,
	type IndicatorResult,
	type ResultNote,
	type PeriodUnit
} from '../domain';
import { isPerAnswer } from './families/answers/cells';
import { cellsOf, coverageOf } from './families';
import { breaksOf } from './families/answers/breaks';
import type { Cell } from './cell';
import { changes } from './compare/change';
import type { Context } from './cube/context';
import { definitionOf, indicatorById, type AnswerIndicator } from './definitions';
import { ignoresMembers } from './cube/filters';
import { domainsOf, type CellDomains } from './domains';
import { within } from './cube/grid';
import { membersOf } from './cube/members';
import { periodsOf } from './cube/period';
import { canStandardise } from './families/answers/standardised';
import { inOrder, itemsIn, membersIn, wavesIn } from './result-parts';
import { tableTests, trendTests } from './compare/hypothesis-tests';
import { isAsked, primaryItems, withTestFamily } from './compare/test-family';
import { unsettledOf } from './families/answers/unsettled';

/** What figures are before it is decided who may see them. */
export type Estimated = Omit<IndicatorResult, 'audience'> & {
	/** Whom the figure of each row is about, in the order of the rows: for what is handed over. */
	domains: () => CellDomains;
};

/** True where the cells of an indicator come from items whose scales differ. */
function unlikeScales(
	indicators: readonly AnswerIndicator[],
	cells: readonly Cell[],
	context: Context
): boolean {
	const waves = new Set(cells.map((cell) => cell.dimensions.wave));
	const ids = context.catalog.waves
		.filter((wave) => waves.has(undefined) || waves.has(wave.key))
		.map((wave) => wave.id);
	return indicators.some(({ items }) => {
		if (items.derived || items.topic === undefined) return false;
		const used = context.catalog.items.filter(
			(item) =>
				!item.derived &&
				isSettled(item.scale) &&
				item.topic === items.topic &&
				(!items.kinds || items.kinds.includes(item.scale.kind)) &&
				context.asked.some((one) => one.item === item.id && ids.includes(one.wave))
		);
		return new Set(used.map((item) => scaleSignature(item.scale))).size > 1;
	});
}

/** The context in which open answers are an item; without items where they were not read. */
const openAnswersFor = (open: AnswerIndicator, query: IndicatorQuery, given: Context): Context =>
	given.openAnswers?.asItem(open, query, given) ?? {
		...given,
		catalog: { ...given.catalog, items: [] }
	};

/**
 * Answers a query without any protection: for `disclosure` alone, which decides what may be seen.
 * `unit` replaces the query's unit of time.
 *
 * @throws ZodError for a query that is none, RangeError for an unknown indicator or a dimension that
 * it does not have
 */
export function estimateQuery(
	given: Context,
	input: IndicatorQueryInput,
	unit: PeriodUnit | undefined = input.period
): Estimated {
	const query = indicatorQuerySchema.parse(input);
	const indicators = query.indicators.map(indicatorById);
	const fromAnswers = indicators.filter((indicator) => indicator.family === 'answer');
	const open = fromAnswers.find((indicator) => indicator.open);
	if (open && indicators.length > 1)
		throw new RangeError(`${open.id} is asked for by itself, not beside other figures`);
	const context = open ? openAnswersFor(open, query, given) : given;
	// What is tested together is worked out together, so that no verdict depends on what else is asked for.
	const whole = withTestFamily(query);
	// Answers first: the others of a query stand beside them.
	const family = cellsOf(
		whole.indicators
			.map(indicatorById)
			.toSorted(
				(one, other) => Number(other.family === 'answer') - Number(one.family === 'answer')
			),
		whole,
		unit,
		context
	);
	const cells = whole === query ? family : family.filter((cell) => isAsked(cell, query));

	const [record] = indicators.filter((indicator) => indicator.family === 'record');
	const timed = record ?? indicators.find((indicator) => indicator.family === 'case');
	const span = timed ? within(coverageOf(timed, context), query) : null;
	const periods = unit && span && query.by.includes('period') ? periodsOf(unit, span) : [];
	const dimensions: Dimension[] = [...query.by];
	if (indicators.some(isPerAnswer)) dimensions.push('answer');
	const starts = periods.map((period) => period.from);
	const changed = changes(
		family,
		query,
		(dimension) =>
			dimension === 'period' ? starts : membersOf(dimension, context).map(({ value }) => value),
		primaryItems(context.catalog),
		(dimension, key) =>
			dimension === 'wave'
				? (context.catalog.waves.find((wave) => wave.key === key)?.name ?? key)
				: unit === 'year'
					? key.slice(0, 4)
					: undefined
	);

	const tests = tableTests(cells, query);
	const trends = trendTests(family, query, context).filter(({ indicator, dimensions }) =>
		isAsked({ indicator: indicatorById(indicator), dimensions }, query)
	);

	const notes: ResultNote[] = [];
	if (unlikeScales(fromAnswers, cells, context)) notes.push('unlike-scales');
	const standardised = (query.standardise ?? []).length > 0 && fromAnswers.some(canStandardise);
	// With a single stratum every figure is what it was.
	const strata = Math.max(0, ...cells.map((cell) => cell.strata ?? 0));
	if (standardised) notes.push(strata > 1 ? 'standardised' : 'not-standardised');
	else if (cells.some((cell) => cell.weighted)) notes.push('weighted');
	if (span && periods.some((period) => period.to > span.to)) notes.push('incomplete-period');
	const noDwellings = cells.some(
		(cell) => cell.indicator.kind === 'rate' && cell.estimate.protection === 'no-base'
	);
	if (noDwellings) notes.push('no-dwellings');
	// Visits and partners are not known by age or household.
	const isPersonal = !record || RECORD_KINDS[record.records].personal;
	if (!isPersonal && query.filters.groups) notes.push('groups-ignored');
	const recorded = record ? context.cube.records[record.records] : context.cube.cases;
	if (span && ignoresMembers(query, recorded)) notes.push('members-ignored');

	const breaks =
		query.by.includes('wave') || query.compare === 'previous-wave'
			? breaksOf(fromAnswers, query, context)
			: [];
	if (breaks.some(({ of }) => of === undefined)) notes.push('wording-changed');
	if (breaks.some(({ of }) => of === 'items')) notes.push('items-changed');
	const members = membersIn(cells, dimensions, starts, breaks, context);

	const ordered = inOrder(cells, dimensions, members);
	return {
		query,
		definitions: indicators.map(definitionOf),
		waves: wavesIn(cells, query, context),
		items: itemsIn(cells, breaks, context),
		breaks,
		unsettled: unsettledOf(fromAnswers, query, context),
		rows: ordered.map((cell) => {
			const change = changed.get(cell);
			return {
				indicator: cell.indicator.id,
				dimensions: cell.dimensions,
				estimate: cell.estimate,
				...(change ? { change } : {})
			};
		}),
		members,
		domains: () => domainsOf(ordered, query, unit, context),
		...(tests.length > 0 ? { tests } : {}),
		...(trends.length > 0 ? { trends } : {}),
		...(unit && query.by.includes('period') ? { period: unit } : {}),
		...(span ? { coverage: span } : {}),
		notes
	};
}
