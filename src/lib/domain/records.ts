import { z } from 'zod';
import { scaleSchema } from './scale';

/** Topics of items. The five in the middle have an index; the others stand alone. */
export const INDEX_TOPICS = [
	'housing',
	'environment',
	'safety',
	'neighbourhood',
	'service'
] as const;
export type IndexTopic = (typeof INDEX_TOPICS)[number];
export const ITEM_TOPICS = ['overall', ...INDEX_TOPICS, 'recommendation', 'other'] as const;
export type ItemTopic = (typeof ITEM_TOPICS)[number];

export const itemSchema = z.strictObject({
	code: z.string(),
	text: z.string(),
	topic: z.enum(ITEM_TOPICS),
	/** code of the question that a row of an array belongs to */
	group: z.string().optional(),
	scale: scaleSchema
});
export type Item = z.infer<typeof itemSchema>;

/** A mark on every time axis. `quartier` null means all; `to` null means a point in time. */
export const eventSchema = z.strictObject({
	id: z.string(),
	quartier: z.string().nullable(),
	from: z.iso.date(),
	to: z.iso.date().nullable(),
	kind: z.enum(['closure', 'opening', 'modernisation', 'campaign', 'other']),
	title: z.string().min(1),
	author: z.string(),
	/** ISO time of the last change */
	changed: z.iso.datetime()
});
export type QuartierEvent = z.infer<typeof eventSchema>;

/** The part of a text that is safe in an address: lower case, without umlauts, words joined by hyphens. */
export function slug(text: string): string {
	const plain = text
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '');
	return plain.replace(/[^\p{Letter}\p{Number}]+/gu, '-').replace(/^-|-$/g, '');
}
