import { topOf, type Scale } from '../domain';
import type { Field } from './codebooks';
import { nominalScale, recogniseScale, type ScaleSuggestion } from './scales/recognise';
import { isNonSubstantive } from './words';

type Category = NonNullable<Field['categories']>[number];

const wordOf = ({ value, label }: Category): string => label ?? value;

/** A scale in words with the codes of the file in their place. */
function inCodes(scale: Scale, code: (word: string) => string): Scale {
	const labels = scale.labels.map(code);
	const titles = scale.labels.flatMap((word): [string, string][] =>
		code(word) === word ? [] : [[code(word), word]]
	);
	return {
		...scale,
		labels,
		titles: Object.fromEntries(titles),
		topBox: scale.topBox.map(code),
		nonSubstantive: scale.nonSubstantive.map(code)
	};
}

/** Points in an order that is declared, the good end of which nothing says. */
const inOrder = (labels: string[], nonSubstantive: string[]): Scale => ({
	id: `points${labels.length}`,
	kind: 'ordinal',
	points: labels.length,
	labels,
	titles: {},
	topBox: topOf(labels),
	direction: 'none',
	nonSubstantive,
	settled: false
});

const isWhole = (value: string): boolean => /^-?\d{1,2}$/.test(value);

/** As many points as a scale has that is labelled at its ends alone. */
const MOST_POINTS = 11;

/**
 * A scale of which the codebook words some points, such as the two ends of 1 to 10: all numbers from its
 * first to its last are points. The words say which end is which.
 */
function partlyWorded(
	heading: string,
	categories: readonly Category[],
	answers: readonly string[]
): ScaleSuggestion | null {
	const ordered = categories.toSorted((a, b) => Number(a.value) - Number(b.value));
	const ends = ordered.filter((one) => !isNonSubstantive(wordOf(one)));
	if (!ends.every(({ value }) => isWhole(value)) || !answers.every(isWhole)) return null;
	const [low, high] = [Number(ends[0]?.value), Number(ends.at(-1)?.value)];
	const size = high - low + 1;
	if (!(size > ends.length && size <= MOST_POINTS)) return null;
	if (answers.some((answer) => Number(answer) < low || Number(answer) > high)) return null;
	const numbers = Array.from({ length: size }, (_, at) => String(low + at));
	const titles = new Map(ends.map((one) => [one.value, wordOf(one)]));
	const recommended = recogniseScale(heading, numbers);
	if (recommended?.scale.kind === 'nps') {
		const scale = { ...recommended.scale, titles: Object.fromEntries(titles), settled: true };
		return { scale, certain: true, evidence: ['declared', 'heading'] };
	}
	// Ends in words with bare numbers between them are a scale like any other of that form.
	const worded = numbers.map((value) => titles.get(value) ?? value);
	const found = recogniseScale(heading, worded);
	const number = (word: string): string => numbers[worded.indexOf(word)] ?? word;
	const whole = found?.scale.kind === 'ordinal' && found.scale.labels.length === size;
	const scale = whole && found.certain ? found.scale : inOrder(worded, []);
	return { scale: inCodes(scale, number), certain: true, evidence: ['declared'] };
}

/** The scale that is declared by words, in these words: in the order that they or the codebook say. */
function inWords(
	heading: string,
	words: readonly string[],
	ordered: boolean | undefined
): ScaleSuggestion {
	const found = recogniseScale(heading, words);
	const own = nominalScale(words);
	const labels = words.filter((word) => own.labels.includes(word));
	// What the codebook does not name is no point of its scale.
	const isWhole =
		found !== null &&
		found.scale.labels.length === labels.length &&
		labels.every((label) => found.scale.labels.includes(label));
	if (found && isWhole && (found.certain || !ordered))
		return { ...found, evidence: ['declared', ...(found.certain ? (['words'] as const) : [])] };
	if (ordered)
		return { scale: inOrder(labels, own.nonSubstantive), certain: true, evidence: ['declared'] };
	return {
		scale: { ...own, labels, settled: false },
		certain: false,
		evidence: ['declared']
	};
}

/**
 * The scale that a codebook declares for a column, in the answers as they stand in the file: codes or
 * words; `distinct` comes without those that it declares missing. Null where it declares none, or
 * another one than the file has. What is declared is never guessed again: neither points nor order.
 */
export function declaredScale(
	heading: string,
	field: Field | undefined,
	distinct: readonly string[]
): ScaleSuggestion | null {
	const categories = field?.categories ?? [];
	if (categories.length < 2) return null;
	const answers = distinct.filter((one) => !isNonSubstantive(one));
	const coded = answers.every((one) => categories.some(({ value }) => value === one));
	const spoken = answers.every((one) => categories.some((category) => wordOf(category) === one));
	if (!coded && !spoken) return partlyWorded(heading, categories, answers);
	if (coded) {
		const partly = partlyWorded(heading, categories, answers);
		if (partly) return partly;
	}
	const code = (word: string): string => {
		const category = coded ? categories.find((one) => wordOf(one) === word) : undefined;
		return category?.value ?? word;
	};
	const found = inWords(heading, categories.map(wordOf), field?.categoriesOrdered);
	return { ...found, scale: inCodes(found.scale, code) };
}
