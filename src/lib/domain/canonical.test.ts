import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical';

/** The same content, its keys in another order. */
const turned = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(turned);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.reverse()
			.map(([key, part]) => [key, turned(part)])
	);
};

test('the same content is the same text, whatever the order of its keys', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = canonicalJson(value);
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
			expect(canonicalJson(turned(value))).toBe(text);
		})
	);
});
