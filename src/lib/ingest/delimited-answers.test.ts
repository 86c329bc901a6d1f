import { describe, expect, test } from 'vitest';
import { chosenIn, optionsIn } from './delimited-answers';
import { counted } from './testing';

const repeated = (cells: string[], times: number): string[] =>
	Array.from({ length: times }, () => cells).flat();

describe('options of a column whose cells hold several answers', () => {
	test('with a semicolon at the end, in the order of the questionnaire', () => {
		const cells = repeated(['Garten;Kochen;', 'Kochen;Sport;', 'Garten;', 'Sport;'], 3);
		expect(optionsIn(counted(cells), ';')).toEqual(['Garten', 'Kochen', 'Sport']);
	});

	test('an option that holds a comma is one', () => {
		const cells = repeated(
			[
				'Garten, Treppenhaus, Flur und Keller',
				'Treppenhaus, Flur und Keller, Sport',
				'Garten, Sport',
				'Sport',
				'Beratung (Wohngeld, Kinderzuschlag), Sport'
			],
			4
		);
		expect(optionsIn(counted(cells), ', ')).toEqual([
			'Garten',
			'Treppenhaus, Flur und Keller',
			'Beratung (Wohngeld, Kinderzuschlag)',
			'Sport'
		]);
	});

	test('two options that are often chosen together stay two', () => {
		const cells = [...repeated(['Garten, Sport'], 9), 'Garten', 'Sport'];
		expect(optionsIn(counted(cells), ', ')).toEqual(['Garten', 'Sport']);
	});

	test('answers in free words beside the options are none', () => {
		const cells = [...repeated(['Garten, Sport', 'Sport', 'Garten'], 20), 'Sport, mein Hund'];
		expect(optionsIn(counted(cells), ', ')).toEqual(['Garten', 'Sport']);
	});

	test.each([
		['single answers with commas', repeated(['Schule, ohne Abschluss', 'Studium, ohne Titel'], 9)],
		['sentences', ['Ja, gern', 'Nein, eher nicht', 'Manchmal, je nachdem', 'Nie, wozu auch']],
		['single answers', repeated(['Garten', 'Sport'], 10)],
		['numbers', Array.from({ length: 50 }, (_, at) => `${at},${at + 1}`)],
		['nothing', []]
	])('%s hold no options', (_, cells) => {
		expect(optionsIn(counted(cells), ', ')).toBeNull();
	});
});

describe('what a cell names', () => {
	const options = ['Flur', 'Flur, Keller', 'Sport'];

	test.each([
		['Flur', [0], []],
		['Flur, Keller', [1], []],
		['Flur, Sport', [0, 2], []],
		['Sport, Flur, Keller', [1, 2], []],
		['Sport, Flurlicht', [2], ['Flurlicht']],
		['mein Hund, Sport, und Sport', [2], ['mein Hund', 'und Sport']],
		[', Sport,', [2], []],
		['', [], []]
	])('%s', (cell, chosen, others) => {
		expect(chosenIn(cell, options, ', ')).toEqual({ chosen, others });
	});

	test('a semicolon at the end', () => {
		expect(chosenIn('Sport;Flur;', options, ';')).toEqual({ chosen: [0, 2], others: [] });
	});
});
