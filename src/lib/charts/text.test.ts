import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, shorten, textWidth, wrap } from './text';

describe('wrap', () => {
	it('breaks between words and shortens the last line', () => {
		expect(wrap('Sauberkeit im Treppenhaus', 90, 13, 2)).toEqual(['Sauberkeit im', 'Treppenhaus']);
		expect(wrap('Sauberkeit im Treppenhaus und davor', 90, 13, 2)[1]).toMatch(/^Treppen.*…$/);
	});

	it('never gives more lines or wider ones than asked for', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 40, max: 400 }), (text, width) => {
				const lines = wrap(text, width, 13, 2);
				expect(lines.length).toBeLessThanOrEqual(2);
				for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
			})
		);
	});
});

describe('shorten', () => {
	it('leaves what fits', () => {
		expect(shorten('Kurz', 100, 13)).toBe('Kurz');
		expect(shorten('Ein sehr langer Name', 60, 13)).toBe('Ein sehr…');
	});
});

describe('escaped', () => {
	it('makes markup harmless and drops what XML forbids', () => {
		expect(escaped(`<b a="1">'&\u0000`)).toBe('&lt;b a=&quot;1&quot;&gt;&#39;&amp;');
	});
});
