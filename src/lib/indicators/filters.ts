import type { Dimension, IndicatorQuery } from '../domain';
import type { Context } from './context';

const numbers = (ids: readonly number[]): string => `(${ids.length > 0 ? ids.join(', ') : '-1'})`;

/** Numbers of the Quartiere that a query asks for by key; unknown keys match nothing. */
export const quartierIds = (keys: readonly string[], { catalog }: Context): number[] =>
	catalog.quartiere.filter((one) => keys.includes(one.key)).map((one) => one.id);

/** Conditions on `quartier`, `wave` and groups, as SQL over an alias; only numbers ever get into it. */
export function conditions(
	query: IndicatorQuery,
	context: Context,
	alias: 'a' | 'r' | 'c'
): string[] {
	const { quartier, wave, groups } = query.filters;
	const found: string[] = [];
	if (quartier) found.push(`${alias}.quartier IN ${numbers(quartierIds(quartier, context))}`);
	if (wave && alias !== 'c') {
		const ids = context.catalog.waves.filter((one) => wave.includes(one.name)).map((one) => one.id);
		found.push(`${alias}.wave IN ${numbers(ids)}`);
	}
	const [member, table] = {
		a: ['a.response', 'response'],
		r: ['r.id', 'response'],
		c: ['c.id', 'support_case']
	}[alias] as [string, string];
	const groupTable = table === 'response' ? 'response_group' : 'case_group';
	for (const [dimension, names] of Object.entries(groups ?? {})) {
		const ids = context.catalog.categories
			.filter((one) => one.dimension === dimension && names.includes(one.name))
			.map((one) => one.id);
		found.push(
			`${member} IN (SELECT ${table} FROM ${groupTable} WHERE category IN ${numbers(ids)})`
		);
	}
	return found;
}

/** The group that a dimension such as `group:age` names, or null. */
export const groupOf = (dimension: Dimension): string | null =>
	dimension.startsWith('group:') ? dimension.slice('group:'.length) : null;

/** Selects, joins and grouping columns of a breakdown, as SQL. */
export function breakdown(
	query: IndicatorQuery,
	context: Context,
	alias: 'a' | 'r' | 'c'
): { selects: string[]; joins: string[] } {
	const selects: string[] = [];
	const joins: string[] = [];
	const [member, groupTable, key] = {
		a: ['a.response', 'response_group', 'response'],
		r: ['r.id', 'response_group', 'response'],
		c: ['c.id', 'case_group', 'support_case']
	}[alias] as [string, string, string];
	query.by.forEach((dimension, index) => {
		const name = `d${index}`;
		const group = groupOf(dimension);
		if (group !== null) {
			const ids = context.catalog.categories
				.filter((one) => one.dimension === group)
				.map((one) => one.id);
			joins.push(
				`JOIN ${groupTable} g${index} ON g${index}.${key} = ${member} AND g${index}.category IN ${numbers(ids)}`
			);
			selects.push(`g${index}.category AS ${name}`);
		} else if (dimension === 'contrast') {
			const [own] = quartierIds([query.contrast ?? ''], context);
			selects.push(`CASE WHEN ${alias}.quartier = ${own ?? -1} THEN 1 ELSE 0 END AS ${name}`);
		} else {
			const column = COLUMNS[dimension as keyof typeof COLUMNS];
			if (column) selects.push(`${alias}.${column} AS ${name}`);
		}
	});
	return { selects, joins };
}

const COLUMNS = {
	quartier: 'quartier',
	wave: 'wave',
	item: 'item',
	answer: 'value',
	area: 'area',
	caseTopic: 'topic',
	access: 'access',
	workForm: 'work_form',
	outcome: 'outcome'
} as const;

/** The category dimension behind a dimension of cases. */
export const CASE_CATEGORIES: Partial<Record<Dimension, string>> = {
	area: 'case area',
	caseTopic: 'case topic',
	access: 'case access',
	workForm: 'case work form',
	outcome: 'case outcome'
};
