import { meetingPlaceDaySchema } from '../../domain';
import { QUARTIER } from './fields';
import type { RecordKindOf } from './record-kind';

/** An offer of a meeting place on one day. */
export const meetingPlaceDay: RecordKindOf = {
	fields: [
		{
			name: 'meetingPlace',
			role: 'meetingPlace',
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
			name: 'targetGroup',
			role: 'targetGroup',
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
	typical: ['offer', 'targetGroup', 'volunteers', 'hours', 'visits'],
	past: ['day'],
	schema: meetingPlaceDaySchema
};
