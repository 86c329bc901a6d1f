import { pointNumber, topOf, type Scale } from '../../domain';
import { sum } from '../columns';
import { completed } from './complete';
import { setApart } from './missing';
import { byName, range, recogniseNumbers, RECOMMENDATION } from './numbers';
import { orderOf, type Order } from './order';
import { ordinal, unpointed, type ScaleSuggestion } from './suggestion';

export { orderOf, type Order } from './order';
export type { ScaleSuggestion } from './suggestion';

/** The answers that count as satisfied: of words that judge those on the good side, at most two of them. */
function topBoxOf({ labels, places, good }: Order): string[] {
	const positive = labels.filter((_, at) => (places[at] ?? 0) > 0);
	return good && positive.length > 0 && positive.length < 3 && labels.length < 6
		? positive
		: topOf(labels);
}

/** Questions that ask whether something is known or used: what counts is yes, and neither is good nor bad. */
const KNOWS_OR_USES =
	/^(kennen|nutzen|besuchen|verwenden) sie\b|^(do you (know|use|visit)|have you (heard of|used|visited))\b/i;

/** Headings of which much is good, so that a high level is. */
const MUCH_IS_GOOD = /(?<!un)zufriedenheit|(?<!dis)satisfaction/i;

/** Whether the words of the question say which end is good, where those of the answers do not. */
const saidByHeading = (heading: string, dimension: string, yesNo: boolean): boolean =>
	(yesNo && KNOWS_OR_USES.test(heading)) || (dimension === 'level' && MUCH_IS_GOOD.test(heading));

/** The scale of answers whose order words decide. */
function fromOrder(heading: string, order: Order, nonSubstantive: string[]): ScaleSuggestion {
	const { labels, places, dimension } = order;
	const numbers = labels.map(pointNumber);
	const down = !numbers.includes(null) && (numbers[0] ?? 0) > (numbers[numbers.length - 1] ?? 0);
	const recommends =
		numbers[0] === 0 && numbers[labels.length - 1] === 10 && RECOMMENDATION.test(heading);
	const yesNo = dimension === 'yes-no' && labels.length === 2;
	const byHeading = saidByHeading(heading, dimension, yesNo);
	const bothSides = dimension === 'stars' || (places[0] ?? 0) <= 0;
	const name = dimension === 'words' || dimension === 'quantity' ? 'points' : dimension;
	return ordinal({
		id: recommends ? 'nps' : yesNo ? 'yes-no' : `${name}${labels.length}`,
		kind: recommends ? 'nps' : yesNo ? 'yes-no' : 'ordinal',
		labels,
		topBox: topBoxOf(order),
		direction: yesNo && byHeading ? 'none' : down ? 'lower-better' : 'higher-better',
		nonSubstantive,
		certain: order.certain && labels.length > 1,
		settled: recommends || byHeading || (order.good && bothSides),
		evidence: recommends || byHeading ? ['words', 'heading'] : ['words']
	});
}

/** Points that are numbered and hardly in words: the number counts, which end is good the user has to say. */
function fromNumbered(answers: string[], nonSubstantive: string[]): ScaleSuggestion | null {
	const numbers = answers.flatMap((answer) => pointNumber(answer) ?? []);
	if (numbers.length < answers.length || new Set(numbers).size < answers.length) return null;
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
	if (low < 0 || high > 10 || high - low < 2) return null;
	const labels = range(low, high).map(
		(point) => answers.find((answer) => pointNumber(answer) === Number(point)) ?? point
	);
	return ordinal({
		id: `points${labels.length}`,
		labels,
		topBox: topOf(labels),
		nonSubstantive,
		certain: false,
		settled: false,
		evidence: ['values']
	});
}

const CODE = /^(A|L|AO)0*(\d{1,2})$/i;

/** Answer codes as LimeSurvey writes them. The first answer of a question is by custom the best one; the user has to say. */
function fromCodes(answers: string[], nonSubstantive: string[]): ScaleSuggestion | null {
	if (answers.length < 2 || !answers.every((answer) => CODE.test(answer))) return null;
	const prefix = answers[0]?.replace(/\d+$/, '').replace(/0+$/, '') ?? 'A';
	const width = answers[0]?.replace(/^\D+/, '').length ?? 1;
	const highest = Math.max(...answers.map((answer) => Number(CODE.exec(answer)?.[2])));
	const labels = range(1, Math.max(highest, 2))
		.reverse()
		.map((number) => prefix + number.padStart(width, '0'));
	return ordinal({
		id: `points${labels.length}`,
		labels,
		topBox: topOf(labels),
		direction: 'lower-better',
		nonSubstantive,
		certain: false,
		settled: false,
		evidence: ['values']
	});
}

/** What any remark may say: "zu laut". */
const IN_REMARKS = ['too', 'words', 'level', 'change'];

