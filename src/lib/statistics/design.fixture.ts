/** The schools of `apistrat` as a design, and what is asked of it. */
import { POPULATION, SCHOOLS, WEIGHTS } from './apistrat.fixture';
import type { Answers, SurveyDesign } from './index';

export const STRATA = Object.keys(POPULATION);
const counts = STRATA.map((name) => SCHOOLS.filter(([stratum]) => stratum === name).length);
export const stratum = SCHOOLS.map(([name]) => STRATA.indexOf(name));
export const pw = SCHOOLS.map(([name]) => WEIGHTS[name]!);
export const ones = SCHOOLS.map(() => 1);
export const square = (weights: ArrayLike<number>) => Array.from(weights, (w) => w * w);

export const designOf = (
	weights: ArrayLike<number> = pw,
	margins: SurveyDesign['margins'] = []
): SurveyDesign => ({
	n: ones,
	sw: weights,
	sww: square(weights),
	stratum,
	cluster: null,
	strata: counts.map((units, h) => ({ units, population: POPULATION[STRATA[h]!]! })),
	margins
});

/** The schools of a domain, one row each. */
export const domain = (
	design: SurveyDesign,
	keeps: (at: number) => boolean = () => true
): Answers => {
	const rows = SCHOOLS.map((_, at) => at).filter(keeps);
	return {
		length: rows.length,
		group: rows,
		n: rows.map(() => 1),
		sw: rows.map((at) => design.sw[at]!),
		sww: rows.map((at) => design.sww[at]!)
	};
};
export const column = (
	place: 1 | 2 | 3 | 4 | 5,
	keeps: (at: number) => boolean = () => true
): number[] => SCHOOLS.filter((_, at) => keeps(at)).map((school) => school[place]);

export const design = designOf();
export const all = domain(design);
