/**
 * A survey design, with answer sheets that are alike in it counted together: a group is one sheet or
 * many of one stratum, cluster and calibration cells. The arrays have one entry for each group.
 */
export type SurveyDesign = {
	/** number of sheets */
	n: ArrayLike<number>;
	/** Σw of the sheets, by the weights in force (after calibration) */
	sw: ArrayLike<number>;
	/** Σw² of the sheets */
	sww: ArrayLike<number>;
	/** number of the stratum, a place in `strata` */
	stratum: ArrayLike<number>;
	/** number of the cluster, unique over all strata; null where every sheet was drawn by itself */
	cluster: ArrayLike<number> | null;
	strata: readonly Stratum[];
	/** for each margin that the weights were calibrated to, the cell of each group */
	margins: readonly ArrayLike<number>[];
};

export type Stratum = {
	/** units of the first stage that answered: sheets, or clusters where clusters were drawn */
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
				const residual = sums[group]! - explainedBy[group]! * mass[group]!;
				left.set(cell, (left.get(cell) ?? 0) + residual);
				size.set(cell, (size.get(cell) ?? 0) + mass[group]!);
			}
			for (let group = 0; group < n.length; group++) {
				const cell = cells[group]!;
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
	const explainedBy = us.map((u) => explained(design, answers, u));
	const { strata, cluster, stratum, n, sw, sww } = design;
	const calibrated = design.margins.length > 0;
	const result = us.map(() => us.map(() => 0));

	/** Σz by stratum, or by cluster where clusters were drawn */
	const at = cluster ?? stratum;
	const totals = us.map(() => new Map<number, number>());
	us.forEach((u, k) => {
		const sums = totals[k]!;
		for (let row = 0; row < answers.length; row++) {
			const group = answers.group[row]!;
			sums.set(at[group]!, (sums.get(at[group]!) ?? 0) + answers.sw[row]! * u[row]!);
		}
		if (!calibrated) return;
		for (let group = 0; group < n.length; group++) {
			sums.set(at[group]!, (sums.get(at[group]!) ?? 0) - sw[group]! * explainedBy[k]![group]!);
		}
	});

	/** Σz²  and Σz by stratum */
	const stratumOf = new Map<number, number>();
	if (cluster)
		for (let group = 0; group < n.length; group++) stratumOf.set(cluster[group]!, stratum[group]!);
	const zero = () => new Float64Array(strata.length);
	for (let k = 0; k < us.length; k++) {
		for (let l = k; l < us.length; l++) {
			const [squares, sumK, sumL] = [zero(), zero(), zero()];
			for (const [unit, z] of totals[k]!) {
				const h = stratumOf.get(unit) ?? unit;
				sumK[h]! += z;
				if (cluster) squares[h]! += z * (totals[l]!.get(unit) ?? 0);
			}
			for (const [unit, z] of totals[l]!) sumL[stratumOf.get(unit) ?? unit]! += z;
			if (!cluster)
				squaresOfSheets(design, answers, us[k]!, us[l]!, explainedBy[k]!, explainedBy[l]!, squares);
			let sum = 0;
			strata.forEach(({ units: m, population }, h) => {
				const fraction = population === null ? 1 : Math.max(0, (population - m) / population);
				const spread =
					m > 1 ? (m / (m - 1)) * (squares[h]! - (sumK[h]! * sumL[h]!) / m) : squares[h]!;
				sum += fraction * (k === l ? Math.max(0, spread) : spread);
			});
			result[k]![l] = result[l]![k] = sum;
		}
	}
	return result;

	function squaresOfSheets(
		{ stratum: strataOf, sww: all }: SurveyDesign,
		rows: Answers,
		u: ArrayLike<number>,
		v: ArrayLike<number>,
		bu: Float64Array,
		bv: Float64Array,
		into: Float64Array
	): void {
		for (let row = 0; row < rows.length; row++) {
			const group = rows.group[row]!;
			const cross = u[row]! * v[row]! - u[row]! * bv[group]! - v[row]! * bu[group]!;
			into[strataOf[group]!]! += rows.sww[row]! * cross;
		}
		if (!calibrated) return;
		for (let group = 0; group < all.length; group++)
			into[strataOf[group]!]! += sww[group]! * bu[group]! * bv[group]!;
	}
}

/**
 * Degrees of freedom of a design, units of the first stage less strata, of the sheets in a domain
 * alone (R's `degf`).
 */
export function degreesOfFreedom({ stratum, cluster }: SurveyDesign, answers: Answers): number {
	const strata = new Set<number>();
	const clusters = new Set<number>();
	let sheets = 0;
	for (let row = 0; row < answers.length; row++) {
		if (answers.n[row]! === 0) continue;
		const group = answers.group[row]!;
		strata.add(stratum[group]!);
		sheets += answers.n[row]!;
		if (cluster) clusters.add(cluster[group]!);
	}
	return (cluster ? clusters.size : sheets) - strata.size;
}
