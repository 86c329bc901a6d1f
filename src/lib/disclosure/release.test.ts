import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IndicatorQueryInput, Release } from '../domain';
import type { Engine } from '../engine';
import { openNodeEngine } from '../engine/node';
import { load, table } from '../indicators/testing';
import { keepTables, keptTables } from './kept-tables';
import { localFigures, type LocalFigures } from './local-figures';
import { loadSolver } from './solver';

let engine: Engine;
let figures: LocalFigures;

/** Cases by Quartier and way of access: one of them is a small cell. */
const CASES: [quartier: string, access: string, cases: number][] = [
	['West', 'selbst', 20],
	['West', 'Haus', 14],
	['Ost', 'selbst', 12],
	['Ost', 'Haus', 2],
	['Süd', 'selbst', 9],
	['Süd', 'Haus', 8]
];

beforeAll(async () => {
	engine = await openNodeEngine();
	const rows = CASES.flatMap(([quartier, access, cases]) =>
		Array.from({ length: cases }, () => [quartier, access])
	);
	await load(
		engine,
		table(
			['Fall-Nr', 'Quartier', 'Zugang', 'Eröffnet', 'Anlass'],
			rows.map((row, at) => [at, ...row, '2024-03-01', 'Energie'])
		)
	);
	figures = localFigures(engine, { solver: loadSolver });
	await figures.read();
});
afterAll(() => engine.close());

const newCases = (query: Omit<IndicatorQueryInput, 'indicators'>): IndicatorQueryInput => ({
	indicators: ['new-cases'],
	...query
});
const inOst = newCases({ by: ['access'], filters: { quartier: ['ost'] } });
const byBoth = newCases({ by: ['quartier', 'access'] });
const fromHaus = newCases({ by: ['quartier'], filters: { members: { access: ['Haus'] } } });
const ostFromHaus = newCases({ filters: { quartier: ['ost'], members: { access: ['Haus'] } } });
const ostSelf = newCases({ filters: { quartier: ['ost'], members: { access: ['selbst'] } } });

const shown = ({ results }: Release, at: number): (number | null)[] =>
	(results[at]?.rows ?? []).map(({ estimate }) => estimate.value);

test('a result says whom it is for', async () => {
	expect((await figures.evaluate(byBoth)).audience).toBe('inside');
	const { results } = await figures.release([byBoth, inOst]);
	expect(results.map(({ audience }) => audience)).toEqual(['handing-over', 'handing-over']);
});

test('what is hidden is listed with its reason', async () => {
	const { hidden } = await figures.release([inOst]);
	expect(hidden.map(({ dimensions, reason }) => [dimensions.access, reason])).toEqual([
		['Haus', 'small-cell'],
		['selbst', 'complementary']
	]);
	expect((await figures.release([newCases({ by: ['quartier'] })])).hidden).toEqual([]);
});

test('a figure that one table hides is hidden in the others, however they are asked', async () => {
	// By itself nothing would hide the twelve who came to Ost themselves.
	expect(shown(await figures.release([ostSelf]), 0)).toEqual([12]);
	const together = await figures.release([inOst, ostSelf, ostFromHaus, fromHaus]);
	expect(shown(together, 1)).toEqual([null]);
	expect(shown(together, 2)).toEqual([null]);
	const ost = together.results[3]?.rows.find(({ dimensions }) => dimensions.quartier === 'ost');
	expect(ost?.estimate.protection).toBe('small-cell');
	const { protection } = together.results[1]!.rows[0]!.estimate;
	expect(protection).toBe('complementary');
});

test('and what would give it away there is hidden with it', async () => {
	const alone = await figures.release([newCases({ by: ['quartier'], filters: {} })]);
	expect(shown(alone, 0)).not.toContain(null);
	const { results } = await figures.release([byBoth, fromHaus]);
	for (const { rows } of results)
		expect(rows.filter(({ estimate }) => estimate.value === null).length).toBeGreaterThan(1);
	// The same figures are hidden in both tables.
	const [table, column] = results.map(({ rows }) => rows);
	for (const { dimensions, estimate } of column!) {
		const same = table!.find(
			(one) => one.dimensions.quartier === dimensions.quartier && one.dimensions.access === 'Haus'
		);
		expect(same?.estimate.protection).toBe(estimate.protection);
	}
});

