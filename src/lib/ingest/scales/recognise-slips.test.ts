import { describe, expect, test } from 'vitest';
import { recogniseAnswers } from './recognise';
import { counted } from '../testing';

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
