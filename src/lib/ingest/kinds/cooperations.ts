import { cooperationSchema } from '../../domain';
import { EVERYWHERE, type RecordKindOf } from './record-kind';

/** A partner in a Quartier, or in all of them. */
export const cooperation: RecordKindOf = {
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
		EVERYWHERE,
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
};
