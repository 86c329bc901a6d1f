import type { Item, Scale } from '$lib/domain';
import { itemKey, type ColumnMapping, type Mapping } from '$lib/ingest';

/** An item that was asked before. */
export type Known = Pick<Item, 'text' | 'topic' | 'scale'> & { key: string };

/** An item that is new in a file, and the earlier ones that it may go on from, the likeliest first. */
export type Added = { column: ColumnMapping; item: Item; candidates: Known[] };

/** Whether the answers of one scale can stand in the time series of another, point by point. */
function pointByPoint(a: Scale, b: Scale): boolean {
	if (a.kind !== b.kind) return false;
	if (a.kind === 'numeric') return true;
	if (a.kind === 'nominal' || a.kind === 'multiple' || a.kind === 'text')
		return a.labels.join('\n') === b.labels.join('\n');
	return a.labels.length === b.labels.length && a.topBox.length === b.topBox.length;
}

const wordsOf = (text: string): Set<string> =>
	new Set(text.toLowerCase().match(/\p{Letter}{3,}/gu) ?? []);

/** Share of words that two texts have in common, 0 to 1 (Jaccard). */
function likeness(a: string, b: string): number {
	const [first, second] = [wordsOf(a), wordsOf(b)];
	const common = [...first].filter((word) => second.has(word)).length;
	return common === 0 ? 0 : common / (first.size + second.size - common);
}

/** What is new in a file beside what was asked before, and what of that it does not ask any more. */
export function sideBySide(
	{ columns }: Mapping,
	known: readonly Known[]
): { added: Added[]; gone: Known[] } {
	const items = columns.flatMap((column) =>
		column.role === 'item' && column.item && !column.option
			? [{ column, item: column.item, key: itemKey(column.item) }]
			: []
	);
	const own = new Set(items.map(({ key }) => key));
	const gone = known.filter(({ key }) => !own.has(key));
	const before = new Set(known.map(({ key }) => key));
	const added = items
		.filter(({ key }) => !before.has(key))
		.map(({ column, item }) => ({
			column,
			item,
			candidates: gone
				.filter(({ scale }) => pointByPoint(scale, item.scale))
				.toSorted((a, b) => likeness(b.text, item.text) - likeness(a.text, item.text))
		}));
	return { added, gone };
}
