import { CATEGORY_DIMENSIONS, type Dimension, type DimensionMember } from '../../domain';
import type { Context } from './context';

/** The group that a dimension such as `group:age` names, or null. */
export const groupOf = (dimension: string): string | null =>
	dimension.startsWith('group:') ? dimension.slice('group:'.length) : null;

const WORDS: ReadonlySet<Dimension> = new Set(CATEGORY_DIMENSIONS);

const collator = new Intl.Collator('de', { numeric: true });

/** Where an age group starts, so that `unter 30` stands before `30 bis 44`. */
const ageStart = (name: string): number => {
	const number = Number(/\d+/.exec(name)?.[0] ?? Infinity);
	return /^(unter|bis|under|up to|jünger|<)/i.test(name.trim()) ? number - 0.5 : number;
};

/** Names of a group in the order in which people read them. */
const sortCategories = (dimension: string, names: readonly string[]): string[] =>
	[...names].sort((a, b) =>
		dimension === 'age' || dimension === 'tenure'
			? ageStart(a) - ageStart(b) || collator.compare(a, b)
			: collator.compare(a, b)
	);

type Member = DimensionMember & { id: number };

/** The ends of the months of a year, in days. */
const ELAPSED: Member[] = Array.from({ length: 13 }, (_, month) => {
	const days = Math.round((month * 365.25) / 12);
	return { id: days, value: String(days), label: String(month) };
});

const kept = new WeakMap<Context, Map<Dimension, Member[]>>();

/** All members of a dimension that stands for a name, in order, with the number under which rows carry them. */
export function membersOf(dimension: Dimension, context: Context): readonly Member[] {
	const known = kept.get(context) ?? new Map<Dimension, Member[]>();
	kept.set(context, known);
	const members = known.get(dimension) ?? readMembers(dimension, context);
	known.set(dimension, members);
	return members;
}

function readMembers(dimension: Dimension, { catalog }: Context): Member[] {
	if (groupOf(dimension) !== null || WORDS.has(dimension)) {
		const rows = catalog.categories.filter((one) => one.dimension === dimension);
		const order = sortCategories(
			groupOf(dimension) ?? dimension,
			rows.map((one) => one.name)
		);
		return rows
			.map(({ id, name }) => ({ id, value: name, label: name }))
			.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
	}
	if (dimension === 'quartier') {
		return catalog.quartiere
			.map(({ id, key, name }) => ({ id, value: key, label: name }))
			.sort((a, b) => collator.compare(a.label, b.label));
	}
	if (dimension === 'wave') {
		return catalog.waves
			.toSorted((a, b) =>
				a.from < b.from ? -1 : a.from > b.from ? 1 : collator.compare(a.name, b.name)
			)
			.map(({ id, key, name }) => ({ id, value: key, label: name }));
	}
	if (dimension === 'item') {
		return catalog.items
			.filter((item) => !item.derived)
			.map(({ id, key, text }) => ({ id, value: key, label: text }));
	}
	if (dimension === 'elapsed') return ELAPSED;
	if (dimension === 'arrival') {
		return [
			{ id: 1, value: 'early', label: 'early' },
			{ id: 2, value: 'late', label: 'late' }
		];
	}
	if (dimension !== 'contrast') return [];
	return [
		{ id: 1, value: 'self', label: 'self' },
		{ id: 0, value: 'rest', label: 'rest' }
	];
}
