import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelValues } from '../../domain';
import { isNonSubstantive } from '../words';
import { nominalScale, recogniseAnswers, recogniseScale } from './recognise';
import { counted } from '../testing';

const scaleOf = (answers: string[], heading = 'Frage') => recogniseScale(heading, answers)?.scale;

describe('known scales', () => {
	test.each([
		[
			'satisfaction5',
			'sehr unzufrieden|eher unzufrieden|teils/teils|eher zufrieden|sehr zufrieden',
			2
		],
		['satisfaction5', 'sehr unzufrieden|unzufrieden|teils, teils|zufrieden|sehr zufrieden', 2],
		[
			'satisfaction5',
			'very dissatisfied|fairly dissatisfied|neither satisfied nor dissatisfied|fairly satisfied|very satisfied',
			2
		],
		['satisfaction4', 'sehr unzufrieden|eher unzufrieden|eher zufrieden|sehr zufrieden', 2],
		['satisfaction4', 'very dissatisfied|dissatisfied|satisfied|very satisfied', 2],
		[
			'satisfaction5',
			'unzufrieden|weniger zufrieden|zufrieden|sehr zufrieden|vollkommen zufrieden',
			2
		],
		[
			'agreement5',
			'stimme überhaupt nicht zu|stimme eher nicht zu|teils/teils|stimme eher zu|stimme voll und ganz zu',
			2
		],
		['agreement5', 'strongly disagree|disagree|neither agree nor disagree|agree|strongly agree', 2],
		['agreement4', 'trifft nicht zu|trifft eher nicht zu|trifft eher zu|trifft zu', 2],
		['agreement4', 'stimme gar nicht zu|stimme eher nicht zu|stimme eher zu|stimme voll zu', 2],
		['agreement4', 'strongly disagree|disagree|agree|strongly agree', 2],
		['quality5', 'sehr schlecht|schlecht|mittelmäßig|gut|sehr gut', 2],
		['quality5', 'very poor|poor|fair|good|very good', 2],
		['safety5', 'sehr unsicher|eher unsicher|teils/teils|eher sicher|sehr sicher', 2],
		['safety4', 'very unsafe|fairly unsafe|fairly safe|very safe', 2],
		['frequency5', 'nie|selten|manchmal|oft|immer', 2],
		['frequency5', 'never|rarely|sometimes|often|always', 2],
		['importance4', 'unwichtig|eher unwichtig|eher wichtig|sehr wichtig', 2],
		['importance4', 'not important|less important|important|very important', 2],
		['level3', 'Low|Medium|High', 1],
		['level3', 'niedrig|mittel|hoch', 1],
		['yes-no3', 'Nein|Vielleicht|Ja', 1],
		['yes-no3', 'No|Maybe|Yes', 1],
		['yes-no', 'Nein|Ja', 1],
		['yes-no', 'N|Y', 1]
	] as const)('%s: %s', (id, words, top) => {
		const labels = words.split('|');
		for (const seen of [labels, labels.toReversed()]) {
			const suggestion = recogniseScale('Frage', [...seen, 'keine Angabe', 'weiß nicht']);
			expect(suggestion?.certain).toBe(true);
			expect(suggestion?.scale).toEqual({
				id,
				kind: id === 'yes-no' ? 'yes-no' : 'ordinal',
				points: labels.length,
				labels,
				titles: {},
				topBox: labels.slice(-top),
				direction: 'higher-better',
				nonSubstantive: ['keine Angabe', 'weiß nicht'],
				settled: /^(satisfaction|quality|safety)/.test(id)
			});
			expect(suggestion?.evidence).toEqual(['words']);
		}
	});

	test('capitals and spaces are kept as they stand in the file', () => {
		expect(
			scaleOf([
				'Sehr zufrieden',
				'Eher  zufrieden',
				'Sehr unzufrieden',
				'Teils/Teils',
				'Eher unzufrieden'
			])
		).toMatchObject({ id: 'satisfaction5', topBox: ['Eher  zufrieden', 'Sehr zufrieden'] });
	});

	test('a point that nobody chose is named after the one across from it', () => {
		const found = recogniseScale('Frage', ['Eher zufrieden', 'Sehr zufrieden', 'Sehr unzufrieden']);
		expect(found).toMatchObject({ certain: true, scale: { settled: true } });
		expect(found?.scale.labels).toEqual([
			'Sehr unzufrieden',
			'Eher unzufrieden',
			'Eher zufrieden',
			'Sehr zufrieden'
		]);
	});

	test('a middle is never added, nor a point across from none', () => {
		expect(scaleOf(['very satisfied', 'fairly dissatisfied', 'neither nor'])?.labels).toEqual([
			'fairly dissatisfied',
			'neither nor',
			'very satisfied'
		]);
		const asymmetric = ['unzufrieden', 'weniger zufrieden', 'zufrieden', 'sehr zufrieden'];
		expect(scaleOf(asymmetric)?.labels).toEqual(asymmetric);
	});

	test('a side that nobody chose is a guess', () => {
		expect(recogniseScale('Frage', ['sehr zufrieden', 'teils/teils'])).toMatchObject({
			certain: false,
			scale: { labels: ['sehr unzufrieden', 'teils/teils', 'sehr zufrieden'], settled: false }
		});
		expect(recogniseScale('Frage', ['zufrieden', 'sehr zufrieden'])?.scale).toMatchObject({
			topBox: ['zufrieden', 'sehr zufrieden'],
			settled: false
		});
	});

	test('of school grades in words those that nobody gave exist as well', () => {
		expect(
			recogniseScale('Frage', ['gut', 'befriedigend', 'mangelhaft', 'sehr gut'])
		).toMatchObject({
			certain: true,
			scale: {
				id: 'grades6',
				labels: ['ungenügend', 'mangelhaft', 'ausreichend', 'befriedigend', 'gut', 'sehr gut'],
				topBox: ['gut', 'sehr gut'],
				settled: true
			}
		});
	});

	test.each([
		['teils/teils|unentschieden|eher zufrieden|eher unzufrieden', 'two middles'],
		['kaum|eher nicht|sehr|gar nicht', 'two words for a little less'],
		['ziemlich wichtig|wichtig|sehr wichtig', 'a word that is more to some and less to others'],
		['völlig zufrieden|vollkommen zufrieden|unzufrieden', 'two words for the same'],
		['low|slightly|neutral|very', 'a middle in no place of its own'],
		['eher Sport|nur Sport|eher Musik|nur Musik', 'two poles of which neither is up'],
		['keine Sorgen|2|3|4|große Sorgen', 'numbers between ends without any']
	])('%s is asked: %s', (words) => {
		const found = recogniseScale('Frage', words.split('|'));
		expect(found?.certain ?? false).toBe(false);
		expect(found?.scale.settled ?? false).toBe(false);
	});

	test('of numbered answers the words decide the direction', () => {
		const labels = ['5 = sehr unzufrieden', '4', '3', '2', '1 = sehr zufrieden'];
		expect(
			recogniseScale('Frage', ['1 = sehr zufrieden', '2', '4', '5 = sehr unzufrieden'])
		).toMatchObject({
			certain: true,
			scale: { labels, direction: 'lower-better', topBox: ['2', '1 = sehr zufrieden'] }
		});
		expect(recogniseScale('Frage', ['1 - gut', '2 - sehr gut', '3 - schlecht'])?.certain).toBe(
			false
		);
	});

	test('one answer alone is never certain', () => {
		expect(recogniseScale('Frage', ['sehr zufrieden'])?.certain).toBe(false);
		expect(recogniseScale('Frage', ['Ja'])?.certain).toBe(false);
	});
});

