import type { z } from 'zod';
import {
	benefitSchema,
	contactSchema,
	cooperationSchema,
	meetingPlaceDaySchema,
	quartierEventSchema,
	rentDebtSchema
} from '../../domain';
import { QUARTIER, type Field } from './fields';

/**
 * How a cell is read: `case` is the number of a case, which becomes its pseudonym; `everywhere` a
 * Quartier, or all of them; `step` whether something happened, by yes and no or by its day.
 */
export type FieldType =
	| 'case'
	| 'quartier'
	| 'everywhere'
	| 'day'
	| 'since'
	| 'word'
	| 'yes-no'
	| 'step'
	| 'count'
	| 'number'
	| 'event';

/** A field of a record: `name` in its schema, `role` in a mapping. */
export type RecordField = Field & { name: string; type: FieldType };

type RecordKindOf = {
	fields: readonly RecordField[];
	/** roles of which a file has at least one if it is of this kind */
	typical: readonly string[];
	/** days that cannot lie in the future */
	past: readonly string[];
	schema: z.ZodType<Record<string, unknown>>;
};

const CASE: RecordField = {
	name: 'case',
	role: 'case',
	type: 'case',
	required: true,
	aliases: [
		'Fall-Nr',
		'Fallnummer',
		'Fall-ID',
		'Fall',
		'Aktenzeichen',
		'case',
		'case id',
		'case number',
		'case no'
	]
};
const PLACE: RecordField = { ...QUARTIER, name: 'quartier', type: 'everywhere' };

