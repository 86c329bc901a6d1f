/** What weights are calibrated to: the cell of each answer sheet, and the population of each cell. */
export type Margin = {
	/** number of the cell, a place in `totals`; −1 where it is not known */
	cell: ArrayLike<number>;
	/** population of each cell; any unit, since only their shares count */
	totals: readonly number[];
};

export type RakeOptions = {
	/** weights to start from, 1 unless given */
	start?: ArrayLike<number>;
	/**
	 * fits the shares of each margin and leaves the sum of the weights as it was: for margins whose totals
	 * differ, and for sheets that a margin does not know
	 */
	shares?: boolean;
	/** largest weight as a multiple of the mean weight; none unless given */
	cap?: number | undefined;
	maximumRounds?: number;
	/** largest difference between a margin and its population, relative, at which to stop */
	tolerance?: number;
};

export type Raked = {
	weights: Float64Array;
	rounds: number;
	converged: boolean;
	/** largest difference that is left between a margin and its population, relative */
	difference: number;
	/** responses whose weight stands at the cap */
	capped: number;
	/** Kish's effective size (Σw)²/Σw² */
	effectiveSize: number;
};

/**
 * Post-stratification and raking: weights that reproduce every margin's population, by iterative
 * proportional fitting (Deming and Stephan 1940), as R's `postStratify` (one margin) and `rake`. A
 * sheet without a cell in a margin keeps its weight in that step. With a cap, weights above it are cut
 * and the margins fitted again, until both hold or no more can be done.
 *
 * Cells need responses: those without are to be collapsed first (see `collapse`). Without
 * `shares` each margin is fitted as it is, so the weights add up to the last one.
 *
 * @throws RangeError for a cell with population and without sheets, or margins without population
 */
export function rake(
	margins: readonly Margin[],
	responses: number,
	options: RakeOptions = {}
): Raked {
	const { start, cap, shares = false, maximumRounds = 100, tolerance = 1e-10 } = options;
	const weights = Float64Array.from({ length: responses }, (_, at) => start?.[at] ?? 1);
	const fits = margins.map(checked);
	let [rounds, difference, before] = [0, Infinity, Infinity];
	let capped = 0;
	while (rounds < maximumRounds && difference > tolerance) {
		rounds++;
		for (const margin of fits) fit(margin, weights, shares);
		capped = cap === undefined ? 0 : trim(weights, cap);
		difference = Math.max(0, ...fits.map((margin) => farthest(margin, weights, shares)));
		// With a cap that cannot be kept the rounds come to rest beside the margins.
		if (capped > 0 && rounds > 20 && Math.abs(before - difference) < tolerance) break;
		before = difference;
	}
	const sum = weights.reduce((a, b) => a + b, 0);
	return {
		weights,
		rounds,
		converged: difference <= tolerance,
		difference,
		capped,
		effectiveSize: sum ** 2 / weights.reduce((a, b) => a + b * b, 0)
	};
}

function checked(margin: Margin): Margin {
	const sums = sumsOf(margin, null);
	margin.totals.forEach((total, cell) => {
		if (!(total >= 0)) throw new RangeError(`A population of ${total} is none.`);
		if (total > 0 && sums[cell] === 0) throw new RangeError(`Cell ${cell} has no answer sheet.`);
	});
	if (!margin.totals.some((total) => total > 0))
		throw new RangeError('A margin needs a population.');
	return margin;
}

/** Σw of each cell, or its responses where no weights are given. */
function sumsOf({ cell, totals }: Margin, weights: Float64Array | null): Float64Array {
	const sums = new Float64Array(totals.length);
	for (let at = 0; at < cell.length; at++)
		if (cell[at]! >= 0) sums[cell[at]!]! += weights ? weights[at]! : 1;
	return sums;
}

/** What each cell of a margin is to add up to. */
function targets({ totals }: Margin, sums: Float64Array, shares: boolean): readonly number[] {
	if (!shares) return totals;
	const scale = sums.reduce((a, b) => a + b, 0) / totals.reduce((a, b) => a + b, 0);
	return totals.map((total) => total * scale);
}

function fit(margin: Margin, weights: Float64Array, shares: boolean): void {
	const sums = sumsOf(margin, weights);
	const target = targets(margin, sums, shares);
	for (let at = 0; at < weights.length; at++) {
		const cell = margin.cell[at]!;
		if (cell >= 0) weights[at]! *= target[cell]! / sums[cell]!;
	}
}

function farthest(margin: Margin, weights: Float64Array, shares: boolean): number {
	const sums = sumsOf(margin, weights);
	return targets(margin, sums, shares).reduce(
		(most, total, cell) => (total > 0 ? Math.max(most, Math.abs(sums[cell]! / total - 1)) : most),
		0
	);
}

/**
 * Cuts weights to a multiple of their mean and spreads what is cut off over the others in proportion,
 * so that the sum stays; how many stand at the cap.
 *
 * @param cap from 1
 */
function trim(weights: Float64Array, cap: number): number {
	const sum = weights.reduce((a, b) => a + b, 0);
	const highest = (Math.max(1, cap) * sum) / weights.length;
	const isCapped = (weight: number): boolean => weight >= highest * (1 - 1e-12);
	for (;;) {
		let [excess, rest] = [0, 0];
		for (const weight of weights) {
			if (weight > highest) excess += weight - highest;
			else if (!isCapped(weight)) rest += weight;
		}
		if (excess <= sum * 1e-15 || rest === 0) return weights.filter(isCapped).length;
		for (let at = 0; at < weights.length; at++) {
			weights[at] = isCapped(weights[at]!) ? highest : weights[at]! * (1 + excess / rest);
		}
	}
}

/**
 * Joins cells that have a population but no sheet (or fewer than `least`) with the next one that has
 * them, in the order given, so that every cell can be fitted (Little 1993).
 *
 * @param counts sheets of each cell
 * @returns for each cell the number of the joined cell, from 0; all 0 where one cell is left
 */
export function collapse(counts: readonly number[], least = 1): number[] {
	const groups: { cells: number[]; count: number }[] = [];
	counts.forEach((count, cell) => {
		const last = groups.at(-1);
		if (last && last.count < least) {
			last.cells.push(cell);
			last.count += count;
		} else groups.push({ cells: [cell], count });
	});
	const last = groups.at(-1);
	if (last && last.count < least && groups.length > 1) {
		groups.pop();
		groups.at(-1)!.cells.push(...last.cells);
	}
	const joined = counts.map(() => 0);
	groups.forEach(({ cells }, place) => cells.forEach((cell) => (joined[cell] = place)));
	return joined;
}
