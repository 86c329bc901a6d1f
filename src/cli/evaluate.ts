import { basename } from 'node:path';
import { localFigures } from '$lib/disclosure';
import {
	fail,
	isSettled,
	pointNumber,
	type FigureSource,
	type IndicatorQueryInput,
	type IndicatorResult,
	type Problem,
	type Scale
} from '$lib/domain';
import { appendRows, emptyCatalog } from '$lib/engine';
import { openNodeEngine } from '$lib/engine/node';
import {
	columnValues,
	interpret,
	itemFor,
	itemKey,
	itemOf,
	readFile,
	recogniseScale,
	toTables,
	type ColumnMapping,
	type Mapping,
	type Recognised
} from '$lib/ingest';
import { designFor, refuseBadDesign } from './design';
import { about, bytesOf } from './file';
import { readMargins, type RakeMargin } from './margins';
import { evaluateArguments, type EvaluateArguments } from './options';
import { comparisonOf, formatRows, type OutputRow } from './output';

/**
 * The group that a column becomes. Its name is never quite the column's: that could be one that a
 * record of filters leaves out (`__proto__`) or one with an order of its own (`age`).
 */
const groupOf = (column: string) => `group:column ${column}` as const;
const groupName = (column: string): string => groupOf(column).slice('group:'.length);

/** A name that no file gives its Quartier: the whole file is one sample. */
const WHOLE = 'file';

/** The column that a heading or a code names. @throws ProblemError `unknown_column` */
function columnNamed(name: string, file: string, { table, mapping }: Recognised): ColumnMapping {
	const codes = mapping.columns.map((column) => column.item?.code);
	const found =
		mapping.columns.find((column) => column.heading === name) ??
		mapping.columns.find((_, index) => codes[index] === name) ??
		mapping.columns.find((column) => itemFor(table, mapping, column.index).item?.code === name);
	return (
		found ??
		fail('unknown_column', {
			column: name,
			file,
			columns: mapping.columns.map((column) => column.heading).join(', ')
		})
	);
}

/** The item's scale as the statistic needs it. @throws ProblemError where the answers do not fit the statistic */
function scaleFor(
	{ statistic, item, top }: EvaluateArguments,
	scale: Scale,
	distinct: string[]
): Scale {
	if (statistic === 'share' && scale.kind === 'multiple') {
		const [option, ...more] = top;
		if (option === undefined) return fail('no_top', { column: item });
		if (more.length > 0) fail('one_top', { column: item });
		if (!scale.labels.includes(option))
			fail('unknown_top', { value: option, column: item, values: scale.labels.join(', ') });
		return scale;
	}
	if (statistic === 'share') {
		const values = [...new Set([...scale.labels, ...distinct])].filter(
			(value) => !scale.nonSubstantive.includes(value)
		);
		const wrong = top.find((value) => !values.includes(value));
		if (wrong !== undefined)
			fail('unknown_top', { value: wrong, column: item, values: values.join(', ') });
		const topBox = top.length > 0 ? top : scale.topBox;
		if (topBox.length === 0) fail('no_top', { column: item });
		if (scale.kind !== 'numeric') return { ...scale, topBox };
		// Numbers without a scale are answers like any other once some of them are named.
		const labels = distinct.filter((value) => !scale.nonSubstantive.includes(value));
		return { ...scale, kind: 'nominal', labels, topBox };
	}
	if (scale.kind === 'nominal' || scale.kind === 'multiple')
		fail('not_numeric', { column: item, value: scale.labels[0] ?? '' });
	if (statistic === 'nps') {
		const wrong = distinct.find(
			(value) => !scale.nonSubstantive.includes(value) && !/^([0-9]|10)$/.test(value)
		);
		if (wrong !== undefined) fail('not_nps', { column: item, value: wrong });
	}
	return scale;
}

/** The column as an item, as it is suggested to be read. */
function suggestedItem(
	asked: ColumnMapping,
	{ top }: EvaluateArguments,
	{ table, mapping }: Recognised
): ColumnMapping {
	// A cell's own word (`Ja`) asks about the column alone, the option about its question.
	const alone = asked.option !== undefined && top.some((one) => one !== asked.option?.label);
	return asked.item && !alone ? asked : itemFor(table, mapping, asked.index);
}

