export {
	newcombe,
	poissonDifference,
	twoProportionsTest,
	waldDifference,
	welch,
	type TestedDifference
} from './difference';
export type { PointEstimate } from './interval';
export { meanOf, npsOf, totalOf, weightedMean, weightedNps } from './mean';
export {
	addMoments,
	kishEffectiveSize,
	momentsOf,
	momentsOfCount,
	NO_MOMENTS,
	subtractMoments,
	type Moments
} from './moments';
export { benjaminiHochberg, holm } from './multiple';
export { poissonRate, poissonRatio } from './rate';
export { achievedMargin, requiredMargin, requiredSample } from './sample';
export { clopperPearson, shareOf, weightedShare, wilson } from './share';
export { collapse, rake, type Margin, type Raked } from './calibration';
export { pearsonTest, raoScottTest } from './crosstab';
export type { Answers, SurveyDesign } from './design';
export {
	designDifference,
	designEffect,
	designMean,
	designQuantile,
	designRatio,
	designTotal,
	tInterval
} from './design-estimates';
export { bootstrapRows, correlations, fisherInterval, MOST_DRIVERS, shapley } from './drivers';
export { kruskalWallis } from './rank';
export { cronbachAlpha } from './reliability';
export { shareInterval } from './share-interval';
export { criticalValue } from './distributions';
export { directlyStandardisedMean, directlyStandardisedRate } from './standardise';
export { kaplanMeier, medianDuration } from './survival';
export { linearTrend } from './trend';