test('all cases less the same without one way do not give that one away', async () => {
	const all = newCases({ by: ['quartier'] });
	const without = newCases({ by: ['quartier'], filters: { members: { access: ['selbst'] } } });
	// Each by itself hides nothing; together they say that two came to Ost from the house.
	for (const query of [all, without]) expect((await figures.release([query])).hidden).toEqual([]);
	const together = await figures.release([all, without]);
	expect(together.hidden.length).toBeGreaterThan(0);
	const ofOst = together.results.map(({ rows }) =>
		rows.find(({ dimensions }) => dimensions.quartier === 'ost')
	);
	expect(ofOst.map((row) => row?.estimate.value)).toContain(null);
	// The other way round there is nobody else.
	const first = await figures.release([all]);
	const second = await figures.release([without], { earlier: [first.kept] });
	expect(second.hidden.map(({ dimensions }) => dimensions.quartier)).toContain('ost');
	expect((await figures.release([all], { earlier: [first.kept] })).hidden).toEqual([]);
});

test('what an earlier release hid stays hidden, and it is said which one that was', async () => {
	const { kept } = await figures.release([inOst]);
	const unrelated = await figures.release([newCases({ filters: { quartier: ['west'] } })]);
	const second = await figures.release([ostSelf], { earlier: [unrelated.kept, kept] });
	expect(shown(second, 0)).toEqual([null]);
	expect(second.before).toEqual({ hidden: 1, exposed: 0, by: [1] });
	expect((await figures.release([ostSelf])).before).toEqual({ hidden: 0, exposed: 0, by: [] });
	expect(shown(await figures.release([ostSelf]), 0)).toEqual([12]);
});

test('what is kept of a release has no hidden number in it, and is refused where it is damaged', async () => {
	const { kept } = await figures.release([inOst]);
	const figuresKept = keptTables(kept).flatMap((one) => one.figures);
	expect(figuresKept.map(({ n }) => n)).toEqual([null, null]);
	expect(keepTables(keptTables(kept))).toBe(kept);
	for (const damaged of ['', 'AAAA', kept.slice(0, -8), kept.replace(/^.{20}/, 'A'.repeat(20))])
		await expect(figures.release([ostSelf], { earlier: [damaged] })).rejects.toThrow(
			'ledger_unreadable'
		);
});

test('what leaves once more hides what it hid, and nobody is asked about it', async () => {
	const first = await figures.release([byBoth, inOst]);
	const again = await figures.release([byBoth, inOst], { earlier: [first.kept] });
	expect(again.results).toEqual(first.results);
	expect(again.before).toEqual({ hidden: 0, exposed: 0, by: [] });
});

test('periods are the same figure as a filter and as a row', async () => {
	const filtered = newCases({
		filters: {
			quartier: ['ost'],
			members: { access: ['Haus'] },
			period: { from: '2024-01-01', to: '2024-12-31' }
		}
	});
	const byYear = newCases({
		by: ['period'],
		period: 'year',
		filters: { quartier: ['ost'], members: { access: ['Haus'] } }
	});
	const { hidden } = await figures.release([filtered, byYear]);
	expect(hidden).toHaveLength(2);
	const whole = newCases({ filters: { quartier: ['ost'] } });
	const self = newCases({
		filters: { ...filtered.filters, members: { access: ['selbst'] } }
	});
	const { results } = await figures.release([filtered, whole, self]);
	const values = results.map(({ rows }) => rows[0]?.estimate.value);
	expect(values.filter((value) => value === null).length).toBeGreaterThan(1);
});

test('a question that is not wanted any more is not answered', async () => {
	const signal = AbortSignal.abort();
	await expect(figures.evaluate(inOst, { signal })).rejects.toThrow(/abort/i);
	await expect(figures.release([inOst], { signal })).rejects.toThrow(/abort/i);
});

test('figures that were packed answer as the tables did', async () => {
	const none = () => Promise.reject(new Error('no tables'));
	const other = localFigures({ query: none, columns: none }, { solver: loadSolver });
	expect(other.restore(figures.pack())).toBe(true);
	expect(await other.evaluate(byBoth)).toEqual(await figures.evaluate(byBoth));
	expect(await other.inventory()).toEqual(await figures.inventory());
	expect(other.restore(Uint8Array.of(1, 2, 3))).toBe(false);
	expect(await other.evaluate(byBoth)).toEqual(await figures.evaluate(byBoth));
});
