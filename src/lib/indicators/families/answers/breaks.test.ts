import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendRows, emptyCatalog, type Engine } from '../../../engine';
import { openNodeEngine } from '../../../engine/node';
import { interpret, itemKey, readText, toTables, type Mapping } from '../../../ingest';
import { ask, table } from '../../testing';

let engine: Engine;
beforeAll(async () => {
	engine = await openNodeEngine();
}, 60_000);
afterAll(() => engine.close());

const ANSWERS = ['sehr unzufrieden', 'unzufrieden', 'teils/teils', 'zufrieden', 'sehr zufrieden'];
const file = (wave: string, question: string, shift: number) =>
	table(
		['Bogen', 'Welle', 'Quartier', question],
		Array.from({ length: 20 }, (_, at) => [at, wave, 'Nord', ANSWERS[(at + shift) % 5]])
	);

/** Loads one file per wave; `change` says more of how each is read. */
async function load(
	files: string[],
	change: (mapping: Mapping, before: Mapping | undefined) => Mapping = (mapping) => mapping
): Promise<void> {
	const read: Mapping[] = [];
	const records = files.map((text) => {
		const { table: rows, mapping } = readText(new TextEncoder().encode(text));
		read.push(change(mapping, read.at(-1)));
		return interpret(rows, read.at(-1)!, '2026-01-01');
	});
	await appendRows(engine, toTables(records, emptyCatalog()).tables, { replace: true });
}

const FILES = [
	file('2022', 'Freundlichkeit der Hausmeister', 0),
	file('2025', 'Wie freundlich sind unsere Hausmeister?', 1)
];
const byItem = { indicators: ['item-share'], by: ['item', 'wave'] as ('item' | 'wave')[] };

test('other words are another item, and nothing is said to have changed', async () => {
	await load(FILES);
	const result = await ask(engine, byItem);
	expect(result.members.item).toHaveLength(2);
	expect([result.breaks, result.notes]).toEqual([[], []]);
});

test('an item that goes on because the user says so is one, with its break marked and its change tested', async () => {
	await load(FILES, (mapping, before) => {
		const earlier = before?.columns.find(({ role }) => role === 'item')?.item;
		const columns = mapping.columns.map((column) =>
			column.role === 'item' && earlier
				? { ...column, continues: { key: itemKey(earlier), text: earlier.text } }
				: column
		);
		return { ...mapping, columns };
	});
	const result = await ask(engine, { ...byItem, compare: 'previous-wave' });
	const [member] = result.members.item ?? [];
	expect(member?.label).toBe('Freundlichkeit der Hausmeister †');
	expect(result.items[member?.value ?? '']?.text).toBe('Freundlichkeit der Hausmeister †');
	expect(result.breaks).toEqual([
		{ wave: '2025', item: member?.value, text: 'Wie freundlich sind unsere Hausmeister?' }
	]);
	expect(result.notes).toContain('wording-changed');
	expect(result.rows.map(({ dimensions, estimate }) => [dimensions.wave, estimate.n])).toEqual([
		['2022', 20],
		['2025', 20]
	]);
	expect(result.rows[1]?.change?.reference).toMatchObject({ wave: '2022' });
	const alone = await ask(engine, { ...byItem, filters: { wave: ['2025'] } });
	expect(alone.breaks).toEqual([]);
});

test('what asks for overall satisfaction in other words is marked as well', async () => {
	await load([
		file('2022', 'Zufriedenheit insgesamt', 0),
		file('2025', 'Wie zufrieden sind Sie insgesamt mit der Wohnung?', 0)
	]);
	const result = await ask(engine, { indicators: ['satisfied-overall'], by: ['wave'] });
	expect(result.breaks.map(({ wave }) => wave)).toEqual(['2025']);
});

test('the index of a topic is marked where it is made from other questions, or on another scale', async () => {
	const responses = (wave: string, ...questions: string[]) =>
		table(
			['Bogen', 'Welle', 'Quartier', ...questions],
			Array.from({ length: 20 }, (_, at) => [
				at,
				wave,
				'Nord',
				...questions.map((_question, place) => ANSWERS[(at + place) % 5])
			])
		);
	const safety = (mapping: Mapping): Mapping => ({
		...mapping,
		columns: mapping.columns.map((column) =>
			column.role === 'item' && column.item
				? { ...column, item: { ...column.item, topic: 'safety' } }
				: column
		)
	});
	const index = { indicators: ['index-safety'], by: ['wave'] as ['wave'] };
	await load(
		[responses('2022', 'Im Haus', 'Im Hof'), responses('2025', 'Im Hof', 'Im Haus')],
		safety
	);
	const same = await ask(engine, index);
	expect([same.rows.length, same.breaks, same.notes]).toEqual([2, [], []]);

	await load(
		[responses('2022', 'Im Haus', 'Im Hof'), responses('2025', 'Im Haus', 'Im Park')],
		safety
	);
	const other = await ask(engine, index);
	expect(other.breaks).toEqual([
		{ wave: '2025', indicator: 'index-safety', of: 'items', text: '' }
	]);
	expect(other.notes).toEqual(['items-changed']);
	expect((await ask(engine, { ...index, filters: { wave: ['2025'] } })).breaks).toEqual([]);
});
