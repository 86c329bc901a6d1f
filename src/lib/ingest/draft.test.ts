import { expect, test } from 'vitest';
import { BATCH_FORMAT, tableOf } from './batch';
import { draftOf } from './draft';
import { interpret } from './interpret';
import { packBatch, unpackBatch } from './pack';
import { pseudonymiser } from './pseudonyms';
import { csv, read, rowsOf } from './testing';

const WORDS = ['sehr unzufrieden', 'eher zufrieden', 'sehr zufrieden'];
const PERSONAL = ['Sommerfeld', '0531 998877', 'wegen der Trennung', 'SN-4711'];
const file = csv(
	['Bogen', 'Mieter', 'Telefon', 'Quartier', 'Bemerkung', 'Zufrieden insgesamt'],
	Array.from({ length: 40 }, (_, at) => [
		`SN-47${at + 11}`,
		at === 0 ? 'Sommerfeld, Ute' : `Person, Nummer ${at}`,
		`0531 9988${at + 77}`,
		'Nord',
		at === 0 ? 'wegen der Trennung' : `Text ${at}`,
		WORDS[at % 3]!
	])
);
const waves = [{ key: '', name: '2025', from: '2025-01-01', to: '2025-02-01' }];

const about = (sha256: string) => ({
	format: BATCH_FORMAT as 2,
	notStored: [],
	id: crypto.randomUUID(),
	kind: 'survey' as const,
	file: { name: 'a.csv', size: 1, sha256 },
	sample: false,
	author: '',
	created: '2026-01-01T00:00:00.000Z',
	loaded: 0,
	skipped: 0,
	dropped: []
});

/** The file with what a person said: who and what was said is not kept, the number tells sheets apart. */
function opened() {
	const { table, mapping } = read(file, { kind: 'survey' });
	const columns = mapping.columns.map((column) => {
		if (column.heading === 'Bogen') return { ...column, role: 'id' as const };
		const personal = ['Mieter', 'Telefon'].includes(column.heading);
		if (personal) return { ...column, role: 'dropped' as const };
		return column.heading === 'Bemerkung' ? { ...column, role: 'ignored' as const } : column;
	});
	return { table, mapping: { ...mapping, columns, waves } };
}

test('not a byte of a draft is personal', async () => {
	const { table, mapping } = opened();
	const draft = draftOf(table, mapping, pseudonymiser(new Uint8Array(32)));
	const packed = await packBatch({ meta: about('ab'), ...draft });
	const text = new TextDecoder('latin1').decode(packed);
	for (const word of PERSONAL) expect(text).not.toContain(word);
	expect(text).toContain('sehr zufrieden');
});

test('a draft goes on where the file was left: the same figures from the same columns', async () => {
	const { table, mapping } = opened();
	const draft = draftOf(table, mapping, pseudonymiser(new Uint8Array(32)));
	const back = await unpackBatch(await packBatch({ meta: about('ab'), ...draft }));
	expect(back.mapping.columns.map(({ index, heading, role }) => [index, heading, role])).toEqual(
		mapping.columns.map(({ index, heading, role }) => [index, heading, role])
	);
	const [first] = rowsOf(tableOf(back));
	expect(first?.cells.slice(1)).toEqual(['', '', 'Nord', '', 'sehr unzufrieden']);
	const today = '2026-01-01';
	const [before, after] = [
		interpret(table, mapping, today),
		interpret(tableOf(back), back.mapping, today)
	];
	expect(after).toEqual(before);
});

test('of a column that lost its role nothing stays of what stood in it', () => {
	const { table, mapping } = opened();
	const columns = mapping.columns.map((column) =>
		column.item ? { ...column, role: 'dropped' as const, dropped: 'user' } : column
	);
	const draft = draftOf(table, { ...mapping, columns }, null);
	expect(JSON.stringify(draft.mapping)).not.toContain('zufrieden"');
});
