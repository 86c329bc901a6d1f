import type { IndicatorResult } from '../../domain';
import * as m from '../../paraglide/messages';
import { number } from '../../words';
import type { RowsModel } from '../chart-model';
import { entriesOf, isDistribution, memberName, type Entry } from '../read';
import { commonOf, type ModelContext } from './common';

/** Whether items stand below each other by how many are satisfied: then those with the fewest come first. */
const isOfItems = ({ query, definitions }: IndicatorResult): boolean =>
	query.by.includes('item') && definitions.every(({ id }) => id === 'item-share');

/** Groups such as ages, and the answers to an item, have an order of their own; everything else goes from most to least. */
function fromMostToLeast(entries: readonly Entry[], result: IndicatorResult): readonly Entry[] {
	const ordered = result.query.by.some((one) => one.startsWith('group:') || one === 'period');
	if (ordered || isDistribution(result)) return entries;
	return entries.toSorted((a, b) => (b.own?.value ?? -Infinity) - (a.own?.value ?? -Infinity) || 0);
}

/**
 * The name of a share in a list of figures with how many it is of: a percentage says nothing without its base.
 * Of evictions it is said too of how many cases nobody knows how they ended.
 */
function nameWithBase({ name, own, definition }: Entry, entries: readonly Entry[]): string {
	if (definition.kind !== 'share' || !own || own.value === null || own.n === null) return name;
	const base = { name, x: number(own.value * own.n), n: number(own.n) };
	const all = entries.find((one) => one.definition.id === 'debt-cases')?.own?.value ?? null;
	return definition.id === 'averted-share' && all !== null && all > own.n
		? m.chart_share_of_known({ ...base, unknown: number(all - own.n) })
		: m.chart_share_of(base);
}

/** Figures below each other: of the latest wave, for this Quartier and the others. */
export function rowsModel(
	kind: RowsModel['kind'],
	result: IndicatorResult,
	context: ModelContext
): RowsModel {
	const found = entriesOf(result, context);
	const entries = isOfItems(result)
		? found.toSorted((a, b) => (a.own?.value ?? Infinity) - (b.own?.value ?? Infinity) || 0)
		: kind === 'bars'
			? fromMostToLeast(found, result)
			: found;
	const contrasted = result.query.by.includes('contrast');
	const name = (member: string) => memberName(result, 'contrast', member, context);
	return {
		...commonOf(kind, result, context),
		categories: entries.map((entry) => ({
			name: kind === 'figures' ? nameWithBase(entry, entries) : entry.name,
			target: entry.target,
			accent: entry.accent,
			unit: entry.definition.unit
		})),
		series: [
			{ name: contrasted ? name('self') : '', figures: entries.map(({ own }) => own) },
			...(contrasted ? [{ name: name('rest'), figures: entries.map(({ rest }) => rest) }] : [])
		]
	};
}
