import { pointNumber, topOf, type Scale } from '../../domain';
import { sum } from '../columns';
import type { Evidence } from '../mapping';
import { isNonSubstantive, MISSING_CODES, normalise } from '../words';
import { numberFormat, parseNumber } from '../values';
import { KNOWN_SCALES, type KnownScale } from './known';

/**
 * A scale as suggested. `certain`: order and missing codes are decided by words or by a declaration. Whether
 * the good end and the top box are decided as well says `scale.settled`.
 */
export type ScaleSuggestion = { scale: Scale; certain: boolean; evidence?: Evidence[] };

const collator = new Intl.Collator('de', { numeric: true });

type Match = { known: KnownScale; words: (string | undefined)[]; missing: number };

/** Which point of a known scale each answer is; null where one of them is none of its words. */
function matchKnown(known: KnownScale, answers: readonly string[]): Match | null {
	const words: (string | undefined)[] = known.points.map(() => undefined);
	for (const answer of answers) {
		const wanted = normalise(answer);
		const point = known.points.findIndex((wordings) =>
			wordings.some((word) => normalise(word) === wanted)
		);
		if (point < 0) return null;
		// Two different answers on one point mean that the scale is a finer one.
		const before = words[point];
		if (before !== undefined && normalise(before) !== wanted) return null;
		words[point] = before ?? answer;
	}
	return { known, words, missing: words.filter((word) => word === undefined).length };
}

/** Words for a point that nobody chose, in the language of those that somebody did. */
function wordFor(match: Match, point: number): string {
	const wordings = match.known.points[point] ?? [];
	const seen = match.words.findIndex((word) => word !== undefined);
	const english = /^[a-z ]+$/i.test(match.words[seen] ?? '') && isEnglish(match, seen);
	const language = wordings.find((word) => looksEnglish(word) === english);
	return language ?? wordings[0] ?? '';
}

const ENGLISH_WORDS =
	/\b(very|fairly|somewhat|dis)?(satisfied|unsatisfied|dissatisfied|agree|disagree|poor|bad|fair|good|excellent|average|safe|unsafe|never|rarely|seldom|sometimes|often|always|occasionally|frequently|important|low|medium|middle|high|yes|no|maybe|neither)\b/i;
const looksEnglish = (word: string): boolean => ENGLISH_WORDS.test(word);
const isEnglish = (match: Match, point: number): boolean => looksEnglish(match.words[point] ?? '');

function fromKnown(match: Match, nonSubstantive: string[]): Scale {
	const { known } = match;
	const labels = match.words.map((word, point) => word ?? wordFor(match, point));
	return {
		id: known.id,
		kind: known.id === 'yes-no' ? 'yes-no' : 'ordinal',
		points: labels.length,
		labels,
		titles: {},
		topBox: labels.slice(labels.length - known.top),
		direction: 'higher-better',
		nonSubstantive
	};
}

const range = (from: number, to: number): string[] =>
	Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

const RECOMMENDATION = /empfehl|empfiehl|recommend|\bnps\d*\b/i;
const GRADES = /schulnote|\bnote[n]?\b|\bgrade/i;

/** Numbers: 0 to 10 for a recommendation, school grades, points from 1 to k, or plain numbers. */
function fromNumbers(
	heading: string,
	answers: string[],
	nonSubstantive: string[]
): ScaleSuggestion | null {
	const format = numberFormat(answers);
	const codes = answers.filter((answer) => MISSING_CODES.has(answer));
	const rest = answers.filter((answer) => !MISSING_CODES.has(answer));
	const restNumbers = rest.map((answer) => parseNumber(answer, format));
	if (restNumbers.length === 0 || restNumbers.some((number) => number === null)) return null;
	const values = restNumbers as number[];
	const low = Math.min(...values);
	const high = Math.max(...values);
	const whole = rest.every((answer) => /^(0|[1-9]\d?)$/.test(answer));
	const scale = (
		id: string,
		points: string[],
		top: number,
		direction: Scale['direction']
	): Scale => ({
		id,
		kind: id === 'nps' ? 'nps' : 'ordinal',
		points: points.length,
		labels: points,
		titles: {},
		topBox: points.slice(points.length - top),
		direction,
		nonSubstantive: [...nonSubstantive, ...codes]
	});
	if (whole && low >= 0 && high <= 10 && RECOMMENDATION.test(heading)) {
		return { scale: scale('nps', range(0, 10), 2, 'higher-better'), certain: true };
	}
	if (whole && low >= 1 && high <= 6 && GRADES.test(heading)) {
		return { scale: scale('grades6', range(1, 6).reverse(), 2, 'lower-better'), certain: true };
	}
	if (whole && low >= 1 && high <= 7 && high >= 2) {
		const points = Math.max(high, 3);
		return {
			scale: scale(`points${points}`, range(1, points), points > 3 ? 2 : 1, 'higher-better'),
			certain: false
		};
	}
	if (whole && low === 0 && high === 1) {
		const yesNo = scale('yes-no', ['0', '1'], 1, 'higher-better');
		return { scale: { ...yesNo, kind: 'yes-no' }, certain: false };
	}
	if (whole && low >= 0 && high === 10) {
		return { scale: scale('points11', range(0, 10), 2, 'higher-better'), certain: false };
	}
	const numeric: Scale = {
		id: 'numeric',
		kind: 'numeric',
		points: 0,
		labels: [],
		titles: {},
		topBox: [],
		direction: 'none',
		nonSubstantive
	};
	// Without a scale a 99 is a number like any other.
	return { scale: numeric, certain: true };
}

/**
 * Points that are numbered and partly in words, such as `0 – gar nicht`, 1, 2, …, `10 – sehr`: the
 * number counts. Which end is the good one, the user has to say.
 */
