import { arranged, looselyArranged, type Order } from './arrange';
import { looselyMeasured, measured } from './quantities';

export type { Order } from './arrange';

/** A point that is numbered, with or without words: `7`, `1 - sehr gut`, `(5) stark`, `10 äußerst`. */
const NUMBERED = /^[([]?(\d{1,2})[)\]]?(?:\s*[-–—:=.)]+\s*|\s+|$)(\D.*)?$/su;

type Point = { label: string; number: number; words: string };

/** The labels with their numbers, if every one has a number of its own. */
function numberedPoints(labels: readonly string[]): Point[] | null {
	const points = labels.flatMap((label): Point[] => {
		const found = NUMBERED.exec(label.trim());
		return found ? [{ label, number: Number(found[1]), words: (found[2] ?? '').trim() }] : [];
	});
	const numbers = new Set(points.map(({ number }) => number));
	return points.length === labels.length && numbers.size === labels.length ? points : null;
}

/** Points that nobody chose stand by their number. */
function withGaps(points: readonly Point[]): Point[] {
	const sorted = points.toSorted((a, b) => a.number - b.number);
	const [low, high] = [sorted[0]?.number ?? 0, sorted[sorted.length - 1]?.number ?? 0];
	if (high - low > 10) return sorted;
	return Array.from({ length: high - low + 1 }, (_, at) => {
		const number = low + at;
		return (
			points.find((one) => one.number === number) ?? { label: String(number), number, words: '' }
		);
	});
}

/** The order of numbered answers: the words say which end is up, the numbers what stands between. */
function numbered(labels: readonly string[]): Order | null {
	const points = numberedPoints(labels);
	const worded = points?.filter(({ words }) => words !== '') ?? [];
	if (!points || worded.length < 2) return null;
	const words = worded.map((point) => point.words);
	if (new Set(words).size < words.length) return null;
	const order = arranged(words) ?? measured(words);
	if (!order) return null;
	const byNumber = withGaps(points);
	const numberOf = new Map(worded.map((point) => [point.words, point.number]));
	const numbers = order.labels.map((label) => numberOf.get(label) ?? NaN);
	const up = numbers.every((one, at) => at === 0 || one > (numbers[at - 1] ?? NaN));
	const down = numbers.every((one, at) => at === 0 || one < (numbers[at - 1] ?? NaN));
	const along = down ? byNumber.toReversed() : byNumber;
	const places =
		worded.length === along.length && (up || down) ? order.places : along.map((_, at) => at);
	return {
		...order,
		labels: along.map(({ label }) => label),
		places,
		certain: order.certain && (up || down)
	};
}

/** Words at the ends and numbers between: which number stands next to which end, nothing says. */
function endsOnly(labels: readonly string[]): Order | null {
	const between = labels.filter((label) => /^\d{1,2}$/.test(label.trim()));
	const ends = labels.filter((label) => !between.includes(label));
	if (ends.length !== 2 || between.length === 0) return null;
	const order = arranged(ends) ?? arranged([...ends, 'neutral']);
	const [low, high] = order?.labels.filter((label) => ends.includes(label)) ?? [];
	if (!order || low === undefined || high === undefined) return null;
	const sorted = [low, ...between.toSorted((a, b) => Number(a) - Number(b)), high];
	return { ...order, labels: sorted, places: sorted.map((_, at) => at), certain: false };
}

const STARS = /^[★☆⭐*]+$/u;

/** Stars, counted. */
function starred(labels: readonly string[]): Order | null {
	const texts = labels.map((label) => label.replace(/[\s\uFE0F]/gu, ''));
	const named = labels.map((label) => /^([1-9]|10)\s*(sterne?|stars?)$/i.exec(label.trim())?.[1]);
	const counts = texts.map((text, at) =>
		STARS.test(text) ? [...text].filter((one) => one !== '☆').length : Number(named[at] ?? NaN)
	);
	if (labels.length < 2 || counts.some(Number.isNaN) || new Set(counts).size < counts.length)
		return null;
	const sorted = labels
		.map((label, at) => ({ label, count: counts[at] ?? 0 }))
		.toSorted((a, b) => a.count - b.count);
	return {
		labels: sorted.map(({ label }) => label),
		places: sorted.map(({ count }) => count),
		certain: true,
		dimension: 'stars',
		good: true,
		phrases: []
	};
}

/** "--" to "++": signs, by what they add up to. */
function signed(labels: readonly string[]): Order | null {
	const valued = labels.map((label) => ({
		label,
		value: /^(\++|[-–]+|[o0]|\+\/-)$/.test(label.trim())
			? [...label].reduce((all, one) => all + (one === '+' ? 1 : /[-–]/.test(one) ? -1 : 0), 0)
			: NaN
	}));
	const values = new Set(valued.map(({ value }) => value));
	if (values.has(NaN) || values.size < labels.length || Math.max(...values) < 1) return null;
	const sorted = valued.toSorted((a, b) => a.value - b.value);
	return {
		labels: sorted.map(({ label }) => label),
		places: sorted.map(({ value }) => value),
		certain: true,
		dimension: 'quality',
		good: true,
		phrases: []
	};
}

/** "Nein | Ja, aber … | Ja, …": no before yes, what is said of either a person has to order. */
function gradedYesNo(labels: readonly string[]): Order | null {
	const valued = labels.map((label) => ({
		label,
		place: /^(ja|yes)\b/i.test(label) ? 1 : /^(nein|no)\b/i.test(label) ? -1 : 0
	}));
	const sides = new Set(valued.map(({ place }) => place));
	if (labels.length < 3 || sides.size !== 2 || sides.has(0)) return null;
	const sorted = valued.toSorted((a, b) => a.place - b.place);
	return {
		labels: sorted.map(({ label }) => label),
		places: sorted.map(({ place }) => place),
		certain: false,
		dimension: 'yes-no',
		good: false,
		phrases: []
	};
}

/**
 * The order of answers by what their words and numbers say, whatever order they come in; null where they are
 * no points of one scale. Labels that are nothing but numbers are not looked at here.
 */
export function orderOf(labels: readonly string[]): Order | null {
	if (labels.length === 0 || labels.every((label) => /^\s*[-+]?[\d.,]+\s*$/.test(label)))
		return null;
	return (
		starred(labels) ??
		signed(labels) ??
		numbered(labels) ??
		arranged(labels) ??
		measured(labels) ??
		endsOnly(labels) ??
		looselyArranged(labels) ??
		looselyMeasured(labels) ??
		gradedYesNo(labels)
	);
}
