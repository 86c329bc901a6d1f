import type { Change, Dimension, IndicatorQuery } from '../../domain';
import {
	addMoments,
	designDifference,
	newcombe,
	poissonDifference,
	twoProportionsTest,
	waldDifference,
	welch,
	type TestedDifference
} from '../../statistics';
import { grouped, keyWithout, NO_BASE, type Cell } from '../cell';
import { estimateLinear, united } from '../design/cells';
import { estimateAnswers } from '../estimate';
import { adjustedWithin, testFamilyKey } from './test-family';
import { verdictOf } from './verdict';

type Tested = TestedDifference & { t?: number | null; df?: number };

/** Kinds whose difference is one of means, so that two domains of one design can be tested together. */
const isMean = ({ indicator }: Cell): boolean =>
	!['quantile', 'ratio', 'total'].includes(indicator.kind);

/** Difference of two cells by the test that fits their kind; null where one of them is empty. */
function difference(a: Cell, b: Cell): Tested | null {
	if (a.count && b.count) {
		return poissonDifference(a.count.events, a.count.base, b.count.events, b.count.base);
	}
	if (!a.moments || !b.moments || a.moments.n < 1 || b.moments.n < 1) return null;
	if (a.linear && b.linear && a.linear.design === b.linear.design && isMean(a)) {
		const both = united([a.linear, b.linear]);
		const first = a.linear.answers.length;
		return designDifference(both.design, both.answers, both.y, (row) => row < first);
	}
	if (a.linear || b.linear || a.weighted || b.weighted) {
		const point = ({ estimate: { value, low, high, standardError }, moments }: Cell) => ({
			value: value ?? NaN,
			low,
			high,
			standardError,
			df: (moments?.n ?? 0) - 1
		});
		return waldDifference(point(a), point(b));
	}
	if (['share', 'distribution', 'choice'].includes(a.indicator.kind)) {
		const [x1, n1, x2, n2] = [a.moments.swy, a.moments.n, b.moments.swy, b.moments.n];
		return { ...newcombe(x1, n1, x2, n2), p: twoProportionsTest(x1, n1, x2, n2).p };
	}
	return welch(a.moments, b.moments);
}

const TOO_FEW = {
	difference: null,
	low: null,
	high: null,
	pValue: null,
	verdict: 'too-few'
} as const;

/** Whether a cell has as many answers or cases as it needs to be shown. */
const isLarge = ({ indicator, moments, count }: Cell): boolean =>
	count?.events === 0 || (moments?.n ?? count?.events ?? 0) >= indicator.minimumBase;

/** What a cell is compared with, and which rows that is. */
type Partner = { cell: Cell | undefined; of: Cell[] };

/** Several cells of a group as one: what a category is compared with when there are more than two. */
function together(cells: readonly Cell[], query: IndicatorQuery): Cell | undefined {
	const [some] = cells;
	if (some && cells.every(({ count }) => count)) {
		const add = (of: 'events' | 'base') =>
			cells.reduce((total, { count }) => total + (count?.[of] ?? 0), 0);
		const count = { events: add('events'), base: add('base') };
		return { indicator: some.indicator, dimensions: some.dimensions, estimate: NO_BASE, count };
	}
	const [first] = cells.filter(({ moments }) => (moments?.n ?? 0) > 0);
	if (!first) return undefined;
	const moments = cells.flatMap((cell) => (cell.moments ? [cell.moments] : []));
	const sum = moments.reduce(addMoments);
	const linear = cells.flatMap((cell) => (cell.linear ? [cell.linear] : []));
	const weighted = cells.some((cell) => cell.weighted);
	const { indicator, dimensions } = first;
	const rest = { indicator, dimensions, moments: sum, weighted };
	if (indicator.family !== 'answer') return { ...rest, estimate: NO_BASE };
	if (linear.length > 0) {
		const one = united(linear);
		return {
			...rest,
			linear: one,
			// Two domains of one design are tested together, without the estimate of either.
			get estimate() {
				return estimateLinear(indicator, one, query);
			}
		};
	}
	return {
		...rest,
		estimate: estimateAnswers(indicator.kind, sum, { responses: sum.n, weighted })
	};
}

/** The dimension along which cells are compared. */
function dimensionOf(against: NonNullable<IndicatorQuery['compare']>): Dimension {
	if (against === 'rest') return 'contrast';
	if (against === 'previous-wave') return 'wave';
	return against === 'previous-period' || against === 'first-period' ? 'period' : against;
}

