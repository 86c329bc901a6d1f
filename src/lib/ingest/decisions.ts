import { isSettled, type Problem } from '../domain';
import { interpret } from './interpret';
import { requiredRoles } from './kinds';
import { itemOf, type Mapping, type Role } from './mapping';
import type { Recognised } from './read';

/** What a file must say before it can be loaded, and no column says; null where nothing is missing. */
export function missingField(mapping: Mapping): Role | null {
	const { kind, columns } = mapping;
	const has = (wanted: Role) => columns.some(({ role }) => role === wanted);
	const required = requiredRoles(kind) as Role[];
	const needed = required.find((role) => role !== 'quartier' && !has(role));
	if (needed) return needed;
	const needsQuartier = kind === 'survey' || required.includes('quartier');
	if (needsQuartier && !has('quartier') && !mapping.quartierForAll?.trim()) return 'quartier';
	// What no column says may be one for the whole file.
	if (kind === 'quartierYear' && !has('year') && !mapping.yearForAll) return 'year';
	return null;
}

/** More headings than these no sentence takes. */
const MOST_HEADINGS = 5;

/**
 * What a person would have to decide before a file is loaded, as recognition cannot know it: each as a problem of
 * its own. What is only left without figures, such as a question that nobody settled, is none of them.
 */
export function decisionsOf({ table, mapping, kindSure }: Recognised, today: string): Problem[] {
	if (!kindSure) return [{ code: 'decision_kind', params: {} }];
	const field = missingField(mapping);
	if (field) return [{ code: 'decision_field', params: { role: field, kind: mapping.kind } }];
	const problems: Problem[] = [];
	const unsure = mapping.columns.filter((column) => {
		const item = itemOf(column);
		return column.role === 'item' && item && !(column.certain && isSettled(item.scale));
	});
	if (unsure.length > 0) {
		const headings = unsure.slice(0, MOST_HEADINGS).map(({ heading }) => heading);
		const more = unsure.length > MOST_HEADINGS ? ['…'] : [];
		problems.push({
			code: 'decision_answers',
			params: { headings: [...headings, ...more].join(', ') }
		});
	}
	const wave = mapping.waves.find(({ name, from, to }) => name === '' || from === '' || to === '');
	if (mapping.kind === 'survey' && (wave || mapping.waves.length === 0))
		problems.push({ code: 'decision_wave', params: { wave: wave?.key ?? '' } });
	if (problems.length > 0) return problems;
	const { findings } = interpret(table, mapping, today);
	for (const { code, effect, column, value, lines, count } of findings) {
		const isOpen = code === 'date_order_open';
		if (!isOpen && effect !== 'row-skipped') continue;
		problems.push({
			code: isOpen ? 'decision_date_order' : 'decision_rows',
			params: { column, value, n: count },
			place: { row: lines[0] ?? 0 }
		});
	}
	return problems;
}
