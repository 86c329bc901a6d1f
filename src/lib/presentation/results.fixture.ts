import type { IndicatorResult, QuartierMap } from '../domain';
import { change, estimate, resultOf, row, satisfaction } from './testing';
import type { ChartKind } from './chart-model';

/** Digits that no layout, colour or year comes to by itself. */
const SECRET = 7_654_321;

/** A result for each kind of chart, with so many figures, of which some are hidden. */
export const RESULTS: Record<ChartKind, (secret: boolean[]) => IndicatorResult> = {
	dots: (secret) =>
		resultOf(secret.map((one, i) => cell('index-safety', { quartier: `Q${i}` }, one, i))),
	bars: (secret) =>
		resultOf(secret.map((one, i) => cell('new-cases', { caseTopic: `T${i}` }, one, i))),
	figures: (secret) =>
		resultOf(secret.map((one, i) => cell('debt-regulated', { quartier: `Q${i}` }, one, i))),
	trend: (secret) =>
		resultOf(
			secret.map((one, i) =>
				cell(
					'index-safety',
					{ wave: String(2010 + (i >> 1)), contrast: i % 2 ? 'rest' : 'self' },
					one,
					i
				)
			)
		),
	strip: (secret) =>
		resultOf(
			secret.map((one, i) =>
				cell(
					i % 3 === 2 ? 'new-cases-rate' : 'index-safety',
					i % 3 === 2
						? { period: `${2010 + Math.floor(i / 6)}-01-01`, contrast: i % 2 ? 'rest' : 'self' }
						: { wave: String(2010 + Math.floor(i / 6)), contrast: i % 2 ? 'rest' : 'self' },
					one,
					i
				)
			),
			{ period: 'year' }
		),
	stackedBars: (secret) =>
		resultOf(
			secret.map((one, i) =>
				cell('new-cases', { period: `${2010 + (i >> 1)}-01-01`, area: `A${i % 2}` }, one, i)
			),
			{ period: 'year' }
		),
	flow: (secret) =>
		resultOf(
			secret.map((one, i) =>
				cell(
					['new-cases', 'closed-cases', 'open-cases'][i % 3] ?? '',
					{ period: `${2010 + Math.floor(i / 3)}-01-01` },
					one,
					i
				)
			),
			{ period: 'year' }
		),
	matrix: (secret) =>
		resultOf(
			secret.map((one, i) =>
				cell('index-safety', { quartier: `Q${i >> 1}`, wave: String(2010 + (i % 2)) }, one, i)
			)
		),
	map: (secret) =>
		resultOf(secret.map((one, i) => cell('index-safety', { quartier: `Q${i}` }, one, i))),
	calendar: (secret) =>
		resultOf(
			secret.map((one, i) =>
				cell('treff-visits', { period: `2024-03-${String(i + 1).padStart(2, '0')}` }, one, i)
			),
			{ period: 'day' }
		),
	likert: (secret) => {
		const { labels } = satisfaction('x').scale;
		return resultOf(
			secret.flatMap((one, i) => [
				...labels.map((answer) => cell('item-distribution', { item: `I${i}`, answer }, one, 0.2)),
				cell('item-share', { item: `I${i}` }, one, 0.4)
			]),
			{ items: Object.fromEntries(secret.map((_, i) => [`I${i}`, satisfaction(`Frage ${i}`)])) }
		);
	}
};

/** A hidden cell that still carries everything it must not show, as no honest gate would hand it out. */
function cell(id: string, dimensions: Parameters<typeof row>[1], secret: boolean, value: number) {
	const figure = estimate(secret ? SECRET : value, secret ? 1 : 0.01, secret ? SECRET : 50);
	const protection = dimensions.area === 'A1' ? 'complementary' : 'small-cell';
	return row(
		id,
		dimensions,
		secret ? { ...figure, protection } : figure,
		change(secret ? SECRET : 1, { wave: '2009' })
	);
}

/** Squares beside each other, one for each Quartier of the results, and one that is none. */
export const OUTLINES: QuartierMap = {
	file: 'karte.geojson',
	shapes: Array.from({ length: 10 }, (_, at) => ({
		name: `Gebiet ${at}`,
		quartier: at < 9 ? `Q${at}` : null,
		polygons: [
			[
				[
					[at, 52],
					[at + 1, 52],
					[at + 1, 53],
					[at, 53],
					[at, 52]
				]
			]
		]
	}))
};
