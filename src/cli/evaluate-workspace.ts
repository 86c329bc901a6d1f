import { DEFINITIONS, localFigures } from '$lib/disclosure';
import {
	dimensionSchema,
	fail,
	indicatorQuerySchema,
	type Dimension,
	type IndicatorQueryInput,
	type IndicatorResult
} from '$lib/domain';
import { appendRows } from '$lib/engine';
import { openNodeEngine } from '$lib/engine/node';
import { tablesOf } from '$lib/ingest';
import { aliasesOf, listBatches, readBatches } from '$lib/workspace/file';
import { argumentsBy, condition, list } from './arguments';
import { formatRows, type OutputRow } from './output';
import { KEY_OPTIONS, openStore } from './workspace';
import { loadSolver } from './solver';

export const EVALUATE_WORKSPACE_USAGE =
	'evaluate --workspace FILE --indicator ID [--item KEY] [--by DIMENSION[,DIMENSION]] [--compare KIND] [--where DIMENSION=VALUE] [--audience handing-over|inside] [--format json|csv|table] [--passphrase-file FILE | --identity FILE]';

const usage = (): never => fail('usage', { usage: EVALUATE_WORKSPACE_USAGE });

const parse = (args: string[]) =>
	argumentsBy({
		args,
		options: {
			workspace: { type: 'string' },
			indicator: { type: 'string' },
			item: { type: 'string' },
			by: { type: 'string', multiple: true },
			compare: { type: 'string' },
			where: { type: 'string', multiple: true },
			audience: { type: 'string' },
			format: { type: 'string' },
			...KEY_OPTIONS
		}
	}).values;

type Values = ReturnType<typeof parse>;

/** Conditions as filters of a query: members of a dimension, one of which each row must have. */
function filtersOf(where: readonly string[], item: string | undefined) {
	const chosen = new Map<string, string[]>();
	for (const { column, value } of where.map(condition))
		chosen.set(column, [...(chosen.get(column) ?? []), value]);
	const entries = [...chosen];
	const own = entries.filter(([name]) => name === 'quartier' || name === 'wave');
	const groups = entries.filter(([name]) => name.startsWith('group:'));
	const members = entries.filter((one) => !own.includes(one) && !groups.includes(one));
	return {
		...Object.fromEntries(own),
		...(item === undefined ? {} : { item: [item] }),
		...(groups.length > 0
			? {
					groups: Object.fromEntries(
						groups.map(([name, values]) => [name.slice('group:'.length), values])
					)
				}
			: {}),
		...(members.length > 0 ? { members: Object.fromEntries(members) } : {})
	};
}

/** The question that the arguments ask. @throws ProblemError `usage`, `unknown_indicator`, `unknown_option`, `bad_where` */
function queryOf(values: Values): IndicatorQueryInput {
	const { indicator, item, by, compare, where = [] } = values;
	if (indicator === undefined) return usage();
	if (!DEFINITIONS.some(({ id }) => id === indicator)) fail('unknown_indicator', { indicator });
	const names = list(by);
	const wrong = names.find((name) => !dimensionSchema.safeParse(name).success);
	if (wrong !== undefined) fail('unknown_option', { option: `--by ${wrong}` });
	const query = indicatorQuerySchema.safeParse({
		indicators: [indicator],
		by: names,
		filters: filtersOf(where, item),
		...(compare === undefined ? {} : { compare })
	});
	if (query.success) return query.data;
	const option = query.error.issues[0]?.path.join(' ') ?? '';
	return fail('unknown_option', { option });
}

/** `evaluate --workspace FILE`: a figure of everything that a workspace holds, as its pages show it. */
export async function evaluateWorkspace(argv: string[]): Promise<string> {
	const values = parse(argv);
	const { workspace, format = 'json', audience = 'handing-over' } = values;
	if (workspace === undefined) return usage();
	if (audience !== 'inside' && audience !== 'handing-over') fail('unknown_audience', { audience });
	if (format !== 'json' && format !== 'csv' && format !== 'table')
		return fail('unknown_option', { option: `--format ${format}` });
	const query = queryOf(values);
	const store = await openStore(workspace, values);
	const { batches } = await listBatches(store);
	const { tables } = await tablesOf(await readBatches(store, batches), await aliasesOf(store));
	const engine = await openNodeEngine();
	try {
		await appendRows(engine, tables);
		const figures = localFigures(engine, { solver: loadSolver });
		await figures.read();
		const by = query.by ?? [];
		const result: IndicatorResult =
			audience === 'inside'
				? await figures.evaluate(query)
				: (await figures.release([query])).results[0]!;
		const label = (name: Dimension, value: string | undefined): string =>
			result.members[name]?.find((member) => member.value === value)?.label ?? value ?? '';
		const rows = result.rows.map(({ dimensions, estimate, change }): OutputRow => ({
			group: Object.fromEntries(by.map((name) => [name, label(name, dimensions[name])])),
			...estimate,
			...(change ? { change: { ...change, column: values.compare ?? '' } } : {})
		}));
		return formatRows({ rows, ...(result.tests ? { tests: result.tests } : {}) }, by, format);
	} finally {
		await engine.close();
	}
}
