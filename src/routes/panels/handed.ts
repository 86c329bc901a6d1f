import { nextTask } from '$lib/charts';
import { panelQuery, QUARTIER_PANELS, type Filters } from '$lib/dashboards';
import type { QuartierEvent } from '$lib/domain';
import { eventsOf, type ViewPanel } from '$lib/steering';
import type { Holdings } from '$lib/workspace';
import type { Handed } from '../handing-over';
import { workspace } from '../workspace';
import { placeOf } from './place';
import { wordsOf } from './words';

/** Panels of Quartiere as they are taken along; those of a Quartier that is gone are left out. */
export async function handedPanels(
	chosen: readonly ViewPanel[],
	filters: Filters,
	{ holdings, events }: { holdings: Holdings; events: readonly QuartierEvent[] }
): Promise<Handed[]> {
	const asked = chosen.map(async ({ quartier, panel: id, measure }): Promise<Handed[]> => {
		const panel = QUARTIER_PANELS.find((one) => one.id === id);
		const place = placeOf(quartier, holdings, eventsOf(events, quartier), {
			...filters,
			trend: measure ?? filters.trend
		});
		if (!panel || !place) return [];
		const query = panelQuery(panel, place.context);
		const words = wordsOf(panel, await workspace.answer(query, 'handing-over', nextTask), place);
		return [
			{
				id,
				chart: panel.chart,
				query,
				name: words.name,
				subtitle: words.measure,
				quartier: place.name,
				events: place.events
			}
		];
	});
	return (await Promise.all(asked)).flat();
}
