import {
	designDifference,
	designEffect,
	designMean,
	designQuantile,
	designRatio,
	designTotal,
	kishEffectiveSize,
	momentsOf,
	rake,
	raoScottTest,
	shareInterval,
	type Answers,
	type SurveyDesign
} from '$lib/statistics';

/** Our figures in the shape in which R's stand in `reference.json`. */
export type Ours = { [key: string]: number | null | string | Ours | (number | null)[] | Ours[] };

type Read = (column: string) => string[];

/** Every row a sheet: a stratified sample from finite populations, with weights and margins. */
function stratified(read: Read, weights: ArrayLike<number>, margins: SurveyDesign['margins']) {
	const names = read('stype');
	const strata = [...new Set(names)];
	const population = new Map(names.map((name, row) => [name, Number(read('fpc')[row])]));
	const one = names.map(() => 1);
	const squares = Array.from(weights, (weight) => weight ** 2);
	const design: SurveyDesign = {
		n: one,
		sw: weights,
		sww: squares,
		stratum: names.map((name) => strata.indexOf(name)),
		cluster: null,
		strata: strata.map((name) => ({
			units: names.filter((own) => own === name).length,
			population: population.get(name) ?? null
		})),
		margins
	};
	const domain = (keeps: (row: number) => boolean): [rows: number[], answers: Answers] => {
		const rows = [...names.keys()].filter(keeps);
		const of = (values: ArrayLike<number>) => rows.map((row) => values[row]!);
		return [
			rows,
			{ length: rows.length, group: rows, n: of(one), sw: of(weights), sww: of(squares) }
		];
	};
	return { design, domain };
}

type Margins = Record<string, Record<string, string | number>[]>;

/** What R's survey package says of `apistrat`, by the same functions that make the figures. */
export function designFigures(read: Read, margins: Margins): Ours {
	const numbers = (column: string) => read(column).map(Number);
	const yes = (column: string) => read(column).map((cell) => (cell === 'Yes' ? 1 : 0));
	const [pw, api00, awards] = [numbers('pw'), numbers('api00'), yes('awards')];
	const { design, domain } = stratified(read, pw, []);
	const [, all] = domain(() => true);
	const estimate = ({ value, standardError }: { value: number; standardError: number | null }) => ({
		estimate: value,
		se: standardError
	});
	const by = (column: string, y: readonly number[]) =>
		[...new Set(read(column))].sort().map((group) => {
			const [rows, answers] = domain((row) => read(column)[row] === group);
			return {
				group,
				...estimate(
					designMean(
						design,
						answers,
						rows.map((row) => y[row]!)
					)
				)
			};
		});
	const share = designMean(design, all, awards);
	const interval = (method: 'logit' | 'beta' | 'wald' | 'arcsine') => ({
		estimate: share.value,
		...shareInterval(method, {
			value: share.value,
			standardError: share.standardError ?? 0,
			df: share.df,
			n: all.length,
			effectiveSize: 1
		}),
		df: share.df
	});
	const { difference, t, df, p } = designDifference(design, all, api00, (row) => awards[row] === 1);
	const crosstab = raoScottTest(design, all, awards, yes('sch.wide'), [2, 2]);
	const quartiles = [0.25, 0.5, 0.75].map((q) => designQuantile(design, all, api00, q).value);

	const calibrated = (columns: readonly string[]) => {
		const fits = columns.map((column) => {
			const cells = margins[column] ?? [];
			const names = cells.map((cell) => cell[column]);
			return {
				cell: read(column).map((name) => names.indexOf(name)),
				totals: cells.map((cell) => Number(cell['Freq']))
			};
		});
		const { weights } = rake(fits, pw.length, { start: pw });
		const own = stratified(
			read,
			weights,
			fits.map(({ cell }) => cell)
		);
		const [, answers] = own.domain(() => true);
		return { weights, mean: estimate(designMean(own.design, answers, api00)) };
	};
	const post = calibrated(['sch.wide']);
	const raked = calibrated(['stype', 'sch.wide', 'awards']);
	return {
		apistrat: {
			mean_api00: estimate(designMean(design, all, api00)),
			total_enroll: estimate(designTotal(design, all, numbers('enroll'))),
			share_awards: estimate(share),
			share_awards_ci: {
				logit: interval('logit'),
				beta: interval('beta'),
				mean: interval('wald'),
				asin: interval('arcsine')
			},
			mean_api00_by_stype: by('stype', api00),
			mean_api00_by_awards: by('awards', api00),
			share_awards_by_stype: by('stype', awards),
			ratio_api00_api99: estimate(designRatio(design, all, api00, numbers('api99'))),
			median_api00: quartiles[1]!,
			quartiles_api00: quartiles,
			ttest_api00_awards: { difference, t, df, p },
			chisq_awards_schwide: {
				statistic: crosstab.statistic,
				parameter: [crosstab.ndf, crosstab.ddf],
				'p.value': crosstab.p
			},
			deff_mean_api00: designEffect(design, all, api00),
			kish_n_eff: kishEffectiveSize(momentsOf(api00, pw))
		},
		apistrat_poststratified: {
			mean_api00: post.mean,
			first_weights: [...post.weights.slice(0, 5)]
		},
		apistrat_raked: {
			mean_api00: raked.mean,
			first_weights: [...raked.weights.slice(0, 5)],
			sum_weights: raked.weights.reduce((a, b) => a + b, 0),
			min_weight: raked.weights.reduce((a, b) => Math.min(a, b)),
			max_weight: raked.weights.reduce((a, b) => Math.max(a, b))
		}
	};
}
