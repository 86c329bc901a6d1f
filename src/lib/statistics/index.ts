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
	NO_MOMENTS,
	subtractMoments,
	type Moments
} from './moments';
export { benjaminiHochberg } from './multiple';
export { poissonRate } from './rate';
export { achievedMargin, requiredSample } from './sample';
export { clopperPearson, shareOf, weightedShare, wilson } from './share';
