/**
 * A survey design, with answer sheets that are alike in it counted together: a group is one sheet or
 * many of one stratum, cluster and calibration cells. The arrays have one entry for each group.
 */
export type SurveyDesign = {
	/** number of responses */
	n: ArrayLike<number>;
	/** Σw of the responses, by the weights in force (after calibration) */
	sw: ArrayLike<number>;
	/** Σw² of the responses */
	sww: ArrayLike<number>;
	/** number of the stratum, a place in `strata` */
	stratum: ArrayLike<number>;
	/** number of the cluster, unique over all strata, 0 for responses drawn by themselves; null where all were */
	cluster: ArrayLike<number> | null;
	strata: readonly Stratum[];
	/** for each margin that the weights were calibrated to, the cell of each group; −1 where it has none */
	margins: readonly ArrayLike<number>[];
};

export type Stratum = {
	/** units of the first stage that answered: responses, or clusters where clusters were drawn */
	units: number;
	/** such units in the population, for the finite population correction; null for none */
	population: number | null;
};

/** Sheets with a value, those alike in group and value counted together. */
export type Answers = {
	length: number;
	/** place of their group in the design */
	group: ArrayLike<number>;
	n: ArrayLike<number>;
	sw: ArrayLike<number>;
	sww: ArrayLike<number>;
};

/** How often margins are swept out of a raked design's residuals, as often as R's `svyrecvar` does. */
const SWEEPS = 10;

/**
 * Residuals of linearised values after calibration, B with u − B: what the margins explain of u, by
 * group. A post-stratified design takes the weighted means of the cells, a raked one the plain means,
 * in turn (R's `svyrecvar`, Lumley 2010; Deville and Särndal 1992).
 */
function explained(
	{ n, sw, margins }: SurveyDesign,
	answers: Answers,
	u: ArrayLike<number>
): Float64Array {
	const explainedBy = new Float64Array(n.length);
	if (margins.length === 0) return explainedBy;
	const raked = margins.length > 1;
	const [mass, share] = raked ? [n, answers.n] : [sw, answers.sw];
	const sums = new Float64Array(n.length);
	for (let row = 0; row < answers.length; row++)
		sums[answers.group[row]!]! += share[row]! * u[row]!;
	for (let sweep = 0; sweep < (raked ? SWEEPS : 1); sweep++) {
		for (const cells of margins) {
			const [left, size] = [new Map<number, number>(), new Map<number, number>()];
			for (let group = 0; group < n.length; group++) {
				const cell = cells[group]!;
				if (cell < 0) continue;
				const residual = sums[group]! - explainedBy[group]! * mass[group]!;
				left.set(cell, (left.get(cell) ?? 0) + residual);
				size.set(cell, (size.get(cell) ?? 0) + mass[group]!);
			}
			for (let group = 0; group < n.length; group++) {
				const cell = cells[group]!;
				if (cell < 0) continue;
				explainedBy[group]! += (left.get(cell) ?? 0) / (size.get(cell) || 1);
			}
		}
	}
	return explainedBy;
}

/**
 * Covariance of estimates Σwu from their linearised values u (Taylor), as R's `svyrecvar` with
 * `lonely.psu = "adjust"`: per stratum (1 − m/M) · m/(m−1) · Σ(z − z̄)², z being the sum of w · u
 * over a unit of the first stage and m the units of the whole stratum, so that a domain or a missing
 * answer makes no smaller sample (Lumley 2010; Särndal, Swensson and Wretman 1992). A stratum with one
 * unit counts its distance from 0, the mean over all strata.
 *
 * @param us for each estimate the value of every row of `answers`; sheets that are not in it have 0
 * @returns a square matrix in the order of `us`
 */
export function covariance(
	design: SurveyDesign,
	answers: Answers,
	us: readonly ArrayLike<number>[]
): number[][] {
	const values = us.map((u) => ({ u, explained: explained(design, answers, u) }));
	const totals = values.map((value) => totalsOf(design, answers, value));
	const result = us.map(() => us.map(() => 0));
	for (let k = 0; k < us.length; k++) {
		for (let l = k; l < us.length; l++) {
			const squares = squaresOfSheets(design, answers, values[k]!, values[l]!);
			for (const [cluster, { stratum, z }] of totals[k]!.clusters)
				squares[stratum]! += z * (totals[l]!.clusters.get(cluster)?.z ?? 0);
			let sum = 0;
			design.strata.forEach(({ units: m, population }, h) => {
				const fraction = population === null ? 1 : Math.max(0, (population - m) / population);
				const product = totals[k]!.strata[h]! * totals[l]!.strata[h]!;
				const spread = m > 1 ? (m / (m - 1)) * (squares[h]! - product / m) : squares[h]!;
				sum += fraction * (k === l ? Math.max(0, spread) : spread);
			});
			result[k]![l] = result[l]![k] = sum;
		}
	}
	return result;
}

/** Linearised values of rows, and of every group what calibration explains of them. */
type Linearised = { u: ArrayLike<number>; explained: Float64Array };

/** Σz by stratum, and by cluster where clusters were drawn. */
function totalsOf(
	{ stratum, cluster, strata, sw, margins }: SurveyDesign,
	answers: Answers,
	value: Linearised
): { strata: Float64Array; clusters: Map<number, { stratum: number; z: number }> } {
	const sums = new Float64Array(strata.length);
	const clusters = new Map<number, { stratum: number; z: number }>();
	const add = (group: number, z: number): void => {
		sums[stratum[group]!]! += z;
		const own = cluster?.[group] ?? 0;
		if (own === 0) return;
		const known = clusters.get(own);
		if (known) known.z += z;
		else clusters.set(own, { stratum: stratum[group]!, z });
	};
	for (let row = 0; row < answers.length; row++)
		add(answers.group[row]!, answers.sw[row]! * value.u[row]!);
	if (margins.length > 0) value.explained.forEach((own, group) => add(group, -sw[group]! * own));
	return { strata: sums, clusters };
}

/** Σz² by stratum of the responses that were drawn by themselves. */
function squaresOfSheets(
	{ stratum, cluster, strata, sww, margins }: SurveyDesign,
	answers: Answers,
	a: Linearised,
	b: Linearised
): Float64Array {
	const squares = new Float64Array(strata.length);
	for (let row = 0; row < answers.length; row++) {
		const group = answers.group[row]!;
		if (cluster && cluster[group] !== 0) continue;
		const [u, v] = [a.u[row]!, b.u[row]!];
		const cross = u * v - u * b.explained[group]! - v * a.explained[group]!;
		squares[stratum[group]!]! += answers.sww[row]! * cross;
	}
	if (margins.length === 0) return squares;
	for (let group = 0; group < sww.length; group++) {
		if (cluster && cluster[group] !== 0) continue;
		squares[stratum[group]!]! += sww[group]! * a.explained[group]! * b.explained[group]!;
	}
	return squares;
}

/**
 * Degrees of freedom of a design, units of the first stage less strata, of the sheets in a domain
 * alone (R's `degf`).
 */
export function degreesOfFreedom({ stratum, cluster }: SurveyDesign, answers: Answers): number {
	const strata = new Set<number>();
	const clusters = new Set<number>();
	let responses = 0;
	for (let row = 0; row < answers.length; row++) {
		if (answers.n[row]! === 0) continue;
		const group = answers.group[row]!;
		strata.add(stratum[group]!);
		const own = cluster?.[group] ?? 0;
		if (own === 0) responses += answers.n[row]!;
		else clusters.add(own);
	}
	return responses + clusters.size - strata.size;
}
