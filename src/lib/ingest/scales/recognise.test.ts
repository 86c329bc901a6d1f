import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nominalScale, recogniseScale } from './recognise';
import { scaleOf } from './recognise.fixture';

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
