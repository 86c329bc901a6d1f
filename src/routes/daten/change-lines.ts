import * as m from '$lib/paraglide/messages';
import { message, number } from '$lib/words';
import type { Changes } from '$lib/workspace';

type Batch = Changes['batches']['added'][number];

const lineOf = ({ name, kind, loaded }: Batch) => ({
	name,
	what: m.file_incoming_rows({ kind: message(`kind_${kind}`), n: number(loaded) })
});

/** That there is a key is no news. */
const isTold = ({ kind, changed }: Changes['records'][number]) =>
	kind !== 'workspace' || changed > 0;

/** What changes, in a line for each file and each kind of what people write. */
export const changeLines = ({ batches, records }: Changes): string[] => [
	...batches.added.map((batch) => m.file_incoming_added(lineOf(batch))),
	...batches.removed.map((batch) => m.file_incoming_removed(lineOf(batch))),
	...batches.dated.map(({ name }) => m.file_incoming_dated({ name })),
	...records.filter(isTold).map(({ kind, added, changed, removed }) =>
		m.file_incoming_records({
			kind: message(`file_kind_${kind}`),
			parts: [
				added > 0 ? m.file_incoming_new({ n: number(added) }) : '',
				changed > 0 ? m.file_incoming_changed({ n: number(changed) }) : '',
				removed > 0 ? m.file_incoming_gone({ n: number(removed) }) : ''
			]
				.filter(Boolean)
				.join(', ')
		})
	)
];
