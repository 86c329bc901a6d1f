import { z } from './zod';

const SCALE_KINDS = ['ordinal', 'nps', 'numeric', 'yes-no', 'nominal', 'multiple', 'text'] as const;

/**
 * How the answers to an item are read. Never merged silently: two scales are alike only when their
 * signature is the same.
 */
export const scaleSchema = z.strictObject({
	/** name of the known scale, such as `satisfaction5`, `grades6`, `nps`, or the kind for others */
	id: z.string(),
	kind: z.enum(SCALE_KINDS),
	/** substantive points; 0 where the scale is not counted in points */
	points: z.number().int().min(0),
	/** the substantive answers as they stand in the file, worst (scored 1) to best (scored k); as found for nominal ones; the options where several may be chosen */
	labels: z.array(z.string()),
	/** words for codes such as `A1`, by label */
	titles: z.record(z.string(), z.string()).default({}),
	/** answers counted as satisfied (agreeing, recommending), as they stand in the file */
	topBox: z.array(z.string()),
	/** whether a higher number in the file is better */
	direction: z.enum(['higher-better', 'lower-better', 'none']),
	/** answers outside n and base: don't know, not applicable, no answer, not shown */
	nonSubstantive: z.array(z.string()),
	/**
	 * true where order, missing codes, the good end and the top box are decided by words, by a declaration or
	 * by a person; an item whose scale is not settled yields no figure. Not said by versions that had no
	 * word for it.
	 */
	settled: z.boolean().optional()
});
export type Scale = z.infer<typeof scaleSchema>;

/** False where a person still has to say what the answers mean. */
export const isSettled = ({ settled }: Pick<Scale, 'settled'>): boolean => settled !== false;

/** The answers that count as satisfied where nobody says otherwise: the best two, of few points the best one. */
export const topOf = (labels: readonly string[]): string[] =>
	labels.slice(labels.length - (labels.length > 3 ? 2 : 1));

/** A point that is numbered, with or without words: `7`, `0 – gar nicht`, `10 (sehr)`; no range such as `18 - 24`. */
const NUMBERED = /^(-?\d+)(?:\s*[-–—:=(.)]+\s*[^\d\s][^]*)?$/;

/** The number of a point that is numbered, else null. */
export function pointNumber(label: string): number | null {
	const found = NUMBERED.exec(label.trim());
	return found ? Number(found[1]) : null;
}

/**
 * The numbers under which the labels of a scale are stored, in the order of the labels: numbers as
 * they are, words as their place (1 the worst). Import writes by it and figures are read by it.
 */
export function labelValues({ kind, labels }: Scale): number[] {
	const counted = kind !== 'nominal' && kind !== 'multiple';
	const numbers = labels.map(pointNumber);
	const numbered = counted && new Set(numbers).size === labels.length && !numbers.includes(null);
	return labels.map((_, index) => (numbered ? (numbers[index] ?? NaN) : index + 1));
}

/**
 * Where several answers may be chosen, every sheet that was asked has one answer of this value beside
 * those it chose: the base of the shares, who chose nothing included.
 */
export const ASKED = 0;

/** The words for an answer of a scale. An answer may be called like something that every object has. */
export const answerTitle = (
	{ titles }: Pick<Scale, 'titles'>,
	answer: string
): string | undefined => (Object.hasOwn(titles, answer) ? titles[answer] : undefined);

/**
 * Two items may share a time series only when this is equal: the same words, stored under the same
 * numbers, with the same top box. A file with codes and one with words may be alike.
 */
export function scaleSignature(scale: Scale): string {
	const words = (labels: readonly string[]) =>
		labels.map((label) => answerTitle(scale, label) ?? label);
	return JSON.stringify([
		scale.kind,
		words(scale.labels),
		labelValues(scale),
		words(scale.topBox),
		scale.kind === 'numeric' ? scale.direction : null
	]);
}
