import { scaleSchema } from './scale';
import { z } from './zod';

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
