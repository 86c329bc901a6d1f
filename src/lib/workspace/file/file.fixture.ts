/** Workspaces of small files, with records, for tests of what goes into a file and comes out of one. */
import type { QuartierEvent, ReleaseRecord } from '../../domain';
import { confirmedItems, fingerprint, readText } from '../../ingest';
import { Records } from '../records.svelte';
import { memoryStore, type Store } from '../store';
import { addFile } from './add';

const LEVELS = ['sehr zufrieden', 'eher zufrieden', 'teils/teils', 'eher unzufrieden'];

/** A survey of a year, as people who like spreadsheets write it. */
export const survey = (year: number, rows = 8): string =>
	[
		'Bogen;Quartier;Datum;Wie zufrieden sind Sie insgesamt?;Altersgruppe',
		...Array.from(
			{ length: rows },
			(_, at) =>
				`${at + 1};${at % 2 ? 'Nord' : 'Süd'};${(at % 28) + 1}.03.${year};${LEVELS[(at * at + year) % 4]};30 bis 44`
		)
	].join('\n');

export const cases = (rows = 5): string =>
	[
		'Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang',
		...Array.from(
			{ length: rows },
			(_, at) => `K-${at};Nord;0${(at % 9) + 1}.02.2025;Energie;selbst`
		)
	].join('\n');

let minute = 0;

export async function load(store: Store, name: string, text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	const { table, mapping, ...rest } = readText(bytes);
	const year = /\d{4}/.exec(name)?.[0] ?? '2025';
	const waves = [{ key: '', name: year, from: `${year}-03-01`, to: `${year}-03-31` }];
	const meta = await addFile(store, {
		...rest,
		table,
		mapping:
			mapping.kind === 'survey' ? { ...confirmedItems(mapping), waves } : confirmedItems(mapping),
		name,
		size: bytes.length,
		sha256: await fingerprint(bytes),
		created: new Date(Date.UTC(2026, 0, 1, 8, minute++)).toISOString()
	});
	return meta.id;
}

export const recordsOf = (store: Store): Records => new Records(store, (work) => work());

export const event = (id: string, title: string, author = 'Müller'): QuartierEvent => ({
	id,
	title,
	quartier: null,
	from: '2024-05-01',
	to: null,
	kind: 'opening',
	author,
	changed: '2026-01-01T08:00:00.000Z'
});

/** A workspace with two waves, cases and an event. */
export async function smallWorkspace(): Promise<Store> {
	const store = memoryStore();
	await load(store, 'befragung-2023.csv', survey(2023));
	await load(store, 'befragung-2025.csv', survey(2025));
	await load(store, 'faelle.csv', cases());
	await recordsOf(store).put('events', event('e1', 'Treff eröffnet'));
	return store;
}

export const release = (id: string, title: string): ReleaseRecord => ({
	...{ id, title, form: 'picture', tables: [title], minimum: 5, shown: 12, exposed: 0 },
	hidden: { small: 1, complementary: 2, earlier: 0 },
	...{ kept: 'AAAA', recipient: '', withdrawn: false, author: 'Müller' },
	...{ created: '2026-01-01T08:00:00.000Z', changed: '2026-01-01T08:00:00.000Z' }
});
