import { expect, test } from 'vitest';
import { find, type Found } from './find';

const found = (text: string, kind = 'Quartier', detail = ''): Found => ({
	kind,
	text,
	detail,
	href: text
});
const all = [
	found('Südstadt'),
	found('SZ-Lebenstedt'),
	found('Grünflächen in der Südstadt', 'Frage')
];

test('finds without regard to case and umlauts, the beginning first', () => {
	expect(find(all, 'sudstadt').map(({ text }) => text)).toEqual([
		'Südstadt',
		'Grünflächen in der Südstadt'
	]);
});

test('every word must occur, in the text, its detail or its kind', () => {
	expect(find(all, 'frage südstadt').map(({ text }) => text)).toEqual([
		'Grünflächen in der Südstadt'
	]);
	expect(find(all, 'lebenstedt süd')).toEqual([]);
});

test('shows what there is before anything is asked, and never more than is wanted', () => {
	expect(find(all, ' ', 2)).toEqual(all.slice(0, 2));
});
