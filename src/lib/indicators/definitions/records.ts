import type { IndicatorDefinition, Words } from '../../domain';
import type { RecordIndicator, RecordMeasure } from './indicator';

const OWN: Words = {
	de: 'Zählregeln von Quartierspiegel',
	en: 'Counting rules of Quartierspiegel'
};
const COMPLETE: Words = {
	de: 'Vollzählung, deshalb ohne Bereich.',
	en: 'A complete count, hence no interval.'
};
const WILSON: Words = {
	de: 'Wilson (1927), JASA 22, 209–212',
	en: 'Wilson (1927), JASA 22, 209–212'
};

type About = Pick<RecordIndicator, 'id' | 'name' | 'description' | 'formula' | 'on'> &
	Partial<Pick<RecordIndicator, 'when' | 'direction' | 'source' | 'minimumBase'>> & {
		unit?: IndicatorDefinition['unit'];
	};

/** A complete count or sum: exact, and without an interval. */
const count = (
	family: Pick<RecordIndicator, 'records' | 'group'>,
	about: About,
	measure: RecordMeasure = { of: 'count' }
): RecordIndicator => ({
	family: 'record',
	kind: ['count', 'days', 'different'].includes(measure.of) ? 'count' : 'amount',
	unit: 'count',
	direction: 'neutral',
	minimumBase: 5,
	completeCount: true,
	source: OWN,
	measure,
	...family,
	...about,
	formula: {
		de: `${about.formula.de} ${COMPLETE.de}`,
		en: `${about.formula.en} ${COMPLETE.en}`
	}
});

const CONTACTS = { records: 'contact', group: 'casework' } as const;
const DEBTS = { records: 'debt', group: 'debt' } as const;
const BENEFITS = { records: 'benefit', group: 'benefit' } as const;
const TREFF = { records: 'treffday', group: 'treff' } as const;
const NETWORK = { records: 'cooperation', group: 'network' } as const;

const AVERTED: Words = {
	de: 'Abgewendet heißt: Der Fall hat „Räumung abgewendet“ mit Ja; der Mieter wohnt weiter in der Wohnung.',
	en: 'Averted means: the case says yes to “eviction averted”; the tenant goes on living in the flat.'
};

/** One step on the way to a benefit. Applied is not granted. */
const step = (name: string, words: Words, meaning: Words): RecordIndicator =>
	count(BENEFITS, {
		id: `benefit-${name}`,
		on: `${name}_day`,
		when: name,
		name: words,
		description: meaning,
		formula: {
			de: 'Zahl der Leistungen, bei denen dieser Schritt getan ist; am Tag des Schritts, ohne Tag an dem des Schritts davor.',
			en: 'Number of benefits with which this step was taken; on the day of the step, without one on that of the step before.'
		}
	});

