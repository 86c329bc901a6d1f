import { describe, expect, test } from 'vitest';
import { isNonSubstantive } from '../words';
import { recogniseScale } from './recognise';
import { scaleOf } from './recognise.fixture';

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