/** Kinds of records that are read field by field, as data: a new one is an entry here, a schema and a table. */
export const RECORD_KINDS = {
	contacts: {
		fields: [
			CASE,
			{
				name: 'day',
				role: 'date',
				type: 'day',
				required: true,
				aliases: [
					'Datum',
					'Kontakt am',
					'Tag',
					'Kontaktdatum',
					'date',
					'contact date',
					'contact on'
				]
			},
			{
				name: 'kind',
				role: 'contactkind',
				type: 'word',
				aliases: [
					'Kontaktart',
					'Art des Kontakts',
					'Art',
					'kind of contact',
					'contact kind',
					'contact type',
					'kind'
				]
			},
			{
				name: 'minutes',
				role: 'minutes',
				type: 'count',
				aliases: ['Minuten', 'Dauer', 'Dauer in Minuten', 'Dauer (Minuten)', 'minutes', 'duration']
			},
			{
				name: 'first',
				role: 'first',
				type: 'yes-no',
				aliases: [
					'Erstkontakt',
					'Erst- oder Folgekontakt',
					'Erster Kontakt',
					'first contact',
					'first'
				]
			}
		],
		typical: ['contactkind', 'minutes', 'first'],
		past: ['day'],
		schema: contactSchema
	},
	debts: {
		fields: [
			CASE,
			{
				name: 'noted',
				role: 'date',
				type: 'day',
				aliases: ['Datum', 'Stand', 'Erfasst am', 'Beginn', 'date', 'noted on']
			},
			{
				name: 'start',
				role: 'debtstart',
				type: 'number',
				required: true,
				aliases: [
					'Rückstand am Anfang',
					'Rückstand Anfang',
					'Mietrückstand',
					'Rückstand',
					'Mietschulden',
					'debt at start',
					'rent debt',
					'arrears',
					'arrears at start'
				]
			},
			{
				name: 'end',
				role: 'debtend',
				type: 'number',
				aliases: [
					'Rückstand am Ende',
					'Rückstand Ende',
					'Restschuld',
					'debt at end',
					'arrears at end'
				]
			},
			{
				name: 'months',
				role: 'months',
				type: 'number',
				aliases: ['Monate', 'Monatsmieten', 'Rückstand in Monaten', 'months', 'months of rent']
			},
			{
				name: 'stage',
				role: 'stage',
				type: 'word',
				aliases: ['Stufe', 'Stand des Verfahrens', 'Verfahrensstand', 'Mahnstufe', 'stage']
			},
			{
				name: 'solution',
				role: 'solution',
				type: 'word',
				aliases: ['Lösung', 'Regelung', 'Vereinbarung', 'solution']
			},
			{
				name: 'averted',
				role: 'averted',
				type: 'yes-no',
				aliases: [
					'Räumung abgewendet',
					'Räumung verhindert',
					'Abgewendet',
					'eviction averted',
					'averted'
				]
			}
		],
		typical: ['debtend', 'stage', 'solution', 'averted', 'months'],
		past: ['noted'],
		schema: rentDebtSchema
	},
	benefits: {
		fields: [
			CASE,
			{
				name: 'kind',
				role: 'benefit',
				type: 'word',
				required: true,
				aliases: ['Leistung', 'Leistungsart', 'Art der Leistung', 'benefit', 'kind of benefit']
			},
			{
				name: 'advised',
				role: 'advised',
				type: 'step',
				aliases: ['Beraten', 'Beraten am', 'Beratung', 'Beratung am', 'advised', 'advised on']
			},
			{
				name: 'entitled',
				role: 'entitled',
				type: 'step',
				aliases: ['Anspruch', 'Berechtigt', 'Anspruchsberechtigt', 'entitled']
			},
			{
				name: 'applied',
				role: 'applied',
				type: 'step',
				aliases: ['Beantragt', 'Beantragt am', 'Antrag', 'Antrag am', 'applied', 'applied on']
			},
			{
				name: 'decided',
				role: 'decided',
				type: 'day',
				aliases: [
					'Beschieden am',
					'Bescheid',
					'Bescheid am',
					'Entschieden am',
					'decided',
					'decided on'
				]
			},
			{
				name: 'granted',
				role: 'granted',
				type: 'step',
				aliases: ['Bewilligt', 'Bewilligt am', 'Bewilligung', 'granted', 'granted on']
			},
			{
				name: 'amount',
				role: 'amount',
				type: 'number',
				aliases: [
					'Euro im Monat',
					'Euro je Monat',
					'Euro pro Monat',
					'Betrag',
					'Betrag im Monat',
					'Monatlicher Betrag',
					'euros a month',
					'euros per month',
					'amount',
					'monthly amount'
				]
			},
			{
				name: 'months',
				role: 'months',
				type: 'count',
				aliases: ['Monate', 'Dauer in Monaten', 'Bewilligte Monate', 'months', 'months granted']
			}
		],
		typical: ['advised', 'entitled', 'applied', 'granted', 'amount'],
		past: ['decided', 'advised', 'entitled', 'applied', 'granted'],
		schema: benefitSchema
	},
	treffdays: {
		fields: [
			{
				name: 'treff',
				role: 'treff',
				type: 'word',
				required: true,
				aliases: [
					'Treff',
					'Nachbarschaftstreff',
					'Treffpunkt',
					'Name des Treffs',
					'meeting place',
					'community centre'
				]
			},
			{ ...QUARTIER, name: 'quartier', type: 'quartier', required: true },
			{
				name: 'day',
				role: 'date',
				type: 'day',
				required: true,
				aliases: ['Datum', 'Tag', 'Am', 'date', 'day']
			},
			{
				name: 'offer',
				role: 'offer',
				type: 'word',
				aliases: ['Angebot', 'Veranstaltung', 'Gruppe', 'offer', 'activity']
			},
			{
				name: 'target',
				role: 'target',
				type: 'word',
				aliases: ['Zielgruppe', 'Für wen', 'target group']
			},
			{
				name: 'visits',
				role: 'visits',
				type: 'count',
				required: true,
				aliases: [
					'Besuche',
					'Anzahl Besuche',
					'Besucherzahl',
					'Besuchszahl',
					'Teilnahmen',
					'visits',
					'attendance'
				]
			},
			{
				name: 'volunteers',
				role: 'volunteers',
				type: 'count',
				aliases: ['Ehrenamtliche', 'Freiwillige', 'Helfende', 'volunteers']
			},
			{
				name: 'hours',
				role: 'hours',
				type: 'number',
				aliases: ['Stunden', 'Öffnungsstunden', 'Dauer in Stunden', 'hours', 'hours open']
			}
		],
		typical: ['offer', 'target', 'volunteers', 'hours', 'visits'],
		past: ['day'],
		schema: meetingPlaceDaySchema
	},
	cooperations: {
		fields: [
			{
				name: 'partner',
				role: 'partner',
				type: 'word',
				required: true,
				aliases: [
					'Partner',
					'Kooperationspartner',
					'Partnerorganisation',
					'Kooperation',
					'Einrichtung',
					'partner',
					'organisation'
				]
			},
			{
				name: 'kind',
				role: 'partnerkind',
				type: 'word',
				aliases: ['Art', 'Art des Partners', 'Partnerart', 'kind', 'kind of partner']
			},
			PLACE,
			{
				name: 'since',
				role: 'since',
				type: 'since',
				aliases: ['Seit', 'Beginn', 'Kooperation seit', 'since', 'start']
			},
			{
				name: 'until',
				role: 'until',
				type: 'since',
				aliases: ['Bis', 'Ende', 'Kooperation bis', 'until', 'end']
			}
		],
		typical: ['partnerkind', 'since', 'until'],
		past: ['since'],
		schema: cooperationSchema
	},
	events: {
		fields: [
			{
				name: 'title',
				role: 'title',
				type: 'word',
				required: true,
				aliases: ['Ereignis', 'Titel', 'Bezeichnung', 'Was', 'event', 'title']
			},
			{
				name: 'from',
				role: 'from',
				type: 'since',
				required: true,
				aliases: ['Von', 'Ab', 'Beginn', 'Datum', 'Seit', 'from', 'start', 'date']
			},
			{ name: 'to', role: 'to', type: 'since', aliases: ['Bis', 'Ende', 'to', 'until', 'end'] },
			{
				name: 'kind',
				role: 'eventkind',
				type: 'event',
				aliases: ['Art', 'Art des Ereignisses', 'kind', 'kind of event']
			},
			PLACE
		],
		typical: ['to', 'eventkind', 'quartier'],
		past: [],
		schema: quartierEventSchema
	}
} as const satisfies Record<string, RecordKindOf>;

export type RecordKind = keyof typeof RECORD_KINDS;

/** A kind of records by its name; undefined for those that are not read field by field. */
export const recordKind = (kind: string): RecordKindOf | undefined =>
	(RECORD_KINDS as Record<string, RecordKindOf>)[kind];