/** Every figure from contacts, rent debts, benefits, meeting places and cooperations. */
export const RECORD_INDICATORS: readonly RecordIndicator[] = [
	count(CONTACTS, {
		id: 'contacts',
		on: 'day',
		name: { de: 'Kontakte', en: 'Contacts' },
		description: {
			de: 'Kontakte zu Fällen im Zeitraum. Ein Fall hat meist mehrere Kontakte.',
			en: 'Contacts about cases in the period. A case mostly has several contacts.'
		},
		formula: { de: 'Zahl der Kontakte.', en: 'Number of contacts.' }
	}),
	count(DEBTS, {
		id: 'debt-cases',
		on: 'day',
		name: { de: 'Fälle mit Mietrückstand', en: 'Cases of rent debt' },
		description: {
			de: 'Mietrückstände, die im Zeitraum erfasst wurden.',
			en: 'Rent debts noted in the period.'
		},
		formula: {
			de: 'Zahl der Mietrückstände; ohne eigenes Datum zählt der Tag, an dem der Fall eröffnet wurde.',
			en: 'Number of rent debts; without a date of its own, the day on which the case was opened counts.'
		}
	}),
	count(
		DEBTS,
		{
			id: 'debt-regulated',
			on: 'day',
			when: 'ended',
			unit: 'euros',
			direction: 'higher-better',
			name: { de: 'Regulierte Mietschulden', en: 'Rent debts regulated' },
			description: {
				de: 'Um wie viel Euro Mietrückstände bis zum Ende der Beratung gesunken sind.',
				en: 'By how many euros rent debts had fallen at the end of the counselling.'
			},
			formula: {
				de: 'Summe von Rückstand am Anfang minus Rückstand am Ende, wo beide bekannt sind; gestiegene Rückstände zählen ab.',
				en: 'Sum of debt at start minus debt at end where both are known; debts that rose are deducted.'
			}
		},
		{ of: 'sum', column: 'regulated' }
	),
	count(DEBTS, {
		id: 'evictions-averted',
		on: 'day',
		when: 'averted',
		direction: 'higher-better',
		name: { de: 'Abgewendete Räumungen', en: 'Evictions averted' },
		description: {
			de: `Mietrückstände, bei denen eine Räumung abgewendet wurde. ${AVERTED.de}`,
			en: `Rent debts with which an eviction was averted. ${AVERTED.en}`
		},
		formula: { de: 'Zahl dieser Mietrückstände.', en: 'Number of these rent debts.' }
	}),
	{
		...count(
			DEBTS,
			{
				id: 'averted-share',
				on: 'day',
				unit: 'percent',
				direction: 'higher-better',
				source: WILSON,
				name: { de: 'Anteil abgewendeter Räumungen', en: 'Share of evictions averted' },
				description: {
					de: `Anteil der Mietrückstände, bei denen eine Räumung abgewendet wurde. ${AVERTED.de} Zum Vergleich: In einer Berliner Gesellschaft waren es 577 von 1.033 Beratungen.`,
					en: `Share of rent debts with which an eviction was averted. ${AVERTED.en} For comparison: in one Berlin company it was 577 of 1,033 consultations.`
				},
				formula: { de: '', en: '' }
			},
			{ of: 'share', column: 'averted' }
		),
		kind: 'share',
		completeCount: false,
		formula: {
			de: 'Abgewendete ÷ alle Mietrückstände, von denen bekannt ist, ob eine Räumung abgewendet wurde. Wilson-Bereich (Wilson 1927).',
			en: 'Averted ÷ all rent debts of which it is known whether an eviction was averted. Wilson interval (Wilson 1927).'
		}
	},
	{
		...count(
			DEBTS,
			{
				id: 'eviction-cost-avoided',
				on: 'day',
				when: 'averted',
				unit: 'euros',
				direction: 'higher-better',
				name: { de: 'Vermiedene Räumungskosten', en: 'Cost of evictions avoided' },
				description: {
					de: 'Was die abgewendeten Räumungen gekostet hätten, nach den Kosten, die Sie angeben. Deutsche Quellen nennen 8.000 bis 20.000 Euro je Räumung.',
					en: 'What the evictions averted would have cost, by the cost that you name. German sources give 8,000 to 20,000 euros for one eviction.'
				},
				formula: { de: '', en: '' }
			},
			{ of: 'cost' }
		),
		formula: {
			de: 'Abgewendete Räumungen × Kosten einer Räumung. Der Bereich ist der Ihrer Angabe (von … bis …), kein statistischer; der Wert seine Mitte.',
			en: 'Evictions averted × cost of one eviction. The range is that of your figure (from … to …), not a statistical one; the value is its middle.'
		}
	},
	step(
		'advised',
		{ de: 'Beraten', en: 'Advised' },
		{
			de: 'Leistungen, zu denen beraten wurde.',
			en: 'Benefits about which somebody was advised.'
		}
	),
	step(
		'entitled',
		{ de: 'Anspruch festgestellt', en: 'Found entitled' },
		{
			de: 'Leistungen, auf die nach der Prüfung ein Anspruch besteht.',
			en: 'Benefits to which the check found an entitlement.'
		}
	),
	step(
		'applied',
		{ de: 'Beantragt', en: 'Applied for' },
		{
			de: 'Leistungen, die beantragt wurden. Beantragt ist nicht bewilligt.',
			en: 'Benefits that were applied for. Applied for is not granted.'
		}
	),
	step(
		'granted',
		{ de: 'Bewilligt', en: 'Granted' },
		{
			de: 'Leistungen, die bewilligt wurden.',
			en: 'Benefits that were granted.'
		}
	),
	count(
		BENEFITS,
		{
			id: 'benefit-euros-month',
			on: 'granted_day',
			when: 'monthly',
			unit: 'euros',
			direction: 'higher-better',
			name: { de: 'Bewilligt im Monat', en: 'Granted a month' },
			description: {
				de: 'Euro im Monat aus bewilligten Leistungen.',
				en: 'Euros a month from benefits granted.'
			},
			formula: {
				de: 'Summe der Monatsbeträge bewilligter Leistungen mit bekanntem Betrag. Einmaliges, also für einen Monat Bewilligtes, zählt hier nicht.',
				en: 'Sum of the monthly amounts of benefits granted whose amount is known. What is paid once, that is granted for one month, does not count here.'
			}
		},
		{ of: 'sum', column: 'euros' }
	),
	count(
		BENEFITS,
		{
			id: 'benefit-euros-year',
			on: 'granted_day',
			when: 'priced',
			unit: 'euros',
			direction: 'higher-better',
			name: { de: 'Bewilligt, auf ein Jahr', en: 'Granted, over a year' },
			description: {
				de: 'Was die bewilligten Leistungen in ihrem ersten Jahr zusammen ausmachen.',
				en: 'What the benefits granted amount to in their first year.'
			},
			formula: {
				de: 'Monatsbetrag × bewilligte Monate, höchstens 12; ohne Angabe 12. Einmaliges zählt mit einem Monat.',
				en: 'Monthly amount × months granted, 12 at most; 12 where it is not said. What is paid once counts with one month.'
			}
		},
		{ of: 'sum', column: 'euros_year' }
	),
	count(
		TREFF,
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
		{ of: 'different', column: 'treff' }
	),
	count(
		TREFF,
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
		{ of: 'days', column: 'treff' }
	),
	count(
		TREFF,
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
		TREFF,
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
		{ of: 'per-day', column: 'visits', days: 'treff' }
	),
	count(
		TREFF,
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
		TREFF,
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
				de: 'Besuche bei Angeboten, deren Zielgruppe Kinder oder Jugendliche nennt ÷ Besuche bei Angeboten mit Zielgruppe.',
				en: 'Visits to offers whose target group names children or young people ÷ visits to offers with a target group.'
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