describe('answers without substance', () => {
	test.each([
		'weiß nicht',
		'Weiss nicht',
		'keine Angabe',
		'k. A.',
		'k.A.',
		'keine Antwort',
		'Kann ich nicht beurteilen',
		'nicht zutreffend',
		'trifft nicht zu',
		'N/A',
		'Don’t know',
		"don't know",
		'No answer',
		'Prefer not to say',
		'-',
		'–'
	])('%s', (word) => {
		expect(isNonSubstantive(word)).toBe(true);
		expect(scaleOf(['sehr zufrieden', 'teils/teils', 'eher zufrieden', word])).toMatchObject({
			id: 'satisfaction5',
			nonSubstantive: [word]
		});
	});

	test.each(['nicht zufrieden', 'nein', 'Angabe', 'teils/teils', '0', ''])('not %j', (word) => {
		expect(isNonSubstantive(word)).toBe(false);
	});

	test('"trifft nicht zu" is an answer where others agree or disagree', () => {
		for (const other of [
			'trifft zu',
			'trifft voll und ganz zu',
			'trifft eher nicht zu',
			'trifft gar nicht zu'
		]) {
			const scale = scaleOf(['trifft nicht zu', other, 'keine Angabe']);
			expect(scale?.id).toBe('agreement2');
			expect(scale?.labels).toContain('trifft nicht zu');
			expect(scale?.nonSubstantive).toEqual(['keine Angabe']);
		}
	});

	test('nothing else is no scale', () => {
		expect(recogniseScale('Frage', ['keine Angabe', 'weiß nicht'])).toBeNull();
		expect(recogniseScale('Frage', [])).toBeNull();
	});
});

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

