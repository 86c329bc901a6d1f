import type { Change, IndicatorQuery } from '../domain';
import {
	benjaminiHochberg,
	newcombe,
	poissonDifference,
	twoProportionsTest,
	waldDifference,
	welch,
	type TestedDifference
} from '../statistics';
import { keyWithout, type Cell } from './cells';

/** Differences below this adjusted p value are called more than chance. */
const SIGNIFICANCE = 0.05;

/** Difference of two cells by the test that fits their kind; null where one of them is empty. */
function difference(a: Cell, b: Cell): TestedDifference | null {
	if (a.count && b.count) {
		return poissonDifference(a.count.events, a.count.base, b.count.events, b.count.base);
	}
	if (!a.moments || !b.moments || a.moments.n < 1 || b.moments.n < 1) return null;
	if (a.weighted || b.weighted) {
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

/** The cell that another one is compared with: the wave before, or the other Quartiere. */
function partners(
	cells: readonly Cell[],
	against: Change['against'],
	waves: readonly string[]
): Map<Cell, Cell | undefined> {
	const left = against === 'rest' ? 'contrast' : 'wave';
	const groups = new Map<string, Cell[]>();
	for (const cell of cells) {
		const key = keyWithout(cell, left);
		const known = groups.get(key);
		if (known) known.push(cell);
		else groups.set(key, [cell]);
	}
	const found = new Map<Cell, Cell | undefined>();
	for (const group of groups.values()) {
		if (against === 'rest') {
			const self = group.find((cell) => cell.dimensions.contrast === 'self');
			const rest = group.find((cell) => cell.dimensions.contrast === 'rest');
			if (self) found.set(self, rest);
		} else {
			const order = group.toSorted(
				(a, b) => waves.indexOf(a.dimensions.wave ?? '') - waves.indexOf(b.dimensions.wave ?? '')
			);
			order.slice(1).forEach((cell, index) => found.set(cell, order[index]));
		}
	}
	return found;
}

/**
 * What changed, per cell: difference, interval and p value, adjusted over the whole table by
 * Benjamini and Hochberg (1995). Complete counts are not tested: they are what they are.
 */
export function changes(
	cells: readonly Cell[],
	query: IndicatorQuery,
	waves: readonly string[]
): Map<Cell, Change> {
	const against = query.compare;
	if (!against) return new Map();
	const tested = [...partners(cells, against, waves)]
		.filter(([cell]) => !cell.indicator.completeCount)
		.map(([cell, partner]) => ({
			cell,
			reference: (partner?.dimensions ?? null) as Change['reference'],
			test: partner ? difference(cell, partner) : null
		}));
	const p = tested.map(({ test }) => test?.p ?? null);
	const adjusted = benjaminiHochberg(p.filter((one) => one !== null));
	let next = 0;
	const result = new Map<Cell, Change>();
	tested.forEach(({ cell, reference, test }, index) => {
		const pValue = p[index] === null ? null : (adjusted[next++] ?? null);
		if (!test || pValue === null) {
			result.set(cell, { against, reference, ...TOO_FEW });
			return;
		}
		const certain = pValue < SIGNIFICANCE;
		result.set(cell, {
			against,
			reference,
			difference: test.difference,
			low: test.low,
			high: test.high,
			pValue,
			verdict: !certain ? 'no-difference' : test.difference > 0 ? 'higher' : 'lower'
		});
	});
	return result;
}
