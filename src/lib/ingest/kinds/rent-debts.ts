import { rentDebtSchema } from '../../domain';
import { CASE, type RecordKindOf } from './record-kind';

/** Rent that was owed in a case, at its start and at its end. */
export const rentDebt: RecordKindOf = {
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
};
