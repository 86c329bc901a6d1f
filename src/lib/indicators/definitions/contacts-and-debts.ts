import type { Words } from '../../domain';
import { count } from './counted';
import type { RecordIndicator } from './indicator';
import { WILSON_1927 } from './sources';

const CONTACTS = { records: 'contact', group: 'casework' } as const;
const DEBTS = { records: 'rentDebt', group: 'debt' } as const;

const AVERTED: Words = {
	de: 'Abgewendet heißt: Der Fall hat „Räumung abgewendet“ mit Ja; der Mieter wohnt weiter in der Wohnung.',
	en: 'Averted means: the case says yes to “eviction averted”; the tenant goes on living in the flat.'
};

/** The figures of contacts about cases, and of rent debts. */
export const CONTACT_AND_DEBT_INDICATORS: readonly RecordIndicator[] = [
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
				source: WILSON_1927,
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
	}
];
