import { isJudging } from './lexicon';
import { turnsOf, type Turn } from './homonyms';
import { read, type Reading } from './reading';
import { wordsOf } from './tokens';

/** Answers in their order, from low or negative to high or positive. */
export type Order = {
	labels: string[];
	/** where each stands; 0 is the middle where the words have one */
	places: number[];
	/** whether the words alone decide it */
	certain: boolean;
	/** what the answers are about: a dimension of the lexicon, `number`, or `words` */
	dimension: string;
	/** whether some of the answers could not be read at all */
	loose?: true;
	/** whether the words say that the upper end is the good one */
	good: boolean;
	/** phrases of the lexicon that it rests on */
	phrases: string[];
};

type Labelled = Reading & { label: string };

const PREFIXES = /^(un|in|im|ir|dis)/;

/** `X` where one is `X` and the other its opposite by a prefix: "fair" and "unfair". */
function oppositesOf(abouts: readonly string[]): { word: string; opposite: string } | null {
	const [one = '', two = ''] = abouts;
	if (PREFIXES.test(two) && two.replace(PREFIXES, '') === one) return { word: one, opposite: two };
	if (PREFIXES.test(one) && one.replace(PREFIXES, '') === two) return { word: two, opposite: one };
	return null;
}

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** Words that only say how much or how surely go with any others. */
const LIGHT_DIMENSIONS = ['level', 'yes-no', 'frequency'];

/** The dimension that the labels share; undefined where they belong to several. */
function dimensionOf(readings: readonly Labelled[]): string | undefined {
	const all = distinct(readings.flatMap(({ dimensions }) => dimensions));
	const heavy = all.filter((one) => !LIGHT_DIMENSIONS.includes(one));
	if (heavy.length > 1) return undefined;
	return heavy[0] ?? all.find((one) => one !== 'yes-no') ?? all[0] ?? 'words';
}

/** The labels about one thing, an opposite turned round; null where they are about several. */
function aboutOne(readings: readonly Labelled[]): Labelled[] | null {
	const abouts = distinct(readings.map(({ about }) => about)).filter((about) => about !== '');
	if (abouts.length === 0) return [...readings];
	const said = readings.filter(({ bare, about }) => !bare && about !== '');
	if (abouts.length === 2) {
		const pair = oppositesOf(abouts);
		if (!pair) return null;
		return readings.map((one) =>
			one.about === pair.opposite ? { ...one, place: -one.place, about: pair.word } : one
		);
	}
	if (abouts.length > 2) return null;
	// A thing named once, beside words without any, may be one of several things.
	const named = readings.filter(({ about }) => about !== '');
	const level = (one: Labelled) => one.dimensions.includes('level');
	if (named.length < 2 && readings.filter(level).length < 3) return null;
	return said.length === 0 ? null : [...readings];
}

/** "Gar nicht schwierig … sehr schwierig" goes up with what is said, though "schwierig" is a bad word. */
function upright(readings: readonly Labelled[]): Labelled[] {
	const judged = readings.filter(({ dimensions }) =>
		dimensions.some((one) => !['level', 'yes-no', 'frequency', 'too', 'change'].includes(one))
	);
	const down = judged.every(({ place, negated }) => (negated ? place > 0 : place < 0));
	if (judged.length === 0 || !down || !judged.some(({ negated }) => negated)) return [...readings];
	return readings.map((one) => (judged.includes(one) ? { ...one, place: -one.place } : one));
}

/** Nearer than this on the axis, people do not agree which of two words is more: "fairly" and "quite". */
const TOO_NEAR = 0.25;

/** "Kaum" and "eher nicht", two words for a little less than the middle, have no order of their own. */
const WEAK = { from: -2, to: -0.5 };

/** Whether the words leave no doubt. */
function decided(readings: readonly Labelled[]): boolean {
	const places = readings.map(({ place }) => place).sort((a, b) => a - b);
	if (places.some((place, at) => at > 0 && place - (places[at - 1] ?? 0) < TOO_NEAR)) return false;
	const within = (from: number, to: number) => places.filter((place) => place > from && place < to);
	if (within(WEAK.from, WEAK.to).length > 1) return false;
	// "Ziemlich" beside the plain word.
	const plain = (side: number) =>
		readings.some(({ fuzzy, place }) => !fuzzy && place === side * 2.5);
	if (readings.some(({ fuzzy, place, negated }) => fuzzy && !negated && plain(Math.sign(place))))
		return false;
	// "Nicht wichtig" beside "geringe Wichtigkeit".
	const denied = readings.some(({ negated, place }) => negated && place === -2.5);
	const level = (place: number, dimensions: readonly string[]) =>
		place < -2 && dimensions.includes('level');
	if (denied && readings.some(({ dimensions, place }) => level(place, dimensions))) return false;
	// "Kein Kontakt" beside "gering" and "hoch" may be the least, or no answer.
	const named = readings.filter(({ about }) => about !== '');
	if (named.length === 1 && !named[0]?.dimensions.includes('level')) return false;
	// "Keine Nachbarn" beside "gute" and "schlechte" answers another question.
	const nothing = named.some(({ place, dimensions }) => place === -4.5 && dimensions.length === 0);
	const judging = readings.some(({ dimensions }) => dimensions.some(isJudging));
	const levels = readings.some(({ dimensions }) => dimensions.includes('level'));
	if (nothing && judging && !levels) return false;
	// "Neutral" between "low" and "slightly", or between "slightly" and "very"?
	const middle = readings.some((one) => one.middle);
	return !middle || within(0, 1.6).length === 0 || within(-2, 0).length > 0;
}

