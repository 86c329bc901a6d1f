import { contactSchema } from '../../domain';
import { CASE, type RecordKindOf } from './record-kind';

/** A contact with somebody about a case. */
export const contact: RecordKindOf = {
	fields: [
		CASE,
		{
			name: 'day',
			role: 'date',
			type: 'day',
			required: true,
			aliases: ['Datum', 'Kontakt am', 'Tag', 'Kontaktdatum', 'date', 'contact date', 'contact on']
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
};
