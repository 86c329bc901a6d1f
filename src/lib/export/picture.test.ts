import { describe, expect, it } from 'vitest';
import { absent, event, estimate, released, resultOf, row } from '../presentation/testing';
import { sourceLine, type Subject } from '../presentation';
import { pictureSvg } from './picture';
import type { ReleasedPanel } from './types';

type More = Partial<Omit<ReleasedPanel, 'subject'>> & { subject?: Partial<Subject> };

const panel = ({ subject, ...more }: More = {}): ReleasedPanel => ({
	...released(
		resultOf([
			row('new-cases', { caseTopic: 'Schulden' }, estimate(62)),
			row(
				'new-cases',
				{ caseTopic: 'Sucht' },
				{ ...absent('small-cell'), value: 7654321, n: 7654321 }
			)
		])
	),
	subject: {
		id: 'topics',
		chart: 'bars',
		words: () => ({ name: 'Schulden & <Miete> führen', subtitle: 'Neue Fälle nach Thema' }),
		quartier: 'Lebenstedt',
		events: [],
		...subject
	},
	date: '22.11.2026',
	...more
});

/** Whether every tag is closed in order; a picture that is not well formed is none. */
function wellFormed(svg: string): boolean {
	const open: string[] = [];
	for (const [, end, name, self] of svg.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
		if (self) continue;
		if (!end) open.push(name ?? '');
		else if (open.pop() !== name) return false;
	}
	return open.length === 0 && !/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(svg);
}

describe('pictureSvg', () => {
	it('is a picture of the size of a slide with its words', async () => {
		const svg = await pictureSvg(panel());
		expect(wellFormed(svg)).toBe(true);
		expect(svg).toMatch(/^<svg [^>]*width="1280" height="720" viewBox="0 0 1280 720"/);
		expect(svg).toContain('<title>Schulden &amp; &lt;Miete&gt; führen</title>');
		for (const words of [
			'<desc>Balken: Neue Fälle nach Anlass',
			'Neue Fälle nach Thema</text>',
			`Lebenstedt · ${sourceLine(panel().release.results[0]!)}`,
			'Erstellt am 22.11.2026',
			'Schulden</text>',
			'62</text>',
			'verdeckt</text>'
		]) {
			expect(svg).toContain(words);
		}
	});

	it('shows nothing of hidden figures', async () => {
		expect((await pictureSvg(panel())).replace(/[.,\s]/g, '')).not.toContain('7654321');
	});

	it('draws nothing but tables of a release', async () => {
		const inside = { ...resultOf([]), audience: 'inside' as const };
		const smuggled = { results: [inside], hidden: [] } as unknown as ReleasedPanel['release'];
		await expect(pictureSvg({ ...panel(), release: smuggled })).rejects.toThrow(RangeError);
		// @ts-expect-error what staff may see is no release
		const refused = pictureSvg({ ...panel(), release: { results: [inside], hidden: [] } });
		await expect(refused).rejects.toThrow(RangeError);
	});

	it('keeps long words within its edges', async () => {
		const long = 'Sehr lange Überschrift über Sauberkeit, Sicherheit und Nachbarschaft '.repeat(8);
		const svg = await pictureSvg(
			panel({
				subject: { words: () => ({ name: long, subtitle: long }), quartier: long }
			})
		);
		expect(wellFormed(svg)).toBe(true);
		expect(svg.match(/font-size="34"/g)).toHaveLength(2);
		expect(svg).toContain('…</text>');
	});

	it('gives a long list two columns on the same scale, and its text the size to be read', async () => {
		const shares = Array.from({ length: 24 }, (_, i) =>
			row('index-safety', { quartier: `Q${i}` }, estimate(41 + 2 * i, 2))
		);
		const svg = await pictureSvg(
			panel({ ...released(resultOf(shares)), subject: { chart: 'dots' } })
		);
		const places = [...svg.matchAll(/<g transform="translate\((\d+) \d+\) scale\(([\d.]+)\)">/g)];
		const scales = places.map(([, , scale]) => Number(scale));
		expect(scales).toHaveLength(2);
		expect(new Set(scales).size).toBe(1);
		expect(scales[0]! * 13.5).toBeGreaterThan(14);
		const [left = '', right = ''] = svg.split(places[1]![0]);
		const ends = (half: string) => [...half.matchAll(/>(\d+)<\/text>/g)].map(([, end]) => end);
		expect(left).toContain('Q0</text>');
		expect(left).not.toContain('Q12</text>');
		expect(right).toContain('Q23</text>');
		for (const half of [left, right])
			expect(ends(half)).toEqual(expect.arrayContaining(['0', '100']));
	});

	it('has room for many rows and for events', async () => {
		const many = Array.from({ length: 40 }, (_, i) =>
			row('index-safety', { quartier: `Q${i}` }, estimate(i, 2))
		);
		expect(
			await pictureSvg(panel({ ...released(resultOf(many)), subject: { chart: 'dots' } }))
		).toContain('Q39</text>');
		const years = ['2019', '2020', '2021'].map((year) =>
			row('new-cases', { period: `${year}-01-01` }, estimate(9))
		);
		const svg = await pictureSvg(
			panel({
				...released(resultOf(years, { period: 'year' })),
				subject: {
					chart: 'stackedBars',
					events: [event('Treffs geschlossen', '2020-03-01', '2021-05-01')]
				}
			})
		);
		expect(svg).toContain('Treffs geschlossen</text>');
	});
});