/** The item that a column asks, with the scale that the statistic needs. */
function itemNamed(
	name: string,
	args: EvaluateArguments,
	recognised: Recognised
): ColumnMapping & { item: NonNullable<ColumnMapping['item']> } {
	const { table } = recognised;
	const file = basename(args.path);
	const asked = columnNamed(name, file, recognised);
	const suggested = suggestedItem(asked, args, recognised);
	const item = suggested.item ?? fail('unknown_column', { column: name, file, columns: '' });
	const distinct = [...columnValues(table, asked.index).keys()];
	const { option } = suggested;
	const top = option && args.top.length === 0 ? [option.label] : args.top;
	const scale = scaleFor({ ...args, item: name, top }, item.scale, distinct);
	// Whoever names a column and a statistic says that its answers mean that.
	const settled = { ...scale, settled: true };
	return { ...suggested, item: { ...item, topic: 'other', scale: settled } };
}

/** What a figure takes for granted of a column though nobody named it and nothing decides it. */
function guessesOf(
	{ statistic, top, item: name }: EvaluateArguments,
	column: ColumnMapping,
	{ table }: Recognised
): Problem[] {
	const item = itemOf(column);
	if (!item || (column.certain && isSettled(item.scale))) return [];
	const { kind, topBox, labels, nonSubstantive } = item.scale;
	const there = columnValues(table, column.index);
	const missing = nonSubstantive.filter((value) => there.has(value));
	const params = { column: name };
	const words = (values: readonly string[]) => values.join(', ');
	return [
		...(statistic === 'share' && top.length === 0 && topBox.length > 0
			? [{ code: 'guessed_top', params: { ...params, values: words(topBox) } }]
			: []),
		...(statistic !== 'share' &&
		kind === 'ordinal' &&
		labels.some((one) => pointNumber(one) === null)
			? [{ code: 'guessed_order', params: { ...params, values: words(labels) } }]
			: []),
		...(!column.certain && missing.length > 0
			? [{ code: 'guessed_missing', params: { ...params, values: words(missing) } }]
			: [])
	];
}

/** A mapping that takes the named columns and nothing else: one wave, one Quartier, every row a sheet. */
function mappingFor(
	args: EvaluateArguments,
	recognised: Recognised,
	margins: readonly RakeMargin[]
): Mapping {
	const { mapping } = recognised;
	const file = basename(args.path);
	const named = (name: string) => columnNamed(name, file, recognised);
	const asked = itemNamed(args.item, args, recognised);
	const denominator = args.denominator ? itemNamed(args.denominator, args, recognised) : undefined;
	const groups = new Set([
		...args.by,
		...args.where.map((one) => one.column),
		...(args.compare ? [args.compare] : []),
		...margins.map((one) => one.column)
	]);
	const certain = true;
	// A question with a column for each option is asked in all of them.
	const siblings = mapping.columns.filter(
		(column) => asked.option && column.option && column.item?.group === asked.item.group
	);
	const spread = [
		asked,
		...siblings
			.filter(({ index }) => index !== asked.index)
			.map((column) => ({ ...column, item: { ...(column.item ?? asked.item), ...asked.item } })),
		...(denominator && denominator.index !== asked.index ? [denominator] : [])
	];
	const columns: ColumnMapping[] = [
		...spread.map((column): ColumnMapping => ({ ...column, role: 'item' })),
		...[...groups].map((name): ColumnMapping => {
			const { index, heading } = named(name);
			return {
				index,
				heading,
				role: 'demography',
				group: groupName(name),
				verbatim: true,
				certain
			};
		}),
		...(args.weight ? [{ ...named(args.weight), role: 'weight' as const, certain }] : [])
	];
	const design = designFor(args, recognised, named);
	return {
		...mapping,
		kind: 'survey',
		columns: [...columns, ...design.columns],
		...(args.stratum ? { quartierForAll: undefined } : { quartierForAll: WHOLE }),
		waves: [
			{
				key: '',
				name: WHOLE,
				from: '2000-01-01',
				to: '2000-12-31',
				...design.wave,
				...(margins.length > 0
					? {
							weighting: {
								margins: margins.map(({ column, populations }) => ({
									dimension: groupName(column),
									populations
								}))
							}
						}
					: {})
			}
		],
		quartierNames: design.quartierNames
	};
}

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
 * `evaluate FILE …`: one figure of a file, by groups, through the same estimates and the same protection.
 *
 * @param tell hears what the figure takes for granted though nobody named it and nothing decides it
 */
export async function evaluateCommand(
	argv: string[],
	tell: (guess: Problem) => void = () => undefined
): Promise<string> {
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
			const figures = localFigures(engine, { minimumBase: args.minimumBase });
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
