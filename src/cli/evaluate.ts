import { basename } from 'node:path';
import { localFigures } from '$lib/disclosure';
import type { FigureSource, IndicatorQueryInput, IndicatorResult, Problem } from '$lib/domain';
import { appendRows, emptyCatalog } from '$lib/engine';
import { openNodeEngine } from '$lib/engine/node';
import {
	columnValues,
	interpret,
	itemKey,
	readFile,
	recogniseScale,
	toTables,
	type ColumnMapping,
	type Recognised
} from '$lib/ingest';
import { columnNamed, groupName, groupOf } from './columns';
import { refuseBadDesign } from './design';
import { mappingFor } from './evaluate-mapping';
import { evaluateWorkspace } from './evaluate-workspace';
import { about, bytesOf } from './file';
import { guessesOf, suggestedItem } from './item';
import { readMargins } from './margins';
import { evaluateArguments, type EvaluateArguments } from './options';
import { comparisonOf, formatRows, type OutputRow } from './output';
import { loadSolver } from './solver';

/** Group values in the order of their scale where they have one, else in German order. */
function sorter(
	by: readonly string[],
	path: string,
	recognised: Recognised,
	result: IndicatorResult
) {
	const order = by.map((name) => {
		const column = columnNamed(name, path, recognised);
		const distinct = [...columnValues(recognised.table, column.index).keys()];
		const scale = recogniseScale(column.heading, distinct)?.scale;
		const labels = scale?.kind === 'ordinal' || scale?.kind === 'yes-no' ? scale.labels : [];
		const members = (result.members[groupOf(name)] ?? []).map((member) => member.value);
		const known = labels.filter((label) => members.includes(label));
		return new Map(
			[...known, ...members.filter((value) => !known.includes(value))].map((value, index) => [
				value,
				index
			])
		);
	});
	return (a: OutputRow, b: OutputRow): number => {
		for (const [index, name] of by.entries()) {
			const place = (row: OutputRow) => order[index]?.get(row.group[name] ?? '') ?? 0;
			if (place(a) !== place(b)) return place(a) - place(b);
		}
		return 0;
	};
}

/** Asks as staff where that was said, else for everybody outside. */
async function answer(
	figures: FigureSource,
	query: IndicatorQueryInput,
	{ audience }: EvaluateArguments
): Promise<IndicatorResult> {
	if (audience === 'inside') return figures.evaluate(query);
	const { results } = await figures.release([query]);
	return results[0]!;
}

/**
 * `evaluate FILE …`: one figure of a file, by groups, through the same estimates and the same protection; with
 * `--workspace`, of everything that a workspace holds.
 *
 * @param tell hears what the figure takes for granted though nobody named it and nothing decides it
 */
export async function evaluateCommand(
	argv: string[],
	tell: (guess: Problem) => void = () => undefined
): Promise<string> {
	if (argv.some((one) => /^--workspace(=|$)/.test(one))) return evaluateWorkspace(argv, tell);
	const args = evaluateArguments(argv);
	const margins = args.rake === undefined ? [] : await readMargins(args.rake);
	return about(args.path, async () => {
		const recognised = await readFile(await bytesOf(args.path), { kind: 'survey' });
		const named = columnNamed(args.item, basename(args.path), recognised);
		const suggested = suggestedItem(named, args, recognised);
		for (const guess of guessesOf(args, suggested, recognised)) tell(guess);
		const mapping = mappingFor(args, recognised, margins);
		const records = interpret(recognised.table, mapping, '9999-12-31');
		refuseBadDesign(records);
		const engine = await openNodeEngine();
		try {
			await appendRows(engine, toTables([records], emptyCatalog()).tables);
			const groups = new Map<string, string[]>();
			for (const { column, value } of args.where)
				groups.set(groupName(column), [...(groups.get(groupName(column)) ?? []), value]);
			const [asked, ...others] = mapping.columns.filter(({ role }) => role === 'item');
			const several = asked?.item?.scale.kind === 'multiple';
			const by = [...new Set([...args.by, ...(args.compare ? [args.compare] : [])])];
			const figures = localFigures(engine, { solver: loadSolver, minimumBase: args.minimumBase });
			await figures.read();
			const inventory = await figures.inventory();
			// The same column twice is one item.
			const known = (column: ColumnMapping | undefined) =>
				inventory.items.find(({ key }) => column?.item && key.startsWith(itemKey(column.item)))
					?.key;
			const item = known(asked);
			const denominator = args.statistic === 'ratio' ? (known(others[0]) ?? item) : undefined;
			const result = await answer(
				figures,
				{
					indicators: [several ? 'item-choices' : `item-${args.statistic}`],
					by: by.map(groupOf),
					filters: {
						...(args.where.length > 0 ? { groups: Object.fromEntries(groups) } : {}),
						...(several || item === undefined ? {} : { item: [item] })
					},
					...(args.interval ? { interval: args.interval } : {}),
					...(args.compare ? { compare: groupOf(args.compare) } : {}),
					...(denominator === undefined ? {} : { denominator }),
					finitePopulation: args.population !== undefined
				},
				args
			);
			const option = args.top[0] ?? asked?.option?.label;
			const named = (dimensions: Record<string, string | undefined>) =>
				Object.fromEntries(by.map((name) => [name, dimensions[groupOf(name)] ?? '']));
			const found = result.rows.filter(
				({ dimensions }) => !several || dimensions.answer === option
			);
			const rows = found.map(({ dimensions, estimate, change }): OutputRow => ({
				group: named(dimensions),
				...estimate,
				...(change
					? { change: comparisonOf(change, args.compare ?? '', groupOf(args.compare ?? '')) }
					: {})
			}));
			rows.sort(sorter(by, args.path, recognised, result));
			return formatRows(
				{
					rows,
					...(result.tests ? { tests: result.tests } : {}),
					...(records.kind === 'survey' && records.calibrations[0]
						? { weighting: records.calibrations[0] }
						: {})
				},
				by,
				args.format
			);
		} finally {
			await engine.close();
		}
	});
}
