import { describe, expect, test } from 'vitest';
import { labelValues } from '../../domain';
import { recogniseScale } from './recognise';
import { scaleOf } from './recognise.fixture';

describe('numbers', () => {
	test('0 to 10 for a recommendation is an NPS, with all its points', () => {
		const suggestion = recogniseScale('Weiterempfehlung (0 bis 10)', ['7', '9', '0', '99']);
		expect(suggestion).toMatchObject({
			certain: true,
			scale: { id: 'nps', kind: 'nps', points: 11, topBox: ['9', '10'], nonSubstantive: ['99'] }
		});
		expect(recogniseScale('Would you recommend us?', ['10', '3'])?.scale.kind).toBe('nps');
	});

	test('yes or no to a recommendation is none', () => {
		expect(scaleOf(['Ja', 'Nein'], 'Würden Sie uns weiterempfehlen?')?.kind).toBe('yes-no');
	});

	test('grades: 1 is the best', () => {
		expect(recogniseScale('Note für die Wohnung', ['1', '2', '5', '-9'])).toEqual({
			certain: true,
			evidence: ['heading', 'values'],
			scale: {
				id: 'grades6',
				kind: 'ordinal',
				points: 6,
				labels: ['6', '5', '4', '3', '2', '1'],
				titles: {},
				topBox: ['2', '1'],
				direction: 'lower-better',
				nonSubstantive: ['-9'],
				settled: true
			}
		});
	});

	test.each([
		[['1', '3', '5'], 'points5', ['4', '5']],
		[['1', '2'], 'points2', ['2']],
		[['1', '7', '98'], 'points7', ['6', '7']],
		[['0', '10', '4'], 'points11', ['9', '10']],
		[['0', '1'], 'yes-no', ['1']]
	])('%j are %s, to be confirmed', (answers, id, topBox) => {
		expect(recogniseScale('Sauberkeit', answers)).toMatchObject({
			certain: false,
			scale: { id, topBox, direction: 'higher-better' }
		});
	});

	test.each([[['12', '45', '78']], [['1,5', '2,5']], [['1.234,5', '2']], [['-3,5', '4']]])(
		'%j are plain numbers',
		(answers) => {
			expect(scaleOf(answers)).toMatchObject({
				kind: 'numeric',
				points: 0,
				labels: [],
				topBox: []
			});
		}
	);
});

describe('codes', () => {
	test('A1 to A5 as LimeSurvey writes them: the first is the best, to be confirmed', () => {
		expect(recogniseScale('Q01[SQ001]', ['A3', 'A1', 'A5', 'keine Antwort'])).toEqual({
			certain: false,
			evidence: ['values'],
			scale: {
				id: 'points5',
				kind: 'ordinal',
				points: 5,
				labels: ['A5', 'A4', 'A3', 'A2', 'A1'],
				titles: {},
				topBox: ['A2', 'A1'],
				direction: 'lower-better',
				nonSubstantive: ['keine Antwort'],
				settled: false
			}
		});
	});

	test.each([
		[
			['AO01', 'AO04'],
			['AO04', 'AO03', 'AO02', 'AO01']
		],
		[
			['A01', 'A10', 'A02'],
			['A10', 'A09', 'A08', 'A07', 'A06', 'A05', 'A04', 'A03', 'A02', 'A01']
		],
		[
			['L1', 'L3'],
			['L3', 'L2', 'L1']
		]
	])('%j', (answers, labels) => expect(scaleOf(answers)?.labels).toEqual(labels));

	test('codes that are something else', () => {
		expect(scaleOf(['A1', 'B2'])).toBeUndefined();
		expect(scaleOf(['A1'])).toBeUndefined();
	});
});

test('points that are numbered and partly in words count by their numbers', () => {
	const answers = ['10 – sehr', '3', '0 – gar nicht', '7', 'weiß nicht'];
	const found = recogniseScale('Wie laut ist es?', answers);
	expect(found).toMatchObject({
		certain: true,
		scale: {
			settled: false,
			kind: 'ordinal',
			labels: ['0 – gar nicht', ...'123456789', '10 – sehr'],
			nonSubstantive: ['weiß nicht']
		}
	});
	expect(labelValues(found!.scale)).toEqual(Array.from({ length: 11 }, (_, point) => point));
	expect(recogniseScale('Würden Sie uns weiterempfehlen?', answers)?.scale.kind).toBe('nps');
	expect(recogniseScale('Alter', ['25 - 34', '18 - 24', '35 - 44'])).toMatchObject({
		certain: true,
		scale: { labels: ['18 - 24', '25 - 34', '35 - 44'], settled: false }
	});
});
