import { benefitSchema } from '../../domain';
import { CASE, type RecordKindOf } from './record-kind';

/** A transfer that a tenant was helped to get: advised, entitled, applied for, granted. */
export const benefit: RecordKindOf = {
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
};