/** "Eher A … eher B" without a word that says which of them is up. */
function betweenTwo(readings: readonly Labelled[]): Labelled[] | null {
	const abouts = distinct(readings.map(({ about }) => about)).filter((about) => about !== '');
	const [low] = abouts;
	const sides = abouts.map((about) => readings.filter((one) => one.about === about));
	if (abouts.length !== 2 || sides.some((side) => side.length < 2)) return null;
	const [one = [], two = []] = sides.map((side) => side.map(({ place }) => place).sort());
	if (one.join() !== two.join() || one.some((place) => place <= 0)) return null;
	return readings.map((reading) =>
		reading.about === low ? { ...reading, place: -reading.place } : reading
	);
}

function arrangedIn(labels: readonly string[], turn: Turn): Order | null {
	const readings: Labelled[] = [];
	for (const label of labels) {
		const reading = read(label, turn);
		if (!reading) return null;
		readings.push({ ...reading, label });
	}
	const dimension = dimensionOf(readings);
	if (dimension === undefined) return null;
	const one = aboutOne(readings);
	const placed = upright(one ?? betweenTwo(readings) ?? []);
	if (placed.length === 0 || placed.every(({ middle, bare }) => middle || bare)) return null;
	// Two answers, one with and one without a thing, are no scale: "Balkon", "kein Balkon".
	if (placed.length < 3 && placed.some(({ bare, about }) => bare && about !== '')) return null;
	const sorted = placed.toSorted((a, b) => a.place - b.place);
	const thing = placed.some(({ about }) => about !== '');
	return {
		labels: sorted.map(({ label }) => label),
		places: sorted.map(({ place }) => place),
		certain: one !== null && decided(placed) && !(thing && dimension === 'ease'),
		dimension,
		good: isJudging(dimension) && placed.every((two, at) => two.place === one?.[at]?.place),
		phrases: distinct(placed.flatMap(({ phrases }) => phrases))
	};
}

/**
 * Answers that look like a scale, though some of them are in words that are not known: those stand in the
 * middle, for a person to place. Null where fewer than half can be read.
 */
export function looselyArranged(labels: readonly string[]): Order | null {
	const turns = turnsOf(new Set(labels.flatMap(wordsOf)));
	for (const turn of turns) {
		const readable = labels.filter((label) => {
			const reading = read(label, turn);
			return reading !== null && !reading.bare;
		});
		if (readable.length < 2 || readable.length * 2 < labels.length) continue;
		const order = arrangedIn(readable, turn) ?? loosely(readable, turn);
		if (!order || order.labels.length * 2 < labels.length) continue;
		const unread = labels.filter((label) => !order.labels.includes(label));
		const below = order.places.filter((place) => place <= 0).length;
		return {
			...order,
			labels: order.labels.toSpliced(below, 0, ...unread),
			places: order.places.toSpliced(below, 0, ...unread.map(() => 0)),
			certain: false,
			loose: true,
			good: false
		};
	}
	return null;
}

/** The answers about the thing that most of them are about, with those about none. */
function loosely(labels: readonly string[], turn: Turn): Order | null {
	const about = (label: string) => read(label, turn)?.about ?? '';
	const things = distinct(labels.map(about));
	const shares = things.map((thing) =>
		labels.filter((label) => ['', thing].includes(about(label)))
	);
	for (const share of shares.toSorted((a, b) => b.length - a.length)) {
		if (share.length < 2 || share.length === labels.length) continue;
		const order = arrangedIn(share, turn);
		if (order) return order;
	}
	return null;
}

/** The order of answers by their words; null where they are no answers to one question of how much. */
export function arranged(labels: readonly string[]): Order | null {
	if (labels.length === 0) return null;
	let likely: Order | null = null;
	for (const turn of turnsOf(new Set(labels.flatMap(wordsOf)))) {
		const order = arrangedIn(labels, turn);
		if (order?.certain) return order;
		likely ??= order;
	}
	return likely;
}