/** Whether answers that words order in part only are remarks: nobody says twice what people write themselves. */
function isRemark(order: Order, counts: ReadonlyMap<string, number> | undefined): boolean {
	const alone = order.labels.length === 1 && IN_REMARKS.includes(order.dimension);
	const own = order.labels.every((label) => (counts?.get(label) ?? 2) === 1);
	return alone || (order.loose === true && own);
}

function suggest(
	heading: string,
	answers: string[],
	nonSubstantive: string[],
	counts?: ReadonlyMap<string, number>
): ScaleSuggestion | null {
	if (answers.length === 0) return null;
	const numbers = recogniseNumbers(heading, answers, nonSubstantive, counts);
	if (numbers) return numbers;
	const onlyOne = oneOfYesAndNo(answers, nonSubstantive);
	if (onlyOne) return onlyOne;
	const codes = fromCodes(answers, nonSubstantive);
	if (codes) return codes;
	const order = answers.length > MOST_POINTS ? null : orderOf(answers);
	if (!order) return fromNumbered(answers, nonSubstantive);
	return isRemark(order, counts) ? null : fromOrder(heading, completed(order), nonSubstantive);
}

/** Yes and no as they stand beside each other. */
const YES_AND_NO: readonly (readonly [no: string, yes: string])[] = [
	['nein', 'ja'],
	['no', 'yes'],
	['n', 'j'],
	['n', 'y']
];

/** Where everybody said the same of yes and no, the other one was a possible answer all the same. */
function oneOfYesAndNo(
	[answer = '', ...others]: readonly string[],
	nonSubstantive: readonly string[]
): ScaleSuggestion | null {
	const word = answer.toLowerCase();
	const pair = YES_AND_NO.find((one) => one.includes(word));
	if (!pair || others.length > 0) return null;
	const isCapital = answer !== word;
	const labels = pair.map((one) =>
		one === word ? answer : isCapital ? one[0]!.toUpperCase() + one.slice(1) : one
	);
	return ordinal({
		id: 'yes-no',
		kind: 'yes-no',
		labels,
		topBox: labels.slice(1),
		nonSubstantive,
		certain: false,
		settled: false,
		evidence: ['words']
	});
}

/** More different answers than this are no points of a scale. */
const MOST_POINTS = 15;

/**
 * The scale of a column, from its heading and the distinct answers in it (without the empty one).
 * Null where the answers look like no scale: names, free text, many different words.
 */
export function recogniseScale(
	heading: string,
	distinct: readonly string[]
): ScaleSuggestion | null {
	return suggest(heading, ...setApart(distinct));
}

/** Answers rarer than this share of a column are left aside before a column is given up as no scale. */
const RARE = 0.02;

/** The answers that most rows hold: without the odd one that a slip of the pen has brought in. */
function frequent(answers: readonly string[], counts: ReadonlyMap<string, number>): string[] {
	const all = sum(counts.values());
	return answers.filter((answer) => (counts.get(answer) ?? 0) > all * RARE);
}

/** Nothing of it is certain: a person has to look. */
const doubted = (one: ScaleSuggestion): ScaleSuggestion => ({
	...one,
	scale: { ...one.scale, settled: false },
	certain: false
});

/**
 * The same with all the answers of the column at hand: the odd one that a slip of the pen has brought
 * in does not cost the scale. It is left aside, for the check to name, and the suggestion is not certain.
 */
export function recogniseAnswers(
	heading: string,
	counts: ReadonlyMap<string, number>
): ScaleSuggestion | null {
	const [answers, nonSubstantive] = setApart([...counts.keys()]);
	const found = suggest(heading, answers, nonSubstantive, counts);
	if (found?.certain) return found;
	const core = frequent(answers, counts);
	if (core.length < 3 || core.length === answers.length) return found;
	const likely = suggest(heading, core, nonSubstantive, counts);
	return likely && (likely.certain || !found) ? doubted(likely) : found;
}

/**
 * One scale for all the questions of a battery: what was answered to any of them is a point of it, so that one
 * that nobody chose in a single question still exists.
 */
export function recogniseBattery(
	heading: string,
	columns: readonly ReadonlyMap<string, number>[]
): ScaleSuggestion | null {
	const all = new Map<string, number>();
	for (const counts of columns)
		for (const [answer, count] of counts) all.set(answer, (all.get(answer) ?? 0) + count);
	const found = recogniseAnswers(heading, all);
	return found && { ...found, evidence: [...found.evidence, 'battery'] };
}

/** Answers without an order, such as a type of building: listed by name, to be found, not to be ranked. */
export const nominalScale = (distinct: readonly string[]): Scale => {
	const [answers, nonSubstantive] = setApart(distinct);
	return unpointed('nominal', byName(answers), nonSubstantive, false);
};