function fromNumbered(
	heading: string,
	answers: string[],
	nonSubstantive: string[]
): ScaleSuggestion | null {
	const numbers = answers.map(pointNumber);
	if (numbers.includes(null) || new Set(numbers).size < answers.length) return null;
	const [low, high] = [Math.min(...(numbers as number[])), Math.max(...(numbers as number[]))];
	if (low < 0 || high > 10 || high - low < 2) return null;
	// Points that nobody chose stand by their number.
	const labels = range(low, high).map(
		(point) => answers.find((answer) => pointNumber(answer) === Number(point)) ?? point
	);
	const recommends = low === 0 && high === 10 && RECOMMENDATION.test(heading);
	return {
		scale: {
			id: recommends ? 'nps' : `points${labels.length}`,
			kind: recommends ? 'nps' : 'ordinal',
			points: labels.length,
			labels,
			titles: {},
			topBox: topOf(labels),
			direction: 'higher-better',
			nonSubstantive
		},
		certain: recommends
	};
}

const CODE = /^(A|L|AO)0*(\d{1,2})$/i;

/** Answer codes as LimeSurvey writes them. The first answer of a question is by custom the best one; the user has to say. */
function fromCodes(answers: string[], nonSubstantive: string[]): ScaleSuggestion | null {
	if (answers.length < 2 || !answers.every((answer) => CODE.test(answer))) return null;
	const prefix = answers[0]?.replace(/\d+$/, '').replace(/0+$/, '') ?? 'A';
	const width = answers[0]?.replace(/^\D+/, '').length ?? 1;
	const highest = Math.max(...answers.map((answer) => Number(CODE.exec(answer)?.[2])));
	const points = Math.max(highest, 2);
	const labels = range(1, points)
		.reverse()
		.map((number) => prefix + number.padStart(width, '0'));
	return {
		scale: {
			id: `points${points}`,
			kind: 'ordinal',
			points,
			labels,
			titles: {},
			topBox: topOf(labels),
			direction: 'lower-better',
			nonSubstantive
		},
		certain: false
	};
}

/** Where `trifft zu` is among the answers, `trifft nicht zu` is an answer as well and not "not applicable". */
const setApart = (answers: readonly string[]): [string[], string[]] => {
	const agreement = answers.some((answer) =>
		/^(trifft ((voll|völlig|eher|überhaupt|gar)\b.*)?zu)$/.test(normalise(answer))
	);
	const outside = (answer: string) =>
		isNonSubstantive(answer) && !(agreement && normalise(answer) === 'trifft nicht zu');
	return [answers.filter((answer) => !outside(answer)), answers.filter(outside)];
};

/** Answers rarer than this share of a column are left aside before a column is given up as no scale. */
const RARE = 0.02;

/** The answers that most rows hold: without the odd one that a slip of the pen has brought in. */
function frequent(answers: readonly string[], counts: ReadonlyMap<string, number>): string[] {
	const all = sum(counts.values());
	return answers.filter((answer) => (counts.get(answer) ?? 0) > all * RARE);
}

function suggest(
	heading: string,
	answers: string[],
	nonSubstantive: string[]
): ScaleSuggestion | null {
	const matches = KNOWN_SCALES.map((known) => matchKnown(known, answers)).filter(
		(match) => match !== null
	);
	// A single wording fits many scales; the tightest one is the likeliest, the first one by custom.
	const best = matches.sort((a, b) => a.missing - b.missing)[0];
	if (best) {
		const tie = matches.filter((match) => match.missing === best.missing).length > 1;
		return { scale: fromKnown(best, nonSubstantive), certain: answers.length > 1 && !tie };
	}
	return (
		fromNumbers(heading, answers, nonSubstantive) ??
		fromNumbered(heading, answers, nonSubstantive) ??
		fromCodes(answers, nonSubstantive)
	);
}

/**
 * The scale of a column, from its heading and the distinct answers in it (without the empty one).
 * Null where the answers look like no scale: names, free text, many different words.
 */
export function recogniseScale(
	heading: string,
	distinct: readonly string[]
): ScaleSuggestion | null {
	const [answers, nonSubstantive] = setApart(distinct);
	return answers.length === 0 ? null : suggest(heading, answers, nonSubstantive);
}

/**
 * The same with all the answers of the column at hand: the odd one that a slip of the pen has brought
 * in does not cost the scale. It is left aside, for the check to name, and the suggestion is not certain.
 */
export function recogniseAnswers(
	heading: string,
	counts: ReadonlyMap<string, number>
): ScaleSuggestion | null {
	const distinct = [...counts.keys()];
	const found = recogniseScale(heading, distinct);
	if (found) return found;
	const [answers, nonSubstantive] = setApart(distinct);
	const core = frequent(answers, counts);
	if (core.length < 3 || core.length === answers.length) return null;
	const likely = suggest(heading, core, nonSubstantive);
	return likely && { ...likely, certain: false };
}

/** Answers without an order, such as a type of building, in German order. */
export const nominalScale = (distinct: readonly string[]): Scale => {
	const [answers, nonSubstantive] = setApart(distinct);
	return {
		id: 'nominal',
		kind: 'nominal',
		points: 0,
		labels: [...answers].sort(collator.compare),
		titles: {},
		topBox: [],
		direction: 'none',
		nonSubstantive
	};
};

/** The scale of a battery, from the answers to all of its questions together. */
export function recogniseBattery(
	heading: string,
	countsOfAll: readonly ReadonlyMap<string, number>[]
): ScaleSuggestion | null {
	const all = new Map<string, number>();
	for (const counts of countsOfAll)
		for (const [answer, n] of counts) all.set(answer, (all.get(answer) ?? 0) + n);
	return recogniseAnswers(heading, all);
}