describe('slips', () => {
	const WORDS = ['sehr unzufrieden', 'unzufrieden', 'teils/teils', 'zufrieden', 'sehr zufrieden'];
	const answers = [...Array.from({ length: 50 }, () => WORDS).flat(), 'weiß nicht'];
	const recognise = (all: string[]) => recogniseAnswers('Frage', counted(all));

	test('a few answers off the scale do not spoil it, but the user has to look', () => {
		expect(recognise(answers)).toMatchObject({ certain: true });
		expect(recognise([...answers, 'zufriden', '3-4'])).toMatchObject({
			certain: false,
			scale: { id: 'satisfaction5', labels: WORDS, nonSubstantive: ['weiß nicht'] }
		});
		const points = Array.from({ length: 60 }, () => ['1', '2', '3', '4', '5']).flat();
		expect(recognise([...points, '3-4'])?.scale.labels).toEqual(['1', '2', '3', '4', '5']);
	});

	test('many of the same are no slips', () => {
		const found = recognise([...answers, ...Array.from({ length: 9 }, () => 'geht so')]);
		expect(found).toMatchObject({ certain: false, scale: { settled: false } });
		expect(found?.scale.labels).toContain('geht so');
	});

	test('remarks with a word of judgement are no scale', () => {
		expect(recognise(['Alles gut', 'Der Hof ist schlecht', 'Es ist sehr gut'])).toBeNull();
	});

	test('years with a word among them are no scale of points', () => {
		const years = Array.from({ length: 200 }, (_, index) => String(1900 + index));
		expect(recognise([...years, 'unbekannt'])).toMatchObject({
			scale: { kind: 'numeric', nonSubstantive: ['unbekannt'] }
		});
		expect(recognise([...years, 'etwa 1950'])).toBeNull();
	});
});

test('words without an order are no scale, and nominal in German order', () => {
	expect(recogniseScale('Gebäude', ['Turm', 'Atrium'])).toBeNull();
	expect(recogniseScale('Frage', ['sehr zufrieden', 'Turm'])).toBeNull();
	expect(nominalScale(['Zeile', 'Öde', 'Osten', 'k.A.', 'Haus 10', 'Haus 9'])).toMatchObject({
		kind: 'nominal',
		labels: ['Haus 9', 'Haus 10', 'Öde', 'Osten', 'Zeile'],
		nonSubstantive: ['k.A.']
	});
});

test('anything is recognised as something or nothing, and nothing is lost', () => {
	fc.assert(
		fc.property(fc.string(), fc.uniqueArray(fc.string({ minLength: 1 })), (heading, answers) => {
			const scale = recogniseScale(heading, answers)?.scale;
			if (!scale) return;
			expect(new Set(scale.labels).size).toBe(scale.labels.length);
			for (const top of scale.topBox) expect(scale.labels).toContain(top);
			if (scale.kind !== 'numeric')
				for (const answer of answers)
					expect([...scale.labels, ...scale.nonSubstantive]).toContain(answer);
		})
	);
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
