import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getLocale, overwriteGetLocale } from '../paraglide/runtime';
import { absent, change, estimate, resultOf, row, satisfaction } from '../presentation/testing';
import { context, drawn, rendered, seriesOf, names } from './testing';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

describe('likert', () => {
	const distribution = (item: string, shares: number[]) =>
		satisfaction('x').scale.labels.map((answer, i) =>
			row(
				'item-distribution',
				{ item, wave: '2025', answer },
				shares.length ? estimate(shares[i] ?? 0, 0.02, 298) : absent('small-cell')
			)
		);
	const result = resultOf(
		[
			...distribution('1', [0.2, 0.2, 0.2, 0.2, 0.2]),
			...distribution('2', [0, 0.1, 0.2, 0.4, 0.3]),
			...distribution('3', []),
			row(
				'item-share',
				{ item: '1', wave: '2025' },
				estimate(0.4, 0.05),
				change(-0.08, { wave: '2022' })
			),
			row(
				'item-share',
				{ item: '2', wave: '2025' },
				estimate(0.7, 0.05),
				change(0.01, { wave: '2022', verdict: 'no-difference' })
			)
		],
		{
			items: {
				'1': satisfaction('Treppenhaus'),
				'2': satisfaction('Service'),
				'3': satisfaction('Beratung')
			}
		}
	);
	const drawing = drawn('likert', result, context());

	it('sorts by the top boxes, hidden items last', () => {
		expect(names(drawing)).toEqual(['Service', 'Treppenhaus', 'Beratung']);
	});

	it('splits the middle around zero and stacks from the negative end', () => {
		const [start, worst, , middle, , best] = seriesOf(drawing, { stack: 'all' });
		expect(start?.data).toEqual([expect.closeTo(-0.2), expect.closeTo(-0.5), null]);
		expect(worst?.data).toEqual([0, 0.2, null]);
		expect(middle?.data).toEqual([0.2, 0.2, null]);
		expect(best?.data).toEqual([0.3, 0.2, null]);
	});

	it('prints the sums and the changes', async () => {
		const texts = seriesOf(drawing, { type: 'scatter' }).flatMap(({ data }) =>
			data.flatMap((one) => (one as { name?: string }).name ?? [])
		);
		expect(texts).toEqual(['10', '40', '70', '40']);
		expect(names(drawing, 1)).toEqual(['{quiet|kein Unterschied}', '{worse|▼ −8}', '']);
		const svg = await rendered(drawing.option);
		for (const word of ['seit 2022', 'sehr zufrieden', 'verdeckt', '▼ −8'])
			expect(svg).toContain(word);
	});

	it('keeps to the scale that most items have', () => {
		const other = satisfaction('Andere Skala');
		other.scale = { ...other.scale, labels: other.scale.labels.slice(1), points: 4 };
		const mixed = {
			...result,
			items: { ...result.items, '3': other }
		};
		expect(names(drawn('likert', mixed, context()))).toEqual(['Service', 'Treppenhaus']);
	});

	it('patterns the negative side on paper', () => {
		const paper = drawn('likert', result, context({ decal: true }));
		const patterned = seriesOf(paper, { stack: 'all' }).filter(
			({ itemStyle }) => (itemStyle as { decal?: unknown }).decal
		);
		expect(patterned.map(({ name }) => name)).toEqual(['sehr unzufrieden', 'eher unzufrieden']);
	});
});
