import { describe, expect, test } from 'vitest';
import { emptyContext, type Context } from '../cube/context';
import { estimateQuery } from '../estimate-query';
import { seededRandom } from '../../statistics/testing';

const ITEMS = 12;
const RESPONSES = 120;
const WAVES = ['2022', '2025'];
const QUARTIERE = 4;
const SEEDS = 1000;

const scale = {
	id: 'points2',
	kind: 'ordinal',
	points: 2,
	labels: ['no', 'yes'],
	titles: {},
	topBox: ['yes'],
	direction: 'higher-better',
	nonSubstantive: []
} as const;

/**
 * A world of answers to some items, in two waves and four Quartiere, in which nothing differs but by
 * chance, except what `share` says.
 */
function world(
	seed: number,
	share: (item: number, wave: number, quartier: number) => number
): Context {
	const next = seededRandom(seed);
	const rows: Record<string, number[]> = {};
	const push = (row: Record<string, number>) => {
		for (const [name, value] of Object.entries(row)) (rows[name] ??= []).push(value);
	};
	const asked: Context['asked'] = [];
	let at = 0;
	for (let item = 1; item <= ITEMS; item++) {
		for (let wave = 1; wave <= WAVES.length; wave++) {
			const from = at;
			for (let quartier = 1; quartier <= QUARTIERE; quartier++) {
				let yes = 0;
				for (let sheet = 0; sheet < RESPONSES; sheet++)
					if (next() < share(item, wave, quartier)) yes++;
				for (const [value, n] of [
					[1, RESPONSES - yes],
					[2, yes]
				] as const) {
					if (n === 0) continue;
					push({
						item,
						wave,
						quartier,
						profile: 0,
						value,
						top: value - 1,
						n,
						sw: n,
						sww: n,
						cluster: 0
					});
					at++;
				}
			}
			asked.push({ item, wave, from, to: at });
		}
	}
	const empty = emptyContext();
	const answers = Object.fromEntries(
		Object.entries(rows).map(([name, values]) => [name, Float64Array.from(values)])
	);
	return {
		...empty,
		catalog: {
			...empty.catalog,
			quartiere: Array.from({ length: QUARTIERE }, (_, q) => ({
				id: q + 1,
				key: `q${q + 1}`,
				name: `Q${q + 1}`,
				city: ''
			})),
			waves: WAVES.map((name, w) => ({
				id: w + 1,
				key: name,
				name,
				from: `${name}-05-01`,
				to: `${name}-06-01`
			})),
			items: Array.from({ length: ITEMS }, (_, i) => ({
				id: i + 1,
				key: String(i + 1),
				code: `I${i}`,
				text: `Frage ${i}`,
				topic: 'other' as const,
				derived: false,
				scale: {
					...scale,
					labels: [...scale.labels],
					topBox: [...scale.topBox],
					nonSubstantive: []
				}
			}))
		},
		cube: { ...empty.cube, answers: { ...answers, length: at } as Context['cube']['answers'] },
		waves: WAVES.map((_, w) => ({
			wave: w + 1,
			responses: RESPONSES * QUARTIERE,
			weighted: false
		})),
		asked
	};
}

/** How many rows of a table are called more than chance. */
const found = (context: Context, compare: 'previous-wave' | 'rest'): string[] =>
	estimateQuery(
		context,
		compare === 'rest'
			? {
					indicators: ['item-share'],
					by: ['item', 'contrast'],
					contrast: 'q1',
					filters: { wave: ['2025'] },
					compare
				}
			: { indicators: ['item-share'], by: ['item', 'wave'], filters: { quartier: ['q1'] }, compare }
	).rows.flatMap(({ change, dimensions }) =>
		change && (change.verdict === 'higher' || change.verdict === 'lower')
			? [dimensions.item ?? '']
			: []
	);

describe.each(['previous-wave', 'rest'] as const)('compared with %s', (compare) => {
	test('of 1,000 worlds without any effect at most 7 % show one', () => {
		let alarms = 0;
		for (let seed = 1; seed <= SEEDS; seed++)
			if (
				found(
					world(seed, (item) => 0.3 + 0.03 * item),
					compare
				).length > 0
			)
				alarms++;
		expect(alarms / SEEDS).toBeLessThanOrEqual(0.07);
		// A test that never says anything would pass as well.
		expect(alarms).toBeGreaterThan(5);
	});

	test('a planted effect is found in most worlds, and hardly anything else', () => {
		let [hits, others] = [0, 0];
		for (let seed = 1; seed <= 200; seed++) {
			const planted = (item: number, wave: number, quartier: number) =>
				0.5 + (item === 5 && wave === 2 && quartier === 1 ? 0.22 : 0);
			const items = found(world(seed, planted), compare);
			if (items.includes('5')) hits++;
			if (items.some((item) => item !== '5')) others++;
		}
		expect(hits / 200).toBeGreaterThan(0.75);
		expect(others / 200).toBeLessThan(0.12);
	});
});
