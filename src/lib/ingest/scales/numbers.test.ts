import { describe, expect, test } from 'vitest';
import { counted } from '../testing';
import { runOf } from './codes';
import { recogniseAnswers, recogniseBattery } from './recognise';

const columnOf = (values: readonly (string | number)[], times = 20) =>
	counted(Array.from({ length: times }, () => values.map(String)).flat());

describe('the run of a coded scale', () => {
	test.each([
		[[1, 2, 3, 4, 5], 1, 5, []],
		[[1, 2, 3, 4, 5, 9], 1, 5, [9]],
		[[1, 2, 3, 4, 8, 9], 1, 4, [8, 9]],
		[[1, 2, 3, 4, 5, 7, 8, 9], 1, 5, [7, 8, 9]],
		[[1, 2, 3, 4, 5, 6], 1, 6, []],
		[[1, 2, 4, 5], 1, 5, []],
		[[0, 3, 5, 7, 10], 0, 10, []],
		[[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 1, 10, []],
		[[1, 2, 3, -1, -9, 98, 99, 77], 1, 3, [-1, -9, 98, 99, 77]],
		[[1, 2, 9], 1, 2, [9]],
		[[0, 1, 9], 0, 1, [9]],
		[[1, 7], 1, 7, []]
	])('%j', (values, low, high, outside) => expect(runOf(values)).toEqual({ low, high, outside }));

	test.each([[[1, 2, 3, 17]], [[12, 45]], [[-1, -9]], [[]]])('%j are no points', (values) =>
		expect(runOf(values)).toBeNull()
	);
});

describe('columns of numbers', () => {
	test('points are to be confirmed, with what is likely no answer', () => {
		expect(recogniseAnswers('q1_01', columnOf([1, 2, 3, 4, 5, 9]))).toMatchObject({
			certain: false,
			evidence: ['values'],
			scale: { id: 'points5', labels: [...'12345'], nonSubstantive: ['9'], settled: false }
		});
	});

	test.each([
		['Wie zufrieden sind Sie? (1 = sehr zufrieden, 5 = sehr unzufrieden)', [...'54321'], true],
		['Zufriedenheit von 1 (sehr unzufrieden) bis 5 (sehr zufrieden)', [...'12345'], true],
		['Wie wichtig ist es? 1 = unwichtig, 5 = sehr wichtig', [...'12345'], false]
	])('%s', (heading, labels, settled) => {
		expect(recogniseAnswers(heading, columnOf([1, 2, 4, 9]))).toMatchObject({
			certain: true,
			evidence: ['heading'],
			scale: { labels, nonSubstantive: ['9'], settled }
		});
	});

	test('a heading that the values contradict decides nothing', () => {
		const heading = '1 = sehr gut, 3 = sehr schlecht';
		expect(recogniseAnswers(heading, columnOf([1, 2, 3, 4]))?.certain).toBe(false);
	});

	test('a recommendation in five points is none from 0 to 10', () => {
		const found = recogniseAnswers('Würden Sie uns weiterempfehlen?', columnOf([1, 2, 3, 4, 5]));
		expect(found).toMatchObject({ certain: false, scale: { id: 'points5' } });
	});

	test.each([
		['Stadtteil', [1, 2, 3]],
		['PLZ', [60311, 60313]],
		['Grund', [1, 2, 3, 4]],
		['Frage', [101, 205, 330, 412]],
		['Frage', ['01', '02', '05']]
	])('%s: %j name things', (heading, values) => {
		expect(recogniseAnswers(heading, columnOf(values))).toMatchObject({
			certain: false,
			scale: { kind: 'nominal', topBox: [], settled: false }
		});
	});

	const rents = Array.from({ length: 120 }, (_, at) => String(400 + 3 * at));

	test('amounts need no click', () => {
		expect(recogniseAnswers('Miete', counted(rents))).toMatchObject({
			certain: true,
			scale: { kind: 'numeric', settled: true }
		});
	});

	test('a code far off among amounts has to be confirmed', () => {
		expect(recogniseAnswers('Miete', counted([...rents, '9999', '-9']))).toMatchObject({
			certain: false,
			scale: { kind: 'numeric', nonSubstantive: ['9999', '-9'], settled: false }
		});
	});
});

test('a battery has one scale: what nobody chose in one question still exists', () => {
	const found = recogniseBattery('Zufriedenheit', [
		counted(['sehr zufrieden', 'eher zufrieden']),
		counted(['eher unzufrieden', 'teils/teils', 'sehr unzufrieden', 'weiß nicht'])
	]);
	expect(found).toMatchObject({
		certain: true,
		evidence: ['words', 'battery'],
		scale: { id: 'satisfaction5', points: 5, nonSubstantive: ['weiß nicht'], settled: true }
	});
});
