import { expect, it } from 'vitest';
import { fittingVariants } from './map-labels';

const sizeOfText = (text: string) => ({ width: text.length * 10, height: 20 });
const label = (x: number, y: number, ...variants: string[]) => ({ at: [x, y] as const, variants });

it('says less only where labels would lie over each other, the wider one first', () => {
	expect(fittingVariants([label(0, 0, 'abcdef', 'abc')], sizeOfText)).toEqual([0]);
	expect(
		fittingVariants([label(0, 0, 'abcdefgh', 'ab'), label(50, 0, 'abcd', 'ab')], sizeOfText)
	).toEqual([1, 0]);
	// One below the other there is room for both.
	expect(
		fittingVariants([label(0, 0, 'abcdefgh', 'ab'), label(0, 30, 'abcdefgh', 'ab')], sizeOfText)
	).toEqual([0, 0]);
});

it('comes to an end where nothing helps', () => {
	expect(
		fittingVariants([label(0, 0, 'abc', 'ab', 'a'), label(0, 0, 'abc', 'ab', 'a')], sizeOfText)
	).toEqual([2, 2]);
});
