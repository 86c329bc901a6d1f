import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dimension, IndicatorQueryInput } from '../lib/domain';
import { linkTables } from '../lib/disclosure/linked';
import { componentsOf } from '../lib/disclosure/linked/components';
import { fitted } from '../lib/disclosure/linked/fit';
import { countIn, tableOf } from '../lib/disclosure/release';
import {
	estimateQuery,
	indicatorById,
	INDICATORS,
	readContext,
	type Context,
	type Estimated
} from '../lib/indicators';
import { loadSample, type Sample } from './sample.fixture';
import { loadSolver } from './solver';

let sample: Sample;
let context: Context;
beforeAll(async () => {
	sample = await loadSample();
	context = await readContext(sample.engine);
});
afterAll(() => sample.close());

const BREAKDOWNS: Dimension[][] = [
	...[[], ['quartier'], ['contrast'], ['wave'], ['wave', 'contrast'], ['period'], ['item']],
	...[['group:age'], ['quartier', 'group:household'], ['caseTopic'], ['period', 'area']],
	...[['access', 'contrast'], ['benefit'], ['stage'], ['channel'], ['elapsed'], ['arrival']]
] as Dimension[][];
const FILTERS: IndicatorQueryInput['filters'][] = [
	{},
	{ quartier: ['sz-lebenstedt'] },
	{ period: { from: '2024-03-01', to: '2025-06-30' } },
	{ groups: { age: ['65 und älter'] } },
	{ members: { access: ['Selbstmeldung'] } }
];

/** What an indicator can be asked for; what it does not have is left out. */
function asked(indicator: string): Estimated[] {
	// Figures of single items are asked for item by item.
	const all = BREAKDOWNS.filter((by) => !indicator.startsWith('item-') || by.includes('item'));
	return all.flatMap((by) =>
		FILTERS.flatMap((filters): Estimated[] => {
			const period = by.includes('period') ? { period: 'year' as const } : {};
			const contrast = by.includes('contrast') ? { contrast: 'sz-lebenstedt' } : {};
			try {
				return [
					estimateQuery(context, { indicators: [indicator], by, filters, ...period, ...contrast })
				];
			} catch (error) {
				if (error instanceof RangeError) return [];
				throw error;
			}
		})
	);
}

test('each figure is about whom its domain names, and the same domain never has two counts', () => {
	const counts = new Map<string, { n: number; indicator: string }>();
	const faults: string[] = [];
	let compared = 0;
	for (const { id } of INDICATORS)
		for (const { rows, query, domains } of asked(id)) {
			const { each, count } = domains();
			rows.forEach(({ indicator, dimensions, estimate: { n, protection } }, at) => {
				// Of things, such as days and partners, nobody is protected.
				const isOfThings = indicatorById(indicator).minimumBase <= 1;
				if (isOfThings || n === null || (protection === 'no-base' && n === 0)) return;
				const domain = each[at]!;
				const about = `${indicator} ${JSON.stringify([query.filters, dimensions])}`;
				const other = count(domain);
				if (other !== null && other !== n) faults.push(`${about}: ${n}, asked again ${other}`);
				const { flows, ...own } = domain;
				void flows;
				const key = JSON.stringify(own);
				const known = counts.get(key);
				if (known && known.n !== n) faults.push(`${about}: ${n}, in ${known.indicator} ${known.n}`);
				counts.set(key, known ?? { n, indicator });
				compared++;
			});
		}
	expect(faults.slice(0, 20)).toEqual([]);
	expect(compared).toBeGreaterThan(1000);
});

test('all that figures of the same data are said to add up to they do', async () => {
	const highs = await loadSolver();
	for (const own of [
		['new-cases', 'closed-cases', 'open-cases'],
		['new-cases-rate', 'success-share', 'case-duration', 'still-open'],
		['satisfied-overall', 'composition', 'response-rate', 'index-safety'],
		['rent-debts', 'evictions-averted', 'averted-share', 'benefits-advised']
	]) {
		const known = own.filter((id) => INDICATORS.some((one) => one.id === id));
		const tables = known.flatMap(asked).map((table) => tableOf(table));
		const { cells } = linkTables(
			tables.map((table) => ({ ...table, isEarlier: false })),
			countIn(tables)
		);
		for (const { places, relations } of componentsOf(
			cells.all.length,
			cells.relations,
			() => false
		)) {
			const at = new Map(places.map((place, index) => [place, index]));
			const all = relations.map(({ total, parts }) => ({
				total: at.get(total)!,
				parts: parts.map((part) => at.get(part)!)
			}));
			const values = places.map((place) => cells.get(place).n);
			const fit = fitted(highs, { values, relations: all, range: () => null });
			expect(fit.relations.length, known.join()).toBe(all.length);
		}
	}
});
