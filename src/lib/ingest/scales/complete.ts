import { fold } from './fold';
import { OPPOSITES, SCHOOL_GRADES } from './lexicon/opposites';
import type { Order } from './order';
import { read } from './reading';

/** A word in the capitals of the one that it stands for. */
function inCapitalsOf(word: string, like: string): string {
	if (like.length > 1 && like === like.toUpperCase()) return word.toUpperCase();
	const first = like.charAt(0) === like.charAt(0).toUpperCase();
	return first ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** The label across from this one: "eher zufrieden" from "eher unzufrieden"; null where no word names it. */
function across(label: string, used: (word: string) => boolean): string | null {
	const reading = read(label, {});
	if (!reading || reading.negated || reading.place === 0 || reading.about !== '') return null;
	const pairs = OPPOSITES.flatMap((pair) => [pair, [pair[1], pair[0]] as const]);
	const found = pairs.filter(([word]) => wordIn(label, word));
	// Of two opposites ("einfach" and "leicht" of "schwer") the one that the other answers use.
	const pair = found.find(([, opposite]) => used(opposite)) ?? found[0];
	if (!pair) return null;
	return label.replace(whole(pair[0]), (word) => inCapitalsOf(pair[1], word));
}

const whole = (word: string) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu');
const wordIn = (label: string, word: string): boolean => whole(word).test(label);

/** Grades that nobody gave still exist. */
function grades(order: Order): Order | null {
	const seen = order.labels.map(fold);
	const names = SCHOOL_GRADES.map(fold);
	if (seen.length < 3 || !seen.every((label) => names.includes(label))) return null;
	if (seen.filter((label) => names.indexOf(label) < 4).length < 2) return null;
	const labels = SCHOOL_GRADES.map(
		(name, at) => order.labels[seen.indexOf(names[at] ?? '')] ?? name
	);
	return { ...order, labels, places: labels.map((_, at) => at - 3.5), dimension: 'grades' };
}

/**
 * The order with the point that nobody chose, where the words leave one answer only: the one across from
 * another. Where a whole side was not chosen, its points are a guess. A middle is never added.
 */
export function completed(order: Order): Order {
	const graded = grades(order);
	if (graded) return graded;
	const levels = order.labels.filter((_, at) => order.places[at] !== 0);
	const used = (word: string) => levels.some((label) => wordIn(label, word));
	const opposites = levels.map((label) => across(label, used));
	if (!opposites.every((one) => one !== null)) return order;
	const seen = new Set(levels.map(fold));
	const missing = opposites.filter((label) => !seen.has(fold(label)));
	const placeOf = (label: string) =>
		-(order.places[order.labels.indexOf(levels[opposites.indexOf(label)] ?? '')] ?? 0);
	const oneSided =
		order.places.every((place) => place >= 0) || order.places.every((place) => place <= 0);
	if (missing.length === 0 || (!oneSided && (missing.length > 1 || levels.length < 3)))
		return order;
	const all = [
		...order.labels.map((label, at) => ({ label, place: order.places[at] ?? 0 })),
		...missing.map((label) => ({ label, place: placeOf(label) }))
	].sort((a, b) => a.place - b.place);
	return {
		...order,
		labels: all.map(({ label }) => label),
		places: all.map(({ place }) => place),
		certain: order.certain && !oneSided
	};
}
