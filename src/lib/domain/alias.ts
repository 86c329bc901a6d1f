import { z } from './zod';

/**
 * A correction of what files call something: a Quartier or a wave by another name, or two names that are one
 * Quartier. Its key stays what it was at first, so that addresses and notes lead there as before.
 */
export const aliasSchema = z.strictObject({
	/** see `aliasId` */
	id: z.string(),
	kind: z.enum(['quartier', 'wave']),
	/** key of what is corrected */
	key: z.string().min(1),
	/** what it is to be called; null: as files call it */
	name: z.string().trim().min(1).max(120).nullable(),
	/** key of what it is the same as; null: of nothing else */
	same: z.string().min(1).nullable(),
	author: z.string(),
	/** ISO time of the last change */
	changed: z.iso.datetime()
});
export type Alias = z.infer<typeof aliasSchema>;

/** The id of the alias of something: each thing has one at most. */
export const aliasId = ({ kind, key }: Pick<Alias, 'kind' | 'key'>): string => `${kind} ${key}`;

/** The key that a key stands for, over all that it is said to be the same as; what goes in a circle stays. */
export function followed(key: string, kind: Alias['kind'], aliases: readonly Alias[]): string {
	const seen = new Set<string>();
	let at = key;
	while (!seen.has(at)) {
		seen.add(at);
		const next = aliases.find((one) => one.kind === kind && one.key === at)?.same;
		if (next === null || next === undefined) return at;
		at = next;
	}
	return key;
}
