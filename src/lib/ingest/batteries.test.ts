import { describe, expect, test } from 'vitest';
import { column, csv, read } from './testing';

const rows = (answers: readonly (readonly string[])[], times = 12): string[][] =>
	Array.from({ length: times }, (_, at) => [
		String(at + 1),
		...answers.map((own) => own[at % own.length] ?? '')
	]);

describe('a battery', () => {
	test('has one scale: a level that nobody chose for one of its questions exists', () => {
		const recognised = read(
			csv(
				['Nr', 'Wie gut ist … [Heizung]', 'Wie gut ist … [Balkon]', 'Wie gut ist … [Keller]'],
				rows([
					['1', '2', '3', '4', '5'],
					['2', '3', '4'],
					['1', '2', '5', '9']
				])
			)
		);
		for (const row of ['Heizung', 'Balkon', 'Keller']) {
			const { item, battery, evidence } = column(recognised, `Wie gut ist … [${row}]`);
			expect(item?.scale.labels, row).toEqual(['1', '2', '3', '4', '5']);
			expect(item?.scale.settled, row).toBe(false);
			expect(battery, row).toBeTruthy();
			expect(evidence, row).toContain('battery');
		}
	});

	test('takes no question in that has answers of its own', () => {
		const recognised = read(
			csv(
				['Nr', 'Frage [a]', 'Frage [b]'],
				rows([
					['0', '1', '5', '8', '9', '10'],
					['1', '2', '3', '4']
				])
			)
		);
		expect(column(recognised, 'Frage [a]').item?.scale.points).toBe(11);
		expect(column(recognised, 'Frage [b]').item?.scale.points).toBe(4);
	});

	test('of two kinds of questions is two: their answers are not put on one scale', () => {
		const quality = ['sehr schlecht', 'schlecht', 'mittelmäßig', 'gut', 'sehr gut'];
		const certainty = ['nein, auf keinen Fall', 'eher nein', 'eher ja', 'ja, auf jeden Fall'];
		const recognised = read(
			csv(['Nr', 'Block [Garten]', 'Block [Wieder mieten]'], rows([quality, certainty], 20))
		);
		expect(column(recognised, 'Block [Garten]').item?.scale.labels).toEqual(quality);
		const again = column(recognised, 'Block [Wieder mieten]').item?.scale;
		expect(again).toMatchObject({ labels: certainty, settled: false });
	});

	test('no scale depends on a question elsewhere in the file', () => {
		const own = ['1', '2', '3', '4'];
		const alone = read(csv(['Nr', 'Das Treppenhaus'], rows([own])));
		const beside = read(
			csv(['Nr', 'Das Treppenhaus', 'Der Garten'], rows([own, ['1', '2', '3', '4', '5', '6', '7']]))
		);
		expect(column(beside, 'Das Treppenhaus').item).toEqual(column(alone, 'Das Treppenhaus').item);
	});
});

describe('several columns as one question', () => {
	const headings = ['Nr', 'Was stört Sie? [Lärm]', 'Was stört Sie? [Schimmel]'];
	test.each([
		['an X', ['X', ''], ['', 'X', 'X']],
		['a number of its own', ['1', ''], ['2', '', '2']],
		['the option itself', ['Lärm', ''], ['Schimmel', '', '']]
	])('ticked by %s', (_, first, second) => {
		const recognised = read(csv(headings, rows([first, second])));
		expect(column(recognised, headings[1]!)).toMatchObject({
			certain: true,
			item: { scale: { kind: 'multiple', labels: ['Lärm', 'Schimmel'], settled: true } }
		});
	});

	test('of yes and no are none until the tool or a person says so', () => {
		const recognised = read(
			csv(
				headings,
				rows([
					['ja', 'nein'],
					['nein', 'ja', 'nein']
				])
			)
		);
		for (const heading of headings.slice(1)) {
			const { certain, item } = column(recognised, heading);
			expect(certain && item?.scale.settled && item.scale.kind === 'multiple').toBe(false);
		}
	});
});
