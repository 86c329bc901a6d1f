import type { Filters, Panel, PanelContext } from '$lib/dashboards';
import { modernisationOf, questionsIn } from '$lib/dashboards';
import type { QuartierEvent } from '$lib/domain';
import type { Holdings } from '$lib/workspace';
import { choicesOf } from '../view';

/** A Quartier as a page shows it: what its panels ask with, and what their charts mark. */
export type Place = {
	key: string;
	name: string;
	context: PanelContext;
	events: readonly QuartierEvent[];
};

/** The Quartier of a key with its events and the filters in force; undefined where there is none. */
export function placeOf(
	key: string,
	holdings: Holdings,
	events: readonly QuartierEvent[],
	filters: Filters
): Place | undefined {
	const quartier = holdings.quartiere.find((one) => one.key === key);
	if (!quartier) return undefined;
	return {
		key,
		name: quartier.name,
		events,
		context: {
			quartier: key,
			filters,
			waves: choicesOf(holdings).waves,
			itemsOf: (topic) =>
				holdings.items.filter((item) => item.topic === topic).map(({ id }) => String(id)),
			question: filters.question ?? questionsIn(holdings.questions, filters.wave)[0],
			modernisation: modernisationOf(events, holdings.waves, holdings.members.caseTopic ?? [])
		}
	};
}

/** Whether the workspace holds what a panel needs to say anything. */
export function isAnswerable(panel: Panel, { context }: Place, holdings: Holdings): boolean {
	const { needs } = panel;
	const { waves, filters, modernisation } = context;
	if (needs === 'casework') return holdings.coverage !== null;
	if (needs === 'survey') return waves.length > 0;
	if (needs === 'years') {
		return holdings.quartiere.some(({ key, dwellings }) => key === context.quartier && dwellings);
	}
	if (needs === 'questions') return context.question !== undefined;
	if (needs === 'reasons') return holdings.reasons;
	if (needs === 'choices') return holdings.choices.includes(filters.wave ?? '');
	if (needs === 'modernisation') return modernisation !== undefined;
	// Without a topic that is about it, every case would be meant.
	if (needs === 'modernisation-topics') return (modernisation?.caseTopics.length ?? 0) > 0;
	return holdings.records.includes(needs);
}
