import { DEFINITIONS, localFigures } from '$lib/disclosure';
import {
	dimensionSchema,
	fail,
	groupUse,
	indicatorQuerySchema,
	isSameRelease,
	releaseRecord,
	type Dimension,
	type FigureSource,
	type IndicatorQueryInput,
	type IndicatorResult,
	type Problem
} from '$lib/domain';
import { appendRows } from '$lib/engine';
import { openNodeEngine } from '$lib/engine/node';
import { tablesOf } from '$lib/ingest';
import { locale } from '$lib/words';
import {
	aliasesOf,
	enterRelease,
	ledgerOf,
	listBatches,
	readBatches,
	type Store
} from '$lib/workspace/file';
import { argumentsBy, condition, list } from './arguments';
import { formatRows, type OutputRow } from './output';
import { KEY_OPTIONS, openStore } from './workspace-store';
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

/** What may leave of a figure beside what left before; it is entered in the ledger. */
async function handedOver(
	figures: FigureSource,
	{ query, about }: { query: IndicatorQueryInput; about: readonly string[] },
	store: Store,
	tell: (said: Problem) => void
): Promise<IndicatorResult> {
	const { releases, minimum, groups } = await ledgerOf(store);
	const names = (await figures.inventory()).groups.map(({ name }) => name);
	const isAsked = (name: string) =>
		query.by?.includes(`group:${name}`) || name in (query.filters?.groups ?? {});
	const hidden = names.find((name) => groupUse(name, groups) === 'hidden' && isAsked(name));
	if (hidden !== undefined) fail('sensitive_group', { group: hidden });
	const sensitive = names.filter((name) => groupUse(name, groups) !== 'harmless');
	const earlier = releases.map(({ kept }) => kept);
	const release = await figures.release([query], { earlier, minimum, sensitive });
	const { before, results } = release;
	if (before.hidden + before.exposed > 0) {
		const those = before.by.map((at) => releases[at]!.title).join('; ');
		const params = { n: before.hidden, exposed: before.exposed, names: those };
		tell({ code: 'earlier_releases', params });
	}
	const indicators = results[0]!.definitions.map(({ name }) => name[locale()]);
	const title = [...indicators, ...about].join(' · ');
	const record = releaseRecord({ title, tables: [title] }, 'terminal', release, '');
	if (!releases.some((one) => isSameRelease(one, record))) await enterRelease(store, record);
	return results[0]!;
}

/**
 * `evaluate --workspace FILE`: a figure of everything that a workspace holds, as its pages show it. What is for handing
 * over is protected beside what left before, and entered in the ledger of the file.
 */
export async function evaluateWorkspace(
	argv: string[],
	tell: (said: Problem) => void = () => undefined
): Promise<string> {
	const values = parse(argv);
	const { workspace, format = 'json', audience = 'handing-over' } = values;
	if (workspace === undefined) return usage();
	if (audience !== 'inside' && audience !== 'handing-over') fail('unknown_audience', { audience });
	if (format !== 'json' && format !== 'csv' && format !== 'table')
		return fail('unknown_option', { option: `--format ${format}` });
	const query = queryOf(values);
	const { store, save } = await openStore(workspace, values);
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
				: await handedOver(
						figures,
						{ query, about: [...(values.by ?? []), ...(values.where ?? [])] },
						store,
						tell
					);
		const label = (name: Dimension, value: string | undefined): string =>
			result.members[name]?.find((member) => member.value === value)?.label ?? value ?? '';
		const rows = result.rows.map(({ dimensions, estimate, change }): OutputRow => ({
			group: Object.fromEntries(by.map((name) => [name, label(name, dimensions[name])])),
			...estimate,
			...(change ? { change: { ...change, column: values.compare ?? '' } } : {})
		}));
		if (audience === 'handing-over') await save();
		return formatRows({ rows, ...(result.tests ? { tests: result.tests } : {}) }, by, format);
	} finally {
		await engine.close();
	}
}
