import type { Inventory, QuartierEvent } from '../domain';
import { caseYears } from './case-years';
import { choicesOf } from './choices';
import { questionsIn, type Filters } from './filters';
import { modernisationOf } from './modernisation';
import type { Panel, PanelContext } from './panel';

/** A Quartier as a page shows it: what its panels ask with, and what their charts mark. */
export type QuartierView = {
	key: string;
	name: string;
	context: PanelContext;
	events: readonly QuartierEvent[];
};

/** The Quartier of a key with its events and the filters in force; undefined where there is none. */
export function quartierViewOf(
	key: string,
	inventory: Inventory,
	events: readonly QuartierEvent[],
	filters: Filters
): QuartierView | undefined {
	const quartier = inventory.quartiere.find((one) => one.key === key);
	if (!quartier) return undefined;
	return {
		key,
		name: quartier.name,
		events,
		context: {
			quartier: key,
			filters,
			waves: choicesOf(inventory).waves,
			waveName: choicesOf(inventory).waveName,
			itemsOf: (topic) =>
				inventory.items.filter((item) => item.topic === topic).map(({ key }) => key),
			years: caseYears(filters, inventory.coverage),
			question: filters.question ?? questionsIn(inventory.questions, filters.wave)[0],
			modernisation: modernisationOf(events, inventory.waves, inventory.members.caseTopic ?? [])
		}
	};
}

/** Whether the workspace holds what a panel needs to say anything. */
export function isAnswerable(
	panel: Panel,
	{ context }: QuartierView,
	inventory: Inventory
): boolean {
	const { needs } = panel;
	const { waves, filters, modernisation } = context;
	if (needs === 'casework') return inventory.coverage !== null;
	if (needs === 'survey') return waves.length > 0;
	if (needs === 'years') {
		return inventory.quartiere.some(({ key, dwellings }) => key === context.quartier && dwellings);
	}
	if (needs === 'questions') return context.question !== undefined;
	if (needs === 'reasons') return inventory.reasons;
	if (needs === 'choices') return inventory.choices.includes(filters.wave ?? '');
	if (needs === 'modernisation') return modernisation !== undefined;
	// Without a topic that is about it, every case would be meant.
	if (needs === 'modernisation-topics') return (modernisation?.caseTopics.length ?? 0) > 0;
	return inventory.records.includes(needs);
}
