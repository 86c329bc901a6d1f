import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { IndexTopic } from '../../src/lib/domain';
import { ITEMS, type SampleItem } from './items';
import { NO_ANSWER, type Age } from './people';
import { PLANTED_QUARTIER, SAFETY } from './planted';
import type { SampleQuartier } from './quartiere';
import type { Random } from './random';

/** The answers, worst to best, each with the latent value from which it is given. */
export const ANSWERS = [
	['sehr unzufrieden', -Infinity],
	['eher unzufrieden', -1.45],
	['teils/teils', -0.75],
	// zero, so that a latent mean of Φ⁻¹(p) makes a share p satisfied
	['eher zufrieden', 0],
	['sehr zufrieden', 0.95]
] as const;
const DONT_KNOW = 'weiß nicht';

const NO_ANSWER_SHARE = 0.012;
const EMPTY_SHARE = 0.018;

/** Older tenants are a little more content, so non-response by age shifts unweighted shares. */
const AGE_LEVEL: Record<Age, number> = {
	'unter 30': -0.25,
	'30 bis 44': -0.1,
	'45 bis 64': 0,
	'65 und älter': 0.2
};

/** How much of an item's variance the person, the topic and the item explain. Sums to 1. */
const VARIANCE = { person: 0.35, topic: 0.2, own: 0.45 };

/** Overall satisfaction draws on the person and on each topic: its drivers, by loading. */
const OVERALL_PERSON = 0.55;
const OVERALL_DRIVERS: Readonly<Record<IndexTopic, number>> = {
	housing: 0.35,
	service: 0.35,
	safety: 0.25,
	neighbourhood: 0.25,
	environment: 0.2
};
const squares = (values: number[]): number => values.reduce((sum, value) => sum + value ** 2, 0);
const OVERALL_OWN = Math.sqrt(1 - squares([OVERALL_PERSON, ...Object.values(OVERALL_DRIVERS)]));

/** What one person brings to every item; the topics are standard normal and independent. */
type Traits = { person: number; topics: Record<IndexTopic, number> };

const drawTraits = (random: Random, age: Age): Traits => ({
	person: AGE_LEVEL[age] + random.normal(),
	topics: {
		housing: random.normal(),
		environment: random.normal(),
		safety: random.normal(),
		neighbourhood: random.normal(),
		service: random.normal()
	}
});

/** The deviation from the item's mean; variance 1 within an age group. */
function deviation(topic: SampleItem['topic'], traits: Traits, random: Random): number {
	if (topic !== 'overall')
		return (
			Math.sqrt(VARIANCE.person) * traits.person +
			Math.sqrt(VARIANCE.topic) * traits.topics[topic] +
			Math.sqrt(VARIANCE.own) * random.normal()
		);
	let sum = OVERALL_PERSON * traits.person + OVERALL_OWN * random.normal();
	for (const [driver, loading] of Object.entries(OVERALL_DRIVERS) as [IndexTopic, number][])
		sum += loading * traits.topics[driver];
	return sum;
}

/** The latent mean of an item in a Quartier and a wave: the only place where a wave matters. */
function latentMean(item: SampleItem, quartier: SampleQuartier, wave: number): number {
	const planted = quartier.name === PLANTED_QUARTIER ? SAFETY.shareBefore[item.heading] : undefined;
	if (planted !== undefined)
		return normalQuantile(planted + (wave >= SAFETY.wave ? SAFETY.rise : 0), 0, 1);
	return normalQuantile(item.share, 0, 1) + quartier.level[item.topic];
}

function answer(item: SampleItem, latent: number, random: Random): string {
	const chance = random.uniform();
	if (chance < EMPTY_SHARE) return '';
	if (chance < EMPTY_SHARE + NO_ANSWER_SHARE) return NO_ANSWER;
	if (chance < EMPTY_SHARE + NO_ANSWER_SHARE + item.unknown) return DONT_KNOW;
	return ANSWERS.findLast(([, from]) => latent > from)?.[0] ?? '';
}

/** Cumulative shares of the recommendations 0 to 9 in an average Quartier; the rest gives 10. */
const RECOMMENDED = [0.01, 0.018, 0.033, 0.06, 0.09, 0.17, 0.25, 0.4, 0.62, 0.8];
const RECOMMENDATION_CUTS = RECOMMENDED.map((share) => normalQuantile(share, 0, 1));
/** correlation of recommendation and overall satisfaction on the latent scale */
const RECOMMENDATION_LOADING = 0.7;

function recommendation(overall: number, level: number, random: Random): string {
	if (random.uniform() < 0.05) return '';
	const own = Math.sqrt(1 - RECOMMENDATION_LOADING ** 2) * random.normal();
	const latent = level + RECOMMENDATION_LOADING * overall + own;
	return String(RECOMMENDATION_CUTS.filter((cut) => latent > cut).length);
}

function knowsTreff(share: number, random: Random): string {
	if (random.uniform() < 0.03) return NO_ANSWER;
	return random.uniform() < share ? 'Ja' : 'Nein';
}

/** All answers of one sheet: the items in order, recommendation, and whether the Treff is known. */
export function answers(
	quartier: SampleQuartier,
	wave: number,
	age: Age,
	random: Random
): string[] {
	const traits = drawTraits(random, age);
	const overall = deviation('overall', traits, random);
	const items = ITEMS.map((item) => {
		const own = item.topic === 'overall' ? overall : deviation(item.topic, traits, random);
		return answer(item, latentMean(item, quartier, wave) + own, random);
	});
	return [
		...items,
		recommendation(overall, quartier.level.overall, random),
		knowsTreff(quartier.knowsTreff, random)
	];
}
