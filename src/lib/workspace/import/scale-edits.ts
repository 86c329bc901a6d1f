import { topOf, type Scale } from '../../domain';

/** A scale read the other way round: what was worst is best. */
export function reversed(scale: Scale): Partial<Scale> {
	const labels = scale.labels.toReversed();
	return {
		labels,
		topBox: labels.slice(labels.length - scale.topBox.length),
		direction: scale.direction === 'lower-better' ? 'higher-better' : 'lower-better'
	};
}

/** A scale with an answer set apart as not substantive, or taken back among the points. */
export function setApart(scale: Scale, answer: string, apart: boolean): Partial<Scale> {
	const labels = apart
		? scale.labels.filter((label) => label !== answer)
		: [...scale.labels.filter((label) => label !== answer), answer];
	const nonSubstantive = scale.nonSubstantive.filter((label) => label !== answer);
	return {
		labels,
		points: scale.points === 0 ? 0 : labels.length,
		topBox: scale.topBox.filter((label) => labels.includes(label)),
		nonSubstantive: apart ? [...nonSubstantive, answer] : nonSubstantive
	};
}

/** A scale with an answer counted as satisfied, or not. */
export const countAsTop = (scale: Scale, answer: string, top: boolean): Partial<Scale> => ({
	topBox: scale.labels.filter((label) => (label === answer ? top : scale.topBox.includes(label)))
});

/** Answers read as a scale, in the order in which they stand; which order is right, somebody has still to say. */
export const asOrdered = ({ labels }: Scale): Partial<Scale> => ({
	id: `points${labels.length}`,
	kind: 'ordinal',
	points: labels.length,
	topBox: topOf(labels),
	direction: 'higher-better',
	settled: false
});

/** Answers of which none is better than another: there are shares of each, and no top box. */
export const asChoice = (): Partial<Scale> => ({
	id: 'nominal',
	kind: 'nominal',
	points: 0,
	topBox: [],
	direction: 'none'
});

/** A scale with an answer in another place, 0 being the worst; as many answers as before count as satisfied. */
export function movedTo(scale: Scale, answer: string, place: number): Partial<Scale> {
	if (!scale.labels.includes(answer)) return {};
	const others = scale.labels.filter((label) => label !== answer);
	const at = Math.min(others.length, Math.max(0, place));
	const labels = [...others.slice(0, at), answer, ...others.slice(at)];
	return { labels, topBox: labels.slice(labels.length - scale.topBox.length) };
}

/** Numbers read as the points of a scale, the lowest being the worst until somebody says otherwise. */
export function asPoints(scale: Scale, values: Iterable<string>): Partial<Scale> {
	const apart = new Set(scale.nonSubstantive);
	const labels = [...new Set(values)]
		.filter((value) => !apart.has(value))
		.sort((a, b) => Number(a) - Number(b));
	return { ...asOrdered({ ...scale, labels }), labels };
}
