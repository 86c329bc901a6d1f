import { count } from './counted';
import type { RecordIndicator } from './indicator';

const MEETING_PLACE = { records: 'meetingPlaceDay', group: 'meetingPlace' } as const;
const NETWORK = { records: 'cooperation', group: 'network' } as const;

/** The figures of meeting places, and of the partners one works with. */
export const MEETING_PLACE_INDICATORS: readonly RecordIndicator[] = [
	count(
		MEETING_PLACE,
		{
			id: 'meeting-places',
			on: 'day',
			minimumBase: 1,
			name: { de: 'Nachbarschaftstreffs', en: 'Meeting places' },
			description: {
				de: 'Nachbarschaftstreffs, die im Zeitraum ein Angebot hatten.',
				en: 'Meeting places that had an offer in the period.'
			},
			formula: {
				de: 'Zahl der verschiedenen Treffs mit mindestens einem Angebot.',
				en: 'Number of different meeting places with at least one offer.'
			}
		},
		{ of: 'different', column: 'meeting_place' }
	),
	count(
		MEETING_PLACE,
		{
			id: 'treff-days',
			on: 'day',
			minimumBase: 1,
			name: { de: 'Öffnungstage', en: 'Days open' },
			description: {
				de: 'Tage, an denen ein Nachbarschaftstreff ein Angebot hatte; je Treff einmal am Tag.',
				en: 'Days on which a meeting place had an offer; once a day for each place.'
			},
			formula: {
				de: 'Zahl der verschiedenen Tage je Treff.',
				en: 'Number of different days of each place.'
			}
		},
		{ of: 'days', column: 'meeting_place' }
	),
	count(
		MEETING_PLACE,
		{
			id: 'treff-visits',
			on: 'day',
			minimumBase: 1,
			direction: 'higher-better',
			name: { de: 'Besuche', en: 'Visits' },
			description: {
				de: 'Besuche in den Nachbarschaftstreffs. Besuche sind nicht Besucher: Wer zweimal kommt, zählt zweimal.',
				en: 'Visits to the meeting places. Visits are not visitors: who comes twice counts twice.'
			},
			formula: { de: 'Summe der Besuche aller Angebote.', en: 'Sum of the visits to all offers.' }
		},
		{ of: 'sum', column: 'visits' }
	),
	count(
		MEETING_PLACE,
		{
			id: 'visits-per-day',
			on: 'day',
			minimumBase: 1,
			direction: 'higher-better',
			name: { de: 'Besuche je Öffnungstag', en: 'Visits per day open' },
			description: {
				de: 'Besuche an einem Öffnungstag im Mittel.',
				en: 'Visits on a day open, on average.'
			},
			formula: { de: 'Besuche ÷ Öffnungstage.', en: 'Visits ÷ days open.' }
		},
		{ of: 'per-day', column: 'visits', days: 'meeting_place' }
	),
	count(
		MEETING_PLACE,
		{
			id: 'volunteers',
			on: 'day',
			minimumBase: 1,
			name: { de: 'Einsätze Ehrenamtlicher', en: 'Volunteer shifts' },
			description: {
				de: 'Wie oft Ehrenamtliche bei einem Angebot halfen. Wer zweimal hilft, zählt zweimal.',
				en: 'How often volunteers helped with an offer. Who helps twice counts twice.'
			},
			formula: {
				de: 'Summe der Ehrenamtlichen aller Angebote.',
				en: 'Sum of the volunteers of all offers.'
			}
		},
		{ of: 'sum', column: 'volunteers' }
	),
	count(
		MEETING_PLACE,
		{
			id: 'young-share',
			on: 'day',
			minimumBase: 1,
			unit: 'percent',
			direction: 'higher-better',
			name: { de: 'Anteil junger Menschen', en: 'Share of young people' },
			description: {
				de: 'Anteil der Besuche bei Angeboten für Kinder und Jugendliche.',
				en: 'Share of the visits to offers for children and young people.'
			},
			formula: {
				de: 'Besuche bei Angeboten, deren Zielgruppe beim Import als Kinder oder Jugendliche bestätigt wurde ÷ Besuche bei Angeboten mit Zielgruppe.',
				en: 'Visits to offers whose target group was confirmed at import to be children or young people ÷ visits to offers with a target group.'
			}
		},
		{ of: 'portion', column: 'young', whole: 'targeted' }
	),
	count(NETWORK, {
		id: 'cooperations',
		on: 'stock',
		minimumBase: 0,
		name: { de: 'Kooperationen', en: 'Cooperations' },
		description: {
			de: 'Partner, mit denen am Ende des Zeitraums zusammengearbeitet wird. Wer für alle Quartiere da ist, zählt in jedem.',
			en: 'Partners one works with at the end of the period. Whoever is there for all Quartiere counts in each.'
		},
		formula: {
			de: 'Kooperationen, die bis zum letzten Tag begonnen und noch nicht geendet haben.',
			en: 'Cooperations that began by the last day and have not ended.'
		}
	})
];
