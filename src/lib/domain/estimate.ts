/** Why a figure may or may not be read; `uncertain` means fewer than 30 answer sheets or cases. */
export const PROTECTIONS = ['open', 'uncertain', 'no-base', 'small-cell', 'complementary'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** One figure with its uncertainty. Shares run from 0 to 1, indices from 0 to 100, NPS from −100 to 100. */
export type Estimate = {
	/** null when there is no base or the value is hidden */
	value: number | null;
	/** 95 % interval; null for complete counts (response rate, open cases) */
	low: number | null;
	high: number | null;
	standardError: number | null;
	/** unweighted answer sheets or cases behind the value; hidden with the value */
	n: number | null;
	/** Σ weights of the substantive answers, or dwellings for a rate */
	base: number | null;
	protection: Protection;
	/** Kish's effective size (Σw)²/Σw², where answers are weighted or drawn by a design */
	effectiveSize?: number;
	/** variance over that of a simple random sample of as many sheets */
	designEffect?: number | null;
};

/** What a comparison of two estimates allows to say. */
export const VERDICTS = ['higher', 'lower', 'no-difference', 'too-few'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The difference to another estimate; all null (verdict `too-few`) where one of the two is hidden or missing. */
export type Change = {
	against:
		| 'previous-wave'
		| 'previous-period'
		| 'first-period'
		| 'rest'
		| 'quartier'
		| 'arrival'
		| `group:${string}`;
	/** dimension values of the estimate it is compared with; null where there is none */
	reference: Record<string, string> | null;
	/** what the wave or the year is called that it is compared with, where it is one */
	since?: string;
	/** where it is compared with several together, the dimension values of each */
	references?: Record<string, string>[];
	difference: number | null;
	low: number | null;
	high: number | null;
	/** two-sided, adjusted by Benjamini–Hochberg within the table it stands in */
	pValue: number | null;
	/** test statistic and degrees of freedom, where it is a t test of the design */
	t?: number | null;
	df?: number;
	verdict: Verdict;
};

/**
 * How sure it is that a difference is more than chance. A p value knows no cliff at 5 %: `possible` is what
 * misses it narrowly.
 */
export const CERTAINTIES = ['certain', 'likely', 'possible', 'none', 'too-few'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** Up to which adjusted p value each grade goes. */
const CERTAIN = 0.01;
const POSSIBLE = 0.1;

/** The grade of certainty of a difference, by its adjusted p value. */
export function certaintyOf({ verdict, pValue }: Pick<Change, 'verdict' | 'pValue'>): Certainty {
	if (verdict === 'too-few' || pValue === null) return 'too-few';
	if (verdict === 'no-difference') return pValue < POSSIBLE ? 'possible' : 'none';
	return pValue < CERTAIN ? 'certain' : 'likely';
}

/** Whether a difference is more than chance, at the 5 % level. */
export const isMoreThanChance = ({ verdict }: Pick<Change, 'verdict'>): boolean =>
	verdict === 'higher' || verdict === 'lower';

/** True when the figure may be read. */
export const isShown = (estimate: Pick<Estimate, 'protection'>): boolean =>
	estimate.protection === 'open' || estimate.protection === 'uncertain';

/** Takes everything out of an estimate that could be worked back to the value. */
export const hidden = (protection: Exclude<Protection, 'open' | 'uncertain'>): Estimate => ({
	value: null,
	low: null,
	high: null,
	standardError: null,
	n: null,
	base: null,
	protection
});
