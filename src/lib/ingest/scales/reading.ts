import { phraseAt, stem, type Meaning } from './lexicon';
import { partsOf, withoutExplanation, wordsOf } from './tokens';
import type { Turn } from './homonyms';

/** What the words of one label say. */
export type Reading = {
	/** its place; 0 is the middle of what is asked */
	place: number;
	/** dimensions that its words belong to */
	dimensions: readonly string[];
	/** what it is about: words that the lexicon does not know, without their endings */
	about: string;
	/** whether it says "nicht" or "kaum" of a word of its own */
	negated: boolean;
	/** whether it is nothing but words that the lexicon does not know */
	bare: boolean;
	/** whether it says "ziemlich" or another word that some take for more than the plain one */
	fuzzy: boolean;
	/** whether it is a middle by itself, "neutral" */
	middle: boolean;
	/** phrases of the lexicon that it was read by */
	phrases: readonly string[];
};

type Piece = { phrase: string; meaning: Meaning } | { unknown: string };

function itemsOf(words: readonly string[], turn: Turn): Piece[] {
	const items: Piece[] = [];
	for (let at = 0; at < words.length;) {
		const found = phraseAt(words, at);
		const word = words[at] ?? '';
		const other = turn[word] ?? turn[stem(word)];
		if (other && (found === null || found.length === 1)) {
			items.push({ phrase: word, meaning: other });
			at++;
		} else if (found) {
			items.push(found);
			at += found.length;
		} else {
			items.push({ unknown: stem(word) });
			at++;
		}
	}
	return items;
}

type Kind = Meaning['kind'];
type Of<K extends Kind> = Extract<Meaning, { kind: K }>;

/** How far from the middle two words of degree go together: "sehr stark" is a little more than "stark". */
const together = (values: readonly number[]): number =>
	Math.max(...values) + (values.length > 1 && Math.max(...values) >= 3 ? 0.3 : 0);

/** How much is said of the word that is judged: below 0 for negations; undefined for the plain word. */
function degreeOf(meanings: readonly Meaning[]): number | undefined {
	const all = <K extends Kind>(kind: K) =>
		meanings.filter((one): one is Of<K> => one.kind === kind);
	const has = (kind: Kind) => meanings.some((one) => one.kind === kind);
	const degrees = all('degree').map(({ value }) => value);
	const almost = has('almost') ? 0.3 : 0;
	if (has('zero') || (has('not') && has('at all'))) return -4.5 + almost;
	const [low] = all('low');
	if (low)
		return degrees.length === 0 ? low.value : low.value * (together(degrees) > 2 ? 1.3 : 0.9);
	if (has('not')) {
		if (degrees.length === 0) return -2.5;
		const first = meanings.findIndex(({ kind }) => kind === 'degree');
		const before = first < meanings.findIndex(({ kind }) => kind === 'not');
		// "völlig nicht" says it of the negation, "nicht völlig" denies it.
		return before ? -together(degrees) : together(degrees) > 1.5 ? -1.2 : -together(degrees);
	}
	if (degrees.length > 0) return together(degrees) - almost;
	return all('medium')[0]?.beside;
}

/** The place of a pole: its own, or as far on its side as is said. */
function placeOf(at: number, degree: number | undefined): number {
	if (degree === undefined || Math.abs(at) >= 4) return at;
	if (degree < 0) return Math.sign(at) * degree;
	// "Sehr befriedigend" is more than "befriedigend", and still no "gut".
	if (at > 0 && at < 2 && degree > 2.5) return at + (degree - 2.5) * 0.6;
	return (at * degree) / 2.5;
}

/** The amount that is said, "stark", "sehr geringe", of the things that are spoken of. */
function amountOf(poles: readonly Of<'pole'>[], degree: number | undefined): number | undefined {
	const [pole] = poles;
	if (!pole) return degree;
	return placeOf(pole.at, degree);
}

function readWords(words: readonly string[], turn: Turn): Reading | null {
	if (words.length === 0) return null;
	const items = itemsOf(words, turn);
	const known = items.filter((item) => 'meaning' in item);
	const meanings = known.map(({ meaning }) => meaning).filter(({ kind }) => kind !== 'filler');
	const has = (kind: Kind) => meanings.some((one) => one.kind === kind);
	const unknown = items.flatMap((item) => ('unknown' in item ? [item.unknown] : []));
	const reading = {
		about: unknown.join(' '),
		dimensions: [] as string[],
		negated: false,
		bare: meanings.length === 0,
		fuzzy: meanings.some((one) => one.kind === 'degree' && one.fuzzy === true),
		middle: false,
		phrases: known.map(({ phrase }) => phrase)
	};
	// "Weder zufrieden noch unzufrieden" names both ends and means neither.
	if (has('neither')) return { ...reading, about: '', place: 0, middle: true };
	const too = has('too') || isTooMuch(words, meanings);
	if (has('middle') && !too) return { ...reading, place: 0, middle: true };
	const poles = meanings.filter((one) => one.kind === 'pole');
	const answer = poles.filter(({ dimension }) => dimension === 'yes-no');
	const amounts = poles.filter(({ dimension }) => dimension === 'level');
	const others = poles.filter((pole) => !answer.includes(pole) && !amounts.includes(pole));
	// "Rarely true" says how often, of what is true.
	const often = others.filter(({ dimension }) => dimension === 'frequency');
	const judged = often.length > 0 ? often : others;
	if (new Set(judged.map(({ dimension }) => dimension)).size > 1) return null;
	if (new Set(judged.map(({ at }) => Math.sign(at))).size > 1 || answer.length > 1) return null;
	if (too) return tooMuch(reading, words, meanings, amounts[amounts.length - 1] ?? judged[0]);
	const almost = has('almost') ? 0.3 : 0;
	const degree = amountOf(amounts, degreeOf(meanings));
	const dimensions = [...new Set(poles.map(({ dimension }) => dimension))];
	const [pole] = judged;
	if (pole) {
		const place = placeOf(pole.at, degree);
		const near = Math.abs(pole.at) >= 4 ? almost * -Math.sign(pole.at) : 0;
		const negated = (degree ?? 0) < 0 && !amounts.length;
		return { ...reading, dimensions, negated, place: place + near };
	}
	// "Ja, sehr" and "nein, gar nicht" say how much; "eher ja" says how surely.
	const [said] = answer;
	if (said && degree === undefined && unknown.length === 0)
		return { ...reading, dimensions, place: said.at };
	if (said && degree !== undefined && amounts.length === 0) {
		const place = said.at < 0 ? -Math.abs(degree) : degree;
		return { ...reading, dimensions, place };
	}
	if (has('medium') && unknown.length === 0 && meanings.length === 1)
		return { ...reading, place: 0, middle: true };
	if (degree === undefined && meanings.length > 0 && !said) return null;
	return { ...reading, dimensions, place: degree ?? (said && said.at < 0 ? -2.5 : 2.5) };
}

