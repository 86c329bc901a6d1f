import { describe, expect, it } from 'vitest';
import type { Item, Scale } from '../domain';
import { interpret } from './interpret';
import { columnPreview, headlines } from './preview';
import { csv, read } from './testing';

const points: Scale = {
	id: 'points5',
	kind: 'ordinal',
	points: 5,
	labels: ['1', '2', '3', '4', '5'],
	titles: {},
	topBox: ['4', '5'],
	direction: 'higher-better',
	nonSubstantive: ['9']
};
const item = (scale: Scale): { item: Item } => ({
	item: { code: 'q', text: 'q', topic: 'overall', scale }
});

describe('what a column will say', () => {
	it('is the share of the top box among the answers that are some', () => {
		const counts = [
			['1', 10],
			['4', 20],
			['5', 10],
			['9', 50],
			['7', 3]
		] as const;
		const preview = columnPreview(item(points), counts);
		expect(preview).toMatchObject({ kind: 'share', value: 0.75, n: 40 });
		// (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n)
		expect(preview?.low).toBeCloseTo(0.5981, 3);
		expect(preview?.high).toBeCloseTo(0.8581, 3);
	});

	it('is promoters less detractors where it is a recommendation', () => {
		const labels = Array.from({ length: 11 }, (_, at) => String(at));
		const nps: Scale = { ...points, kind: 'nps', labels, topBox: ['9', '10'], nonSubstantive: [] };
		const counts = [
			['10', 5],
			['9', 1],
			['8', 2],
			['0', 2]
		] as const;
		expect(columnPreview(item(nps), counts)).toMatchObject({ kind: 'nps', value: 40, n: 10 });
	});

	it('is the share that chose an option', () => {
		const option = { question: 'q', label: 'Bus', yes: ['x'], no: ['-'] };
		const scale: Scale = { ...points, kind: 'multiple', labels: ['Bus'], topBox: [] };
		const counts = [
			['x', 1],
			['-', 3],
			['?', 9]
		] as const;
		expect(columnPreview({ ...item(scale), option }, counts)).toMatchObject({ value: 0.25, n: 4 });
	});

	it('is nothing without a top box or without answers', () => {
		expect(columnPreview(item({ ...points, topBox: [] }), [['4', 2]])).toBeNull();
		expect(columnPreview(item(points), [['9', 2]])).toBeNull();
	});
});

describe('headlines', () => {
	const WORDS = ['sehr unzufrieden', 'unzufrieden', 'teils/teils', 'zufrieden', 'sehr zufrieden'];
	const file = csv(
		['Quartier', 'Gewicht', 'Zufrieden insgesamt', 'Sicherheit abends', 'Unklar'],
		[
			['Nord', '3', WORDS[4]!, WORDS[0]!, '1'],
			['Nord', '1', WORDS[0]!, WORDS[3]!, '2'],
			['', '1', WORDS[4]!, WORDS[3]!, '3']
		]
	);

	it('weigh as the figures do, leave out what is left out, and what nobody settled', () => {
		const { table, mapping } = read(file);
		const columns = mapping.columns.map((column) =>
			column.heading === 'Unklar' && column.item
				? { ...column, item: { ...column.item, scale: { ...points, settled: false } } }
				: column
		);
		const waves = [{ key: '', name: '2025', from: '2025-01-01', to: '2025-02-01' }];
		const records = interpret(table, { ...mapping, columns, waves }, '2026-01-01');
		const found = headlines(records);
		expect(found.map(({ text, value, n, weighted }) => [text, value, n, weighted])).toEqual([
			['Zufrieden insgesamt', 0.75, 2, true],
			['Sicherheit abends', 0.25, 2, true]
		]);
	});
});
