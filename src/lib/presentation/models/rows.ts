import type { IndicatorResult } from '../../domain';
import type { RowsModel } from '../chart-model';
import { entriesOf, isDistribution, memberName, type Entry } from '../read';
import { commonOf, type ModelContext } from './common';

/** Groups such as ages, and the answers to an item, have an order of their own; everything else goes from most to least. */
function fromMostToLeast(entries: readonly Entry[], result: IndicatorResult): readonly Entry[] {
	const ordered = result.query.by.some((one) => one.startsWith('group:') || one === 'period');
	if (ordered || isDistribution(result)) return entries;
	return entries.toSorted((a, b) => (b.own?.value ?? -Infinity) - (a.own?.value ?? -Infinity) || 0);
}

/** Figures below each other: of the latest wave, for this Quartier and the others. */
export function rowsModel(
	kind: RowsModel['kind'],
	result: IndicatorResult,
	context: ModelContext
): RowsModel {
	const found = entriesOf(result, context);
	const entries = kind === 'bars' ? fromMostToLeast(found, result) : found;
	const contrasted = result.query.by.includes('contrast');
	const name = (member: string) => memberName(result, 'contrast', member, context);
	return {
		...commonOf(kind, result, context),
		categories: entries.map(({ name, definition, accent, target }) => ({
			name,
			target,
			accent,
			unit: definition.unit
		})),
		series: [
			{ name: contrasted ? name('self') : '', figures: entries.map(({ own }) => own) },
			...(contrasted ? [{ name: name('rest'), figures: entries.map(({ rest }) => rest) }] : [])
		]
	};
}
