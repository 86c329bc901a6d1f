import { isSettled, ITEM_TOPICS, labelValues, type Item, type Scale } from '../domain';
import {
	addMoments,
	momentsOf,
	NO_MOMENTS,
	npsOf,
	shareOf,
	weightedNps,
	weightedShare,
	type Moments
} from '../statistics';
import { answerValues } from './interpret/survey';
import type { Records } from './interpret';
import type { ColumnMapping } from './mapping';

/** What a question will say: a share from 0 to 1 or a net promoter score from −100 to 100, with its 95 % interval. */
export type Preview = {
	kind: 'share' | 'nps';
	value: number;
	low: number | null;
	high: number | null;
	/** answers behind it, unweighted */
	n: number;
};

/** A figure as it will be shown, by the question that it is of. */
export type Headline = Preview & { text: string; topic: Item['topic']; weighted: boolean };

const PROMOTERS = 9;
const DETRACTORS = 6;

/** What an answer counts: 1 or 0 for a share, 100, 0 or −100 for a net promoter score; null where there is neither. */
function scored(scale: Scale): ((value: number) => number) | null {
	if (scale.kind === 'nps')
		return (value) => (value >= PROMOTERS ? 100 : value <= DETRACTORS ? -100 : 0);
	if (scale.kind === 'numeric' || scale.topBox.length === 0) return null;
	const values = labelValues(scale);
	const top = new Set(
		scale.labels.flatMap((label, at) => (scale.topBox.includes(label) ? [values[at]] : []))
	);
	return (value) => (top.has(value) ? 1 : 0);
}

/** What answers say by what each of them counts; `responses` are those in the whole file, for weighted answers. */
function previewOf({ kind }: Scale, moments: Moments, responses: number | null): Preview | null {
	const { n } = moments;
	if (n === 0) return null;
	if (kind === 'nps')
		return { kind, n, ...(responses === null ? npsOf(moments) : weightedNps(moments, responses)) };
	const share = responses === null ? shareOf(moments) : weightedShare(moments, responses);
	return { kind: 'share', n, ...share };
}

/** The moments of so many answers of weight 1 that each count the same. */
const alikeMoments = (y: number, n: number): Moments => ({
	n,
	sw: n,
	swy: n * y,
	swyy: n * y * y,
	sww: n,
	swwy: n * y,
	swwyy: n * y * y
});

/**
 * What a column will say as it is read now, unweighted and before any row is left out; null where it
 * has no share: no top box, or no answers. `counts` are its different cells and how often they stand there.
 */
export function columnPreview(
	{ item, option }: Pick<ColumnMapping, 'item' | 'option'>,
	counts: Iterable<readonly [cell: string, count: number]>
): Preview | null {
	if (!item) return null;
	const meaning = option
		? (cell: string) => (option.yes.includes(cell) ? 1 : option.no.includes(cell) ? 0 : NaN)
		: answerValues(item);
	const scale: Scale = option
		? { ...item.scale, kind: 'yes-no', labels: ['0', '1'], topBox: ['1'] }
		: item.scale;
	const score = scored(scale);
	if (!score) return null;
	let moments: Moments = NO_MOMENTS;
	for (const [cell, count] of counts) {
		const value = meaning(cell);
		if (value === undefined || Number.isNaN(value)) continue;
		moments = addMoments(moments, alikeMoments(score(value), count));
	}
	return previewOf(scale, moments, null);
}

/** So many figures tell whether a file was understood. */
const HEADLINES = 5;

/**
 * The most telling figures as they will be shown: of settled questions, those about the whole first,
 * then one for each topic in turn. With the weights of the responses where they have some.
 */
export function headlines(records: Records): Headline[] {
	if (records.kind !== 'survey') return [];
	const { responses } = records;
	const weighted = responses.some(({ weight }) => weight !== 1);
	const ready = records.items.filter(
		({ item, chosen }) => chosen === null && isSettled(item.scale) && scored(item.scale) !== null
	);
	const byTopic = ITEM_TOPICS.map((topic) => ready.filter(({ item }) => item.topic === topic));
	const longest = Math.max(0, ...byTopic.map((own) => own.length));
	const turns = Array.from({ length: longest }, (_, turn) =>
		byTopic.flatMap((own) => own[turn] ?? [])
	);
	return turns
		.flat()
		.slice(0, HEADLINES)
		.flatMap(({ item, values }) => {
			const score = scored(item.scale);
			const rows = [...values.keys()].filter((row) => !Number.isNaN(values[row]!));
			const scores = rows.map((row) => score?.(values[row]!) ?? NaN);
			const moments = momentsOf(
				scores,
				weighted ? rows.map((row) => responses[row]!.weight) : undefined
			);
			const preview = previewOf(item.scale, moments, weighted ? responses.length : null);
			return preview ? [{ ...preview, text: item.text, topic: item.topic, weighted }] : [];
		});
}
