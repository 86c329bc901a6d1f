import { type Filters, panelQuery, QUARTIER_PANELS, quartierViewOf } from '$lib/dashboards';
import { wordsOf } from '$lib/presentation';
import type { Inventory, QuartierEvent } from '$lib/domain';
import { eventsOf, type ViewPanel } from '$lib/steering';
import type { Handover } from '../handing-over';

/** What the workspace knows: `keyOf` a Quartier gives its key as it is now. */
type Workplace = {
	inventory: Inventory;
	events: readonly QuartierEvent[];
	keyOf: (quartier: string) => string;
};

/** Panels of Quartiere as they are taken along; those of a Quartier that is gone are left out. */
export const handoversOf = (
	chosen: readonly ViewPanel[],
	filters: Filters,
	{ inventory, events, keyOf }: Workplace
): Handover[] =>
	chosen.flatMap(({ quartier, panel: id, indicator }): Handover[] => {
		const panel = QUARTIER_PANELS.find((one) => one.id === id);
		const key = keyOf(quartier);
		const place = quartierViewOf(key, inventory, eventsOf(events, key), {
			...filters,
			trend: indicator ?? filters.trend
		});
		if (!panel || !place) return [];
		return [
			{
				id,
				chart: panel.chart,
				query: panelQuery(panel, place.context),
				words: (result) => {
					const { name, subtitle } = wordsOf(panel, result, place);
					return { name, subtitle };
				},
				quartier: place.name,
				events: place.events
			}
		];
	});
