import { slug, type QuartierEvent } from '../../src/lib/domain';
import { PANDEMIC, PLANTED_QUARTIER } from './planted';

// a fixed time, because the file must not change from one run to the next
const written = { author: 'Beispieldaten', changed: '2026-11-02T09:00:00.000Z' };

/** The events of `beispiel-ereignisse.json`. */
export const EVENTS: readonly QuartierEvent[] = [
	{
		id: 'beispiel-treffs-geschlossen',
		quartier: null,
		from: PANDEMIC.from,
		to: PANDEMIC.to,
		kind: 'closure',
		title: 'Treffs geschlossen',
		...written
	},
	{
		id: 'beispiel-treffs-wieder-offen',
		quartier: null,
		from: '2022-04-01',
		to: null,
		kind: 'opening',
		title: 'Treffs wieder offen für Gruppen',
		...written
	},
	{
		id: 'beispiel-start-quartiersmanagement',
		quartier: slug(PLANTED_QUARTIER),
		from: '2022-09-01',
		to: null,
		kind: 'other',
		title: 'Start Quartiersmanagement',
		...written
	},
	{
		// Between two waves, so that there is a before, a during and an after; it changes nothing.
		id: 'beispiel-modernisierung-weststadt',
		quartier: 'weststadt',
		from: '2021-09-01',
		to: '2023-10-31',
		kind: 'modernisation',
		title: 'Modernisierung Weststadt',
		...written
	}
];
