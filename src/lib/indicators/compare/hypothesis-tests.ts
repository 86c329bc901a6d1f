import type { DimensionValues, IndicatorQuery, TableTest, TrendTest } from '../../domain';
import { linearTrend, raoScottTest } from '../../statistics';
import { grouped, keyWithout, type Cell } from '../cell';
import type { Context } from '../cube/context';
import { united } from '../design/cells';
import { adjustedWithin, primaryItems, testFamilyKey } from './test-family';
import { verdictOf } from './verdict';

const without = (dimensions: DimensionValues, ...names: string[]): DimensionValues =>
	Object.fromEntries(Object.entries(dimensions).filter(([name]) => !names.includes(name)));

/** Whether shares differ between the categories that a query compares: one test for each table. */
export function tableTests(cells: readonly Cell[], { compare }: IndicatorQuery): TableTest[] {
	if (!compare?.startsWith('group:')) return [];
	const dimension = compare as `group:${string}`;
	const shares = cells.filter(
		({ indicator, linear }) => indicator.kind === 'share' && linear !== undefined
	);
	const tests = grouped(shares, (cell) => keyWithout(cell, dimension)).map((table): TableTest => {
		const [first] = table as [Cell];
		const linears = table.flatMap(({ linear }) => (linear ? [linear] : []));
		const { design, answers, y } = united(linears);
		const column = linears.flatMap(({ y: own }, place) => Array.from(own, () => place));
		const { p, ...rest } = raoScottTest(design, answers, y, column, [2, table.length]);
		return {
			indicator: first.indicator.id,
			dimensions: without(first.dimensions, dimension),
			...rest,
			pValue: p
		};
	});
	// The items of a group are its family.
	const adjusted = adjustedWithin(
		tests.map(({ indicator, dimensions, pValue }) => ({
			family: JSON.stringify([indicator, without(dimensions, 'item')]),
			p: pValue
		}))
	);
	return tests.map((test, at) => ({ ...test, pValue: adjusted[at] ?? null }));
}

const YEAR = 365.25 * 86_400_000;

/** Whether figures over three waves or more rise or fall: one line for each combination of the rest. */
export function trendTests(
	cells: readonly Cell[],
	query: IndicatorQuery,
	context: Context
): TrendTest[] {
	if (!query.by.includes('wave')) return [];
	const waves = context.catalog.waves.toSorted((a, b) => (a.from < b.from ? -1 : 1));
	const middle = ({ from, to }: { from: string; to: string }): number =>
		(Date.parse(from) + Date.parse(to)) / 2 / YEAR;
	const lines = grouped(
		cells.filter(
			({ indicator, dimensions }) =>
				!indicator.completeCount && dimensions.wave !== undefined && indicator.family === 'answer'
		),
		(cell) => keyWithout(cell, 'wave')
	).flatMap((line) => {
		const points = waves.flatMap((wave) => {
			const cell = line.find(({ dimensions }) => dimensions.wave === wave.key);
			const { value = null, standardError = null } = cell?.estimate ?? {};
			return value === null ? [] : [{ key: wave.key, time: middle(wave), value, standardError }];
		});
		const [first] = line as [Cell];
		return points.length < 3 ? [] : [{ first, points, trend: linearTrend(points) }];
	});
	const primary = primaryItems(context.catalog);
	const adjusted = adjustedWithin(
		lines.map(({ first, trend }) => ({
			family: testFamilyKey(first, ['wave'], primary),
			p: trend?.p
		}))
	);
	return lines.map(({ first, points, trend }, at): TrendTest => {
		const pValue = adjusted[at] ?? null;
		return {
			indicator: first.indicator.id,
			dimensions: without(first.dimensions, 'wave'),
			waves: points.map(({ key }) => key),
			slope: trend?.slope ?? null,
			low: trend?.low ?? null,
			high: trend?.high ?? null,
			pValue,
			lackOfFit: trend?.lackOfFit ?? null,
			verdict: pValue === null ? 'too-few' : verdictOf(trend?.slope ?? 0, pValue)
		};
	});
}
