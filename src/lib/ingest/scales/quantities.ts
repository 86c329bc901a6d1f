import type { Order } from './arrange';
import { fold } from './fold';
import { quantityOf, spanOf } from './quantity';

/** Most answers with numbers, and some in other words, which a person has to place. */
export function looselyMeasured(labels: readonly string[]): Order | null {
	const readable = labels.filter((label) => quantityOf(label) !== null);
	const order = readable.length > labels.length / 2 ? measured(readable) : null;
	if (!order || readable.length === labels.length) return null;
	const unread = labels.filter((label) => !readable.includes(label));
	return {
		...order,
		labels: [...order.labels, ...unread],
		places: [...order.places, ...unread.map(() => Infinity)],
		certain: false,
		loose: true
	};
}

/** Spans, sums, rates and counts in their order; null where the answers are none, or of different things. */
export function measured(labels: readonly string[]): Order | null {
	const all = labels.map((label) => ({ label, quantity: quantityOf(label) }));
	const read = all.flatMap(({ label, quantity }) => (quantity ? [{ label, ...quantity }] : []));
	if (read.length < labels.length || read.filter((one) => one.counted).length < 2) return null;
	const abouts = new Set(read.map(({ about }) => about).filter((about) => about !== ''));
	if (abouts.size > 1) return null;
	const units = new Set(read.flatMap(({ unit, counted: real }) => (real ? [unit] : [])));
	const named = [...units].filter((unit) => unit !== null);
	// "Einmal" and "mehrmals" beside "monatlich" are less than any rate.
	const times = units.has('rate') && units.has('times') && named.length === 2;
	// "An 1-2 Tagen … jeden Tag" is said of a week.
	const days = units.has('rate') && units.has('time') && named.length === 2;
	if (days && read.every(({ unit, from }) => unit !== 'time' || from <= 7)) {
		for (const one of read)
			if (one.unit === 'time') {
				one.from *= 52;
				delete one.to;
			}
	} else if (named.length > 1 && !times) return null;
	if (named.length === 1 && units.has(null) && (named[0] === 'time' || named[0] === 'bytes')) {
		const sizes = new Set(
			labels
				.flatMap((label) => fold(label).match(/[a-z]{2,}/g) ?? [])
				.filter((word) => spanOf(word))
				.map((word) => spanOf(word))
		);
		if (sizes.size !== 1) return null;
		const [size = 1] = sizes;
		for (const one of read) if (one.unit === null && one.counted) one.from *= size;
	}
	if (times) for (const one of read) if (one.unit === 'times') one.from *= 0.01;
	const sorted = read.toSorted((a, b) => a.from - b.from);
	const places = sorted.map(({ from }) => from);
	if (new Set(places).size < places.length) return null;
	return {
		labels: sorted.map(({ label }) => label),
		places,
		// A range that reaches into the next one is a slip or something else.
		certain: sorted.every(({ to }, at) => to === undefined || to <= (places[at + 1] ?? Infinity)),
		dimension: named[0] === 'rate' ? 'frequency' : 'quantity',
		good: false,
		phrases: []
	};
}
