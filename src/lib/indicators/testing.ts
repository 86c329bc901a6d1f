import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { expect } from 'vitest';
import type { DimensionValues, Estimate, IndicatorQueryInput } from '../domain';
import { appendRows, emptyCatalog, type Engine } from '../engine';
import { confirmedItems, interpret, readText, toTables, type Mapping } from '../ingest';
import { readContext, type Context } from './cube/context';
import { estimateQuery, type Estimated } from './estimate-query';

export { seeded } from './families/relations/relate';

export const table = (headings: readonly string[], rows: readonly (readonly unknown[])[]): string =>
	[headings, ...rows].map((cells) => `${cells.join(';')}\n`).join('');

/** Fills the database with files as the import suggests to read them, confirmed, and with nothing else. */
export const load = (engine: Engine, ...files: string[]): Promise<void> =>
	loadAs(engine, confirmedItems, ...files);

/** The same with what the user changes of the suggestion. */
export async function loadAs(
	engine: Engine,
	change: (mapping: Mapping) => Mapping,
	...files: string[]
): Promise<void> {
	const records = files.map((text) => {
		const { table, mapping } = readText(new TextEncoder().encode(text));
		return interpret(table, change(mapping), '2026-11-22');
	});
	await appendRows(engine, toTables(records, emptyCatalog()).tables, { replace: true });
}

/** A change of the suggestion: what stands under a heading is read as open answers. */
export const asOpenAnswers =
	(...headings: string[]) =>
	(mapping: Mapping): Mapping => ({
		...mapping,
		columns: mapping.columns.map((one) =>
			headings.includes(one.heading) ? { ...one, role: 'opentext' as const } : one
		)
	});

const known = new WeakMap<Engine, { version: number; context: Promise<Context> }>();

/** The context of the database as it is now, read once per state. */
export function contextOf(engine: Engine): Promise<Context> {
	const kept = known.get(engine);
	if (kept?.version === engine.version) return kept.context;
	const context = readContext(engine);
	known.set(engine, { version: engine.version, context });
	return context;
}

/** Asks the database as it is now. */
export const ask = async (engine: Engine, query: IndicatorQueryInput): Promise<Estimated> =>
	estimateQuery(await contextOf(engine), query);

/** A figure as it follows from single answers, without moments. */
export type Direct = Pick<Estimate, 'value' | 'low' | 'high' | 'standardError' | 'n' | 'base'>;

const Z = 1.959963984540054;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function wilsonOf(x: number, n: number): { low: number; high: number } {
	const p = x / n;
	const half = (Z / (1 + Z ** 2 / n)) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
	const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
	return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** Share of ones among zeros and ones. */
export function directShare(ys: readonly number[]): Direct {
	const n = ys.length;
	const value = sum(ys) / n;
	const standardError = Math.sqrt((value * (1 - value)) / n);
	return { value, ...wilsonOf(sum(ys), n), standardError, n, base: n };
}

/** Mean with Student's t. */
export function directMean(ys: readonly number[]): Direct {
	const n = ys.length;
	const value = sum(ys) / n;
	if (n < 2) return { value, low: null, high: null, standardError: null, n, base: n };
	const standardError = Math.sqrt(sum(ys.map((y) => (y - value) ** 2)) / (n - 1) / n);
	const margin = tQuantile(0.975, n - 1) * standardError;
	return { value, low: value - margin, high: value + margin, standardError, n, base: n };
}

/** Weighted mean or share (interval on the logit scale) in a design of that many responses, row by row. */
export function directWeighted(
	ys: readonly number[],
	weights: readonly number[],
	responses: number,
	share: boolean
): Direct {
	const n = ys.length;
	const base = sum(weights);
	const value = sum(ys.map((y, index) => y * weights[index]!)) / base;
	const residuals = ys.map((y, index) => (weights[index]! * (y - value)) / base);
	const standardError = Math.sqrt(
		(responses / (responses - 1)) * sum(residuals.map((r) => r ** 2))
	);
	const t = tQuantile(0.975, n - 1);
	if (!share) {
		const margin = t * standardError;
		return { value, low: value - margin, high: value + margin, standardError, n, base };
	}
	const logit = Math.log(value / (1 - value));
	const margin = (t * standardError) / (value * (1 - value));
	const back = (x: number) => 1 / (1 + Math.exp(-x));
	return { value, low: back(logit - margin), high: back(logit + margin), standardError, n, base };
}

/** Expects every figure of an estimate, within a relative error of 1e-9. */
export function expectFigures(actual: Estimate, expected: Partial<Direct>, about: string): void {
	for (const [name, wanted] of Object.entries(expected)) {
		const found = actual[name as keyof Direct];
		if (wanted === null || found === null) expect(found, `${about}: ${name}`).toBe(wanted);
		else if (!(Math.abs(found - wanted) <= 1e-9 * Math.max(1e-3, Math.abs(wanted))))
			expect.fail(`${about}: ${name} is ${found}, expected ${wanted}`);
	}
}

/** The dimensions of a row as a key, without the item, of which there is one. */
export const keyOf = (dimensions: DimensionValues): string =>
	JSON.stringify(Object.entries(dimensions).filter(([name]) => name !== 'item'));

/** Expects the rows of an indicator to be these cells and no others, each with its figures. */
export function expectSame(result: Estimated, id: string, expected: Map<string, Direct>): void {
	const rows = result.rows.filter((row) => row.indicator === id);
	expect(rows.map((row) => keyOf(row.dimensions)).sort()).toEqual([...expected.keys()].sort());
	for (const row of rows)
		expectFigures(
			row.estimate,
			expected.get(keyOf(row.dimensions))!,
			`${id} ${JSON.stringify(row.dimensions)}`
		);
}
