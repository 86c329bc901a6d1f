import {
	NOT_KNOWN,
	type Dimension,
	type Domain,
	type Domains,
	type IndicatorQuery,
	type PeriodUnit
} from '../domain';
import type { Amounts, Cell } from './cell';
import type { Context } from './cube/context';
import { actsOn } from './cube/filters';
import { within } from './cube/grid';
import { membersOf } from './cube/members';
import { overlap, periodsOf } from './cube/period';
import { indicatorById, type Indicator } from './definitions';
import { countLike, KINDS } from './domain-counts';
import { additivityOf, columnsOf, countedBy, coverageOf } from './families';
import { canStandardise } from './families/answers/standardised';

const known = (dimension: Dimension, context: Context): string[] =>
	membersOf(dimension, context).map(({ value }) => value);

const all = (dimension: Dimension, context: Context): string[] => [
	...known(dimension, context),
	NOT_KNOWN
];

const isStandardised = (indicator: Indicator): boolean =>
	indicator.family === 'answer' && canStandardise(indicator);

/** What a member of a dimension stands for among the members of the dimension that is filtered. */
function keptBy(
	dimension: Dimension,
	value: string,
	{ contrast = '' }: IndicatorQuery,
	context: Context
): [Dimension, string[]] {
	if (dimension !== 'contrast') return [dimension, [value]];
	const others = () => all('quartier', context).filter((one) => one !== contrast);
	return ['quartier', value === 'self' ? [contrast] : others()];
}

/** Dimensions that filters keep members of. */
function filtered({ quartier, wave, groups, members }: IndicatorQuery['filters']) {
	const found: [Dimension, readonly string[]][] = [];
	if (quartier) found.push(['quartier', quartier]);
	if (wave) found.push(['wave', wave]);
	for (const [name, kept] of Object.entries(groups ?? {})) found.push([`group:${name}`, kept]);
	for (const [name, kept] of Object.entries(members ?? {})) found.push([name as Dimension, kept]);
	return found;
}

/** What comes to a stock and goes from it, as populations. */
function flowsOf(
	indicator: Indicator,
	query: IndicatorQuery,
	context: Context
): Domain['flows'] | undefined {
	const { balance } = additivityOf(indicator.id);
	const coverage = coverageOf(indicator, context);
	if (balance?.stock !== indicator.id || !coverage) return undefined;
	const populationOf = (id: string) =>
		countedBy({ indicator: indicatorById(id), dimensions: {} }, query, context).population;
	const { from: since } = coverage;
	return { in: populationOf(balance.in), out: populationOf(balance.out), since };
}

/** Whom the figure of a cell is about; a filter that does not act on it is none. */
function domainOf(
	cell: Pick<Cell, 'indicator' | 'dimensions'>,
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): Domain {
	const { indicator, dimensions } = cell;
	const columns = columnsOf(indicator, context);
	const kept = new Map<Dimension, string[]>();
	const keep = (dimension: Dimension, some: readonly string[]) => {
		const before = kept.get(dimension);
		const both = before ? some.filter((one) => before.includes(one)) : some;
		kept.set(dimension, [...new Set(both)].sort());
	};
	for (const [dimension, some] of filtered(query.filters))
		if (actsOn(dimension, columns)) keep(dimension, some);
	for (const [name, value = ''] of Object.entries(dimensions)) {
		const dimension = name as Dimension;
		if (!KINDS.has(dimension)) keep(...keptBy(dimension, value, query, context));
	}
	// The strata are those of the known groups.
	if (isStandardised(indicator))
		for (const group of query.standardise ?? []) {
			const dimension = `group:${group}` as const;
			keep(dimension, known(dimension, context));
		}
	const { population, isStock } = countedBy(cell, query, context);
	const members = Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1)));
	const span = within(coverageOf(indicator, context), query);
	if (!span) return { population, members };
	const first = dimensions.period;
	const [own = span] =
		first !== undefined && unit ? periodsOf(unit, { from: first, to: first }) : [];
	const period = overlap(own, span);
	if (!isStock) return { population, members, period };
	const flows = flowsOf(indicator, query, context);
	return { population, members, at: period.to, ...(flows ? { flows } : {}) };
}

type OwnCell = Pick<Cell, 'indicator' | 'dimensions' | 'estimate' | 'amounts'>;

/** What a figure tells beside its own count: how many hits a share has, or of how many it is a share. */
function toldBeside(
	{ indicator, dimensions, estimate: { value, n, base } }: OwnCell,
	domain: Domain,
	query: IndicatorQuery,
	context: Context
): { domain: Domain; n: number } | null {
	if (value === null || n === null) return null;
	if (indicator.family === 'record' && indicator.statistic.of === 'share') {
		const { column: when } = indicator.statistic;
		const hits: Indicator = { ...indicator, when, statistic: { of: 'count' } };
		const { population } = countedBy({ indicator: hits, dimensions }, query, context);
		return { domain: { ...domain, population }, n: Math.round(value * n) };
	}
	const last = query.by.at(-1);
	const isPart = indicator.family === 'response' && indicator.statistic === 'composition';
	if (!isPart || last === undefined || base === null) return null;
	// All that are known in the last dimension, as far as the filters keep them.
	const dimension = last === 'contrast' ? 'quartier' : last;
	const kept = new Map(filtered(query.filters)).get(dimension);
	const whole = (last === 'contrast' ? all : known)(dimension, context);
	const own = kept ? whole.filter((one) => kept.includes(one)) : whole;
	return {
		domain: { ...domain, members: { ...domain.members, [dimension]: own.sort() } },
		n: base
	};
}

/** Whom the figures of cells are about, what they tell beside, and how many are in any other domain. */
export type CellDomains = Domains & {
	beside: readonly { row: number; domain: Domain; n: number }[];
	count: (domain: Domain) => number | null;
	/** of each row that is a sum of amounts, what says whether one makes up most of it */
	amounts: readonly (Amounts | null)[];
	/** of each row the wording of the one item that its figure is of; '' where it is of none or of several */
	wordings: readonly string[];
};

/** Whom the figures of cells are about. */
export function domainsOf(
	cells: readonly OwnCell[],
	query: IndicatorQuery,
	unit: PeriodUnit | undefined,
	context: Context
): CellDomains {
	const each = cells.map((cell) => domainOf(cell, query, unit, context));
	const named = new Set(each.flatMap(({ members }) => Object.keys(members) as Dimension[]));
	const universe = Object.fromEntries(
		[...named].map((dimension) => [dimension, known(dimension, context)])
	);
	const first = new Map<string, OwnCell>();
	each.forEach(({ population }, at) => {
		if (!first.has(population)) first.set(population, cells[at]!);
	});
	const counts = new Map<string, number | null>();
	return {
		...{ each, universe },
		amounts: cells.map(({ amounts = null }) => amounts),
		wordings: cells.map(({ dimensions }) => {
			const { item: [only, ...others] = [] } = query.filters;
			const key = dimensions.item ?? (others.length === 0 ? only : undefined);
			return context.catalog.items.find((one) => one.key === key)?.text ?? '';
		}),
		beside: cells.flatMap((cell, row) => {
			const told = toldBeside(cell, each[row]!, query, context);
			return told ? [{ row, ...told }] : [];
		}),
		count: (domain) => {
			const key = JSON.stringify(domain);
			const like = first.get(domain.population);
			if (!counts.has(key)) counts.set(key, like ? countLike(like, query, context)(domain) : null);
			return counts.get(key) ?? null;
		}
	};
}