/** "zu hoch", "viel zu wenig": German has no word of its own for it, only its place before another. */
function isTooMuch(words: readonly string[], meanings: readonly Meaning[]): boolean {
	const at = words.indexOf('zu');
	if (at < 0 || meanings.some(({ kind }) => kind === 'not' || kind === 'zero')) return false;
	const next = phraseAt(words, at + 1)?.meaning;
	return next?.kind === 'low' || (next?.kind === 'pole' && next.dimension !== 'agreement')
		? true
		: next?.kind === 'degree' && words[at + 1] === 'viel';
}

function tooMuch(
	reading: Omit<Reading, 'place'>,
	words: readonly string[],
	meanings: readonly Meaning[],
	pole: Of<'pole'> | undefined
): Reading {
	const low = meanings.some(({ kind }) => kind === 'low');
	const begins = ['zu', 'too'].includes(words[0] ?? '');
	const side = low || (pole !== undefined && pole.at < 0) ? -1 : 1;
	const first = phraseAt(words, 0)?.meaning;
	const said = first?.kind === 'degree' ? first.value : first?.kind === 'pole' && !begins ? 3 : 2.8;
	return { ...reading, dimensions: ['too'], place: side * (said === 3 ? 3.6 : said) };
}

/** Two answers named at once are one between them. */
function between(readings: readonly (Reading | null)[]): Reading | null {
	const parts = readings.filter((one) => one !== null);
	const [first] = parts;
	if (!first || parts.length < readings.length || parts.length < 2) return null;
	const abouts = new Set(parts.map(({ about }) => about).filter((about) => about !== ''));
	if (abouts.size > 1) return null;
	return {
		...first,
		about: [...abouts][0] ?? '',
		place: parts.reduce((all, { place }) => all + place, 0) / parts.length,
		dimensions: [...new Set(parts.flatMap(({ dimensions }) => dimensions))],
		negated: parts.some(({ negated }) => negated),
		bare: parts.every(({ bare }) => bare),
		fuzzy: parts.some(({ fuzzy }) => fuzzy),
		middle: parts.every(({ middle }) => middle),
		phrases: parts.flatMap(({ phrases }) => phrases)
	};
}

/** What a label says, in the turn that words of two meanings take in its set; null where it says no place. */
export function read(label: string, turn: Turn): Reading | null {
	const faces = readSigns(label);
	if (faces) return faces;
	const words = wordsOf(label);
	const several = words.some((word) => word === 'oder' || word === 'or');
	const neither = words.some((word) => word === 'neither' || word === 'weder');
	const parts = partsOf(label);
	const split = () =>
		parts.length > 1 && !neither
			? between(parts.map((part) => readWords(wordsOf(part), turn)))
			: null;
	const all = readWords(words, turn);
	const whole = (several && !all?.middle ? split() : null) ?? all;
	if (whole && whole.about === '') return whole;
	const apart = split();
	if (apart) return apart;
	const head = withoutExplanation(label);
	const short = head === null ? null : readWords(wordsOf(head), turn);
	return short && !short.bare && short.about.length < (whole?.about.length ?? Infinity)
		? short
		: whole;
}

/** Faces and signs, from the worst to the best. */
const SIGNS: readonly (readonly [number, RegExp])[] = [
	[-4, /^(😡|😠|🤬)$/u],
	[-2.5, /^(🙁|☹️?|😞|😟|😢|:-?\()$/u],
	[0, /^(😐|😑|:-?\|)$/u],
	[2.5, /^(🙂|☺️?|😊|:-?\))$/u],
	[4, /^(😀|😃|😄|😁|😍|:-?D)$/u]
];

function readSigns(label: string): Reading | null {
	const text = label.trim();
	const place = SIGNS.find(([, sign]) => sign.test(text))?.[0];
	if (place === undefined) return null;
	return {
		place,
		dimensions: ['quality'],
		about: '',
		negated: false,
		bare: false,
		fuzzy: false,
		middle: false,
		phrases: [text]
	};
}
