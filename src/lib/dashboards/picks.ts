import { CATEGORY_DIMENSIONS, type CategoryDimension, type Dimension } from '../domain';
import type { Filters } from './filters';
import type { Panel, PanelContext } from './panel';

/** One thing that was picked, as it stands in a chip. */
export type Pick = { dimension: Dimension; value: string };

const isCategory = (dimension: Dimension): dimension is CategoryDimension =>
	(CATEGORY_DIMENSIONS as readonly string[]).includes(dimension);

const toggled = (chosen: readonly string[], value: string): string[] =>
	chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];

/** A record with an entry replaced, moved to the end, or taken out where nothing is left of it. */
const withEntry = <T extends Record<string, string[]>>(all: T, key: string, chosen: string[]): T =>
	Object.fromEntries([
		...Object.entries(all).filter(([name]) => name !== key),
		...(chosen.length > 0 ? [[key, chosen]] : [])
	]) as T;

/** The filters with a member picked, or let go where it was. Dimensions that cannot be picked change nothing. */
export function togglePick(filters: Filters, { dimension, value }: Pick): Filters {
	if (dimension.startsWith('group:')) {
		const name = dimension.slice('group:'.length);
		const chosen = toggled(filters.groups[name] ?? [], value);
		return { ...filters, groups: withEntry(filters.groups, name, chosen) };
	}
	if (!isCategory(dimension)) return filters;
	const chosen = toggled(filters.members[dimension] ?? [], value);
	return { ...filters, members: withEntry(filters.members, dimension, chosen) };
}

/** The filters with a stretch of time picked, or let go where it was the same. */
export function toggleSpan(filters: Filters, span: { from: string; to: string }): Filters {
	const same = filters.span?.from === span.from && filters.span.to === span.to;
	return { ...filters, span: same ? undefined : span };
}

/** Members that are picked, in the order of the chips. */
export const picksOf = ({ groups, members }: Filters): Pick[] => [
	...Object.entries(groups).flatMap(([name, values]) =>
		values.map((value): Pick => ({ dimension: `group:${name}`, value }))
	),
	...Object.entries(members).flatMap(([dimension, values]) =>
		values.map((value): Pick => ({ dimension: dimension as CategoryDimension, value }))
	)
];

/** The filters without what was picked last; null where nothing is. */
export function withoutLastPick(filters: Filters): Filters | null {
	if (filters.term !== undefined) return { ...filters, term: undefined };
	if (filters.span) return { ...filters, span: undefined };
	const last = picksOf(filters).at(-1);
	return last ? togglePick(filters, last) : null;
}

/**
 * The question of a panel. What the panel is broken down by does not filter it, so that it shows
 * what could be picked beside what is.
 */
export function panelQuery(
	panel: { query: Panel['query'] },
	context: PanelContext
): ReturnType<Panel['query']> {
	const { by = [] } = panel.query(context);
	const own = { ...context.filters };
	if (by.includes('period')) own.span = undefined;
	for (const dimension of by) {
		if (isCategory(dimension)) own.members = withEntry(own.members, dimension, []);
		if (dimension.startsWith('group:')) {
			own.groups = withEntry(own.groups, dimension.slice('group:'.length), []);
		}
	}
	return panel.query({ ...context, filters: own });
}
