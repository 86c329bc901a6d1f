import { quartierEventSchema } from '../../domain';
import { EVERYWHERE, type RecordKindOf } from './record-kind';

/** An event, which stands on the time axes. */
export const event: RecordKindOf = {
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
		EVERYWHERE
	],
	typical: ['to', 'eventkind', 'quartier'],
	past: [],
	schema: quartierEventSchema
};