/** The cell that each other one is compared with: the wave or period before, the first period, one Quartier, the others or the other categories. */
function partners(
	cells: readonly Cell[],
	query: IndicatorQuery,
	left: Dimension,
	membersOf: (dimension: Dimension) => readonly string[]
): Map<Cell, Partner> {
	const order = left === 'contrast' ? ['rest', 'self'] : membersOf(left);
	const found = new Map<Cell, Partner>();
	for (const group of grouped(cells, (cell) => keyWithout(cell, left))) {
		const place = ({ dimensions }: Cell) => order.indexOf(dimensions[left] ?? '');
		const sorted = group.toSorted((a, b) => place(a) - place(b));
		const pairs = left === 'wave' || left === 'period' || left === 'contrast';
		const one = left === 'quartier' ? query.contrast : undefined;
		if (one !== undefined) {
			const reference = sorted.find(({ dimensions }) => dimensions.quartier === one);
			for (const cell of sorted) {
				if (cell !== reference)
					found.set(cell, { cell: reference, of: reference ? [reference] : [] });
			}
			continue;
		}
		if (pairs || (sorted.length === 2 && left !== 'quartier')) {
			sorted.slice(1).forEach((cell, index) => {
				const before = query.compare === 'first-period' ? sorted[0] : sorted[index];
				found.set(cell, { cell: before, of: before ? [before] : [] });
			});
			const [only] = sorted;
			const alone = left === 'contrast' && sorted.length === 1;
			if (only && alone && only.dimensions.contrast === 'self')
				found.set(only, { cell: undefined, of: [] });
		} else {
			for (const cell of sorted) {
				// A Quartier that is too small to be shown would take the comparison of all others with it.
				const others = sorted.filter(
					(one) => one !== cell && (left !== 'quartier' || isLarge(one))
				);
				found.set(cell, { cell: together(others, query), of: others });
			}
		}
	}
	return found;
}

/**
 * What changed, per cell: difference, interval and p value, adjusted within its family of tests (see
 * `testFamilyKey`). Complete counts are not tested: they are what they are.
 *
 * @param cells of the whole family of what is asked for
 * @param primary see `primaryItems`
 * @param timeName what a wave or a period is called; undefined where it has no name in every language
 */
export function changes(
	cells: readonly Cell[],
	query: IndicatorQuery,
	membersOf: (dimension: Dimension) => readonly string[],
	primary: ReadonlySet<string>,
	timeName: (dimension: 'wave' | 'period', key: string) => string | undefined = (_, key) => key
): Map<Cell, Change> {
	const against = query.compare;
	if (!against) return new Map();
	const left = dimensionOf(against);
	const within = left === 'arrival' || left.startsWith('group:') ? [left] : [];
	const sinceOf = (before: Cell | undefined): Pick<Change, 'since'> => {
		if (left !== 'wave' && left !== 'period') return {};
		const since = timeName(left, before?.dimensions[left] ?? '');
		return before && since !== undefined ? { since } : {};
	};
	const tested = [...partners(cells, query, left, membersOf)]
		.filter(([cell]) => !cell.indicator.completeCount)
		.map(([cell, { cell: partner, of }]) => ({
			cell,
			reference: (of.length === 1 ? of[0]!.dimensions : null) as Change['reference'],
			...sinceOf(of[0]),
			...(of.length > 1
				? { references: of.map(({ dimensions }) => dimensions as Record<string, string>) }
				: {}),
			test: partner ? difference(cell, partner) : null
		}));
	const adjusted = adjustedWithin(
		tested.map(({ cell, test }) => ({ family: testFamilyKey(cell, within, primary), p: test?.p }))
	);
	const result = new Map<Cell, Change>();
	tested.forEach(({ cell, test, ...compared }, index) => {
		const pValue = adjusted[index] ?? null;
		if (!test || pValue === null) {
			result.set(cell, { against, ...compared, ...TOO_FEW });
			return;
		}
		result.set(cell, {
			against,
			...compared,
			difference: test.difference,
			low: test.low,
			high: test.high,
			pValue,
			...(test.t === undefined ? {} : { t: test.t, df: test.df ?? 0 }),
			verdict: verdictOf(test.difference, pValue)
		});
	});
	return result;
}
