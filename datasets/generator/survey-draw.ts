import { INDEX_TOPICS } from '../../src/lib/domain';
import { ITEMS, KNOWS_TREFF, RECOMMENDATION } from './items';
import { PLANTED_QUARTIER, SAFETY, UNCHANGED_QUARTIER } from './planted';
import { householdsIn, QUARTIERE } from './quartiere';
import {
	distance,
	index,
	promoters,
	satisfied,
	significant,
	yes,
	type Mean,
	type Row
} from './reading';
import { WAVES } from './survey';

export const itemsOf = (topic: string): string[] =>
	ITEMS.filter((item) => item.topic === topic).map((item) => item.heading);

export const ofWave = (rows: readonly Row[], wave: number): Row[] =>
	rows.filter((row) => row['Welle'] === String(wave));

export const ofQuartier = (rows: readonly Row[], quartier: string): Row[] =>
	rows.filter((row) => row['Quartier'] === quartier);

/** Every Quartier but one: what a Quartier is compared with. */
export const restOf = (rows: readonly Row[], quartier: string): Row[] =>
	rows.filter((row) => row['Quartier'] !== quartier);

const WAVE_PAIRS = [
	[2019, 2022],
	[2022, 2025],
	[2019, 2025]
] as const;

/** Safety in the planted Quartier between two waves on both sides of the rise. */
const isPlanted = (quartier: string, topic: string, from: number, to: number): boolean =>
	quartier === PLANTED_QUARTIER && topic === 'safety' && from < SAFETY.wave && to >= SAFETY.wave;

/**
 * What comes out significant between two waves of a Quartier although nothing was planted. Items
 * and topic indices are two tables, each corrected by itself, as on the screen.
 */
export function falseAlarms(
	rows: readonly Row[],
	quartier: string,
	[from, to]: readonly [number, number]
): string[] {
	const before = ofWave(rows, from);
	const after = ofWave(rows, to);
	const items = new Map(
		ITEMS.filter(({ topic }) => !isPlanted(quartier, topic, from, to)).map(({ heading }) => [
			heading,
			distance(satisfied(before, heading), satisfied(after, heading))
		])
	);
	items.set(
		RECOMMENDATION,
		distance(promoters(before, RECOMMENDATION), promoters(after, RECOMMENDATION))
	);
	items.set(KNOWS_TREFF, distance(yes(before, KNOWS_TREFF), yes(after, KNOWS_TREFF)));
	const indices = new Map(
		INDEX_TOPICS.filter((topic) => !isPlanted(quartier, topic, from, to)).map((topic) => [
			`Index ${topic}`,
			distance(index(before, itemsOf(topic)), index(after, itemsOf(topic)))
		])
	);
	return [...significant(items), ...significant(indices)].map(
		(name) => `${quartier} ${from} to ${to}: ${name}`
	);
}

/** All false alarms: each Quartier, and the rest against which the planted one is compared. */
const allFalseAlarms = (rows: readonly Row[]): string[] =>
	WAVE_PAIRS.flatMap((pair) => [
		...QUARTIERE.flatMap(({ name }) => falseAlarms(ofQuartier(rows, name), name, pair)),
		...falseAlarms(restOf(rows, PLANTED_QUARTIER), 'rest', pair)
	]);

/** Share of the households of a Quartier whose sheet came back. */
function response(rows: readonly Row[], name: string, wave: number): Mean {
	const quartier = QUARTIERE.find((one) => one.name === name);
	const n = quartier ? householdsIn(quartier, wave) : 0;
	const value = ofQuartier(ofWave(rows, wave), name).length / n;
	return { value, variance: (value * (1 - value)) / n, n };
}

/** Drawn change of the share satisfied in a safety item between the two waves around the rise. */
export function safetyRise(rows: readonly Row[], item: string): number {
	const before = WAVES.findLast(({ year }) => year < SAFETY.wave)?.year ?? 0;
	return (
		satisfied(ofWave(rows, SAFETY.wave), item).value - satisfied(ofWave(rows, before), item).value
	);
}

/** Safety: the planted rise, and a flat rest. */
const safetyProblems = (rows: readonly Row[]): string[] =>
	Object.keys(SAFETY.shareBefore).flatMap((item) => {
		const own = safetyRise(ofQuartier(rows, PLANTED_QUARTIER), item);
		const rest = safetyRise(restOf(rows, PLANTED_QUARTIER), item);
		const shown = Math.abs(own - SAFETY.rise) <= SAFETY.tolerance && Math.abs(rest) < 0.03;
		return shown ? [] : [`${item}: rise of ${own}, rest ${rest}`];
	});

/** Neighbourhood: in every wave clearly below the rest. */
const neighbourhoodProblems = (rows: readonly Row[]): string[] =>
	WAVES.flatMap(({ year }) =>
		itemsOf('neighbourhood').flatMap((item) => {
			const sheets = ofWave(rows, year);
			const own = satisfied(ofQuartier(sheets, PLANTED_QUARTIER), item);
			const rest = satisfied(restOf(sheets, PLANTED_QUARTIER), item);
			const shown = rest.value - own.value > 0.08 && distance(own, rest) > 3;
			return shown ? [] : [`${item} ${year}: ${own.value}, rest ${rest.value}`];
		})
	);

/** Response where nothing changes. */
const responseProblems = (rows: readonly Row[]): string[] =>
	WAVE_PAIRS.filter(([from, to]) => {
		const before = response(rows, UNCHANGED_QUARTIER, from);
		return Math.abs(distance(before, response(rows, UNCHANGED_QUARTIER, to))) > 1.96;
	}).map(([from, to]) => `${UNCHANGED_QUARTIER} ${from} to ${to}: response`);

/** Levels outside of what tenant surveys find: shares of 35 to 85 %, NPS of −10 to 35. */
const rangeProblems = (rows: readonly Row[]): string[] =>
	WAVES.flatMap(({ year }) =>
		QUARTIERE.flatMap(({ name }) => {
			const sheets = ofQuartier(ofWave(rows, year), name);
			const score = promoters(sheets, RECOMMENDATION).value;
			const outside = ITEMS.map(({ heading }) => heading).filter((heading) => {
				const share = satisfied(sheets, heading).value;
				return share < 0.35 || share > 0.85;
			});
			if (score < -0.1 || score > 0.35) outside.push(RECOMMENDATION);
			return outside.map((heading) => `${name} ${year}: ${heading} out of range`);
		})
	);

/** What the draw of the survey does not show as planted; empty where it does. */
export const surveyProblems = (rows: readonly Row[]): string[] => [
	...safetyProblems(rows),
	...neighbourhoodProblems(rows),
	...responseProblems(rows),
	...rangeProblems(rows),
	...allFalseAlarms(rows)
];
