import { describe, expect, it } from 'vitest';
import { asOrdered, asPoints, countAsTop, movedTo, reversed, setApart } from './scale-edits';
import { scale } from './mapping-edits.fixture';

describe('a scale', () => {
	it('is turned round with as many answers that count', () => {
		expect(reversed(scale())).toEqual({
			labels: ['5', '4', '3', '2', '1'],
			topBox: ['2', '1'],
			direction: 'lower-better'
		});
	});

	it('loses an answer that is none, and gets it back', () => {
		const apart = { ...scale(), ...setApart(scale(), '5', true) };
		expect(apart).toMatchObject({ labels: ['1', '2', '3', '4'], topBox: ['4'], points: 4 });
		expect(apart.nonSubstantive).toEqual(['5']);
		expect(setApart(apart, '5', false)).toMatchObject({ nonSubstantive: [], points: 5 });
	});

	it('counts what a person ticks', () => {
		expect(countAsTop(scale(), '3', true).topBox).toEqual(['3', '4', '5']);
		expect(countAsTop(scale(), '4', false).topBox).toEqual(['5']);
	});

	it('has its answers where a person puts them', () => {
		expect(movedTo(scale(), '1', 4)).toEqual({
			labels: ['2', '3', '4', '5', '1'],
			topBox: ['5', '1']
		});
		expect(movedTo(scale(), '5', -1).labels).toEqual(['5', '1', '2', '3', '4']);
		expect(movedTo(scale(), '1', 99).labels?.at(-1)).toBe('1');
		expect(movedTo(scale(), 'x', 0)).toEqual({});
	});

	it('made of numbers has them as its points, but for those that are no answer', () => {
		const numbers = scale({ kind: 'numeric', labels: [], topBox: [], nonSubstantive: ['99'] });
		expect(asPoints(numbers, ['10', '2', '99', '2', '1'])).toMatchObject({
			kind: 'ordinal',
			labels: ['1', '2', '10'],
			topBox: ['10'],
			settled: false
		});
	});

	it('made of answers without an order has still to be confirmed', () => {
		const choice = scale({ kind: 'nominal', topBox: [], settled: true });
		expect(asOrdered(choice)).toMatchObject({ kind: 'ordinal', points: 5, settled: false });
	});
});
