import { op, table as arqueroTable } from 'arquero';
import { localFigures, type LocalFigures } from '../src/lib/disclosure';
import { loadSolver } from '../src/cli/solver';
import type { IndicatorQueryInput } from '../src/lib/domain';
import {
	headQueries,
	overviewQueries,
	panelQuery,
	QUARTIER_PANELS,
	type Filters
} from '../src/lib/dashboards';
import type { Engine } from '../src/lib/engine';
import { openNodeEngine } from '../src/lib/engine/node';

const QUARTIERE = 40;
const ITEMS = 40;
const WAVES = 3;
const AGES = ['unter 30', '30 bis 44', '45 bis 59', '60 bis 74', '75 und älter'];
const HOUSEHOLDS = ['allein', 'Paar', 'Familie', 'andere'];
const TOPICS = ['overall', 'housing', 'environment', 'safety', 'neighbourhood', 'service'];
/** One answer in ten is missing: 36 million of 40 million. */
const ANSWERED = 0.9;
const ROUNDS = 40;

const scale = JSON.stringify({
	id: 'points5',
	kind: 'ordinal',
	points: 5,
	labels: ['1', '2', '3', '4', '5'],
	titles: {},
	topBox: ['4', '5'],
	direction: 'higher-better',
	nonSubstantive: []
});
const index = JSON.stringify({
	...JSON.parse(scale),
	id: 'index',
	kind: 'numeric',
	points: 0,
	labels: [],
	topBox: []
});

/** Fills the tables with so many answer sheets, drawn by a hash so that every run has the same. */
async function fill(engine: Engine, sheets: number): Promise<void> {
	const perCell = Math.round(sheets / QUARTIERE / WAVES);
	const names = (list: readonly string[], first: number, dimension: string) =>
		list.map((name, at) => `(${first + at}, '${dimension}', '${name}')`).join(', ');
	const profiles = AGES.flatMap((_, age) =>
		HOUSEHOLDS.flatMap((_, household) => {
			const id = age * HOUSEHOLDS.length + household + 1;
			return [`(${id}, ${age + 1})`, `(${id}, ${AGES.length + household + 1})`];
		})
	);
	const range = (count: number, column: string) =>
		`(SELECT range AS ${column} FROM range(1, ${count + 1}))`;
	const sheet = `((q - 1) * ${WAVES} + (w - 1)) * ${perCell} + s`;
	const items = Array.from({ length: ITEMS }, (_, at) => {
		const topic = at === 0 ? 'overall' : TOPICS[1 + (at % 5)];
		return `(${at + 1}, 'i${at}', 'I${at}', 'Frage ${at}', '${topic}', false, '${scale}')`;
	});
	const indices = TOPICS.slice(1).map(
		(topic, at) =>
			`(${ITEMS + at + 1}, 'index-${topic}', 'index-${topic}', 'index-${topic}', '${topic}', true, '${index}')`
	);
	await engine.transaction(async (write) => {
		await write.execute(
			`INSERT INTO quartier SELECT range, 'q' || range, 'Quartier ' || range, '' FROM range(1, ${QUARTIERE + 1})`
		);
		await write.execute(
			`INSERT INTO wave SELECT range, (2019 + 3 * range) || '', make_date(2019 + 3 * range, 5, 1), make_date(2019 + 3 * range, 6, 1), (2019 + 3 * range) || '' FROM range(1, ${WAVES + 1})`
		);
		await write.execute(
			`INSERT INTO category VALUES ${names(AGES, 1, 'age')}, ${names(HOUSEHOLDS, AGES.length + 1, 'household')}`
		);
		await write.execute(`INSERT INTO profile VALUES ${profiles.join(', ')}`);
		await write.execute(`INSERT INTO item VALUES ${[...items, ...indices].join(', ')}`);
		await write.execute(`INSERT INTO response SELECT ${sheet}, q, w, 1 + hash(${sheet}) % 20, 1, 0, NULL
			FROM ${range(QUARTIERE, 'q')}, ${range(WAVES, 'w')}, ${range(perCell, 's')}`);
		for (let q = 1; q <= QUARTIERE; q++) {
			await write.execute(`INSERT INTO answer SELECT sheet, ${q}, w, item, 1 + hash(sheet) % 20, value, CASE WHEN value >= 4 THEN 1 ELSE 0 END, 1
				FROM (SELECT ${sheet.replaceAll('q', String(q))} AS sheet, w, item, 1 + hash(sheet * 97 + item) % 5 AS value
					FROM ${range(WAVES, 'w')}, ${range(ITEMS, 'item')}, ${range(perCell, 's')})
				WHERE hash(sheet * 31 + item) % 100 < ${ANSWERED * 100}`);
		}
	});
}

const p95 = (times: readonly number[]): number =>
	[...times].sort((a, b) => a - b)[Math.ceil(0.95 * times.length) - 1] ?? NaN;

/** Answers some questions with ever other filters; milliseconds at the 95th percentile. */
async function measured(
	figures: LocalFigures,
	ask: (filters: Filters, round: number) => IndicatorQueryInput[]
): Promise<number> {
	const times: number[] = [];
	for (let round = -3; round < ROUNDS; round++) {
		const filters: Filters = {
			wave: '2028',
			against: '2025',
			from: undefined,
			to: undefined,
			groups: {
				age: [AGES[Math.abs(round) % AGES.length]!],
				household: [HOUSEHOLDS[Math.abs(round) % HOUSEHOLDS.length]!]
			},
			members: {},
			span: undefined,
			trend: undefined,
			question: undefined,
			term: undefined,
			eviction: undefined
		};
		const queries = ask(filters, Math.abs(round));
		const start = performance.now();
		for (const query of queries) await figures.evaluate(query);
		if (round >= 0) times.push(performance.now() - start);
	}
	return p95(times);
}

export type CubeMeasures = {
	answers: number;
	/** seconds to count the cube, its bytes, and bytes of the database */
	counted: number;
	bytes: number;
	database: number;
	dashboard: number;
	overview: number;
	/** the dashboard's item figures by SQL on the answers, without the cube */
	sql: number;
	/** what figures are computed from, to be shown in a browser */
	packed: Uint8Array<ArrayBuffer>;
};

async function measure(sheets: number): Promise<CubeMeasures> {
	const engine = await openNodeEngine();
	try {
		await fill(engine, sheets);
		const start = performance.now();
		const figures = localFigures(engine, { solver: loadSolver });
		await figures.read();
		const counted = performance.now() - start;
		const waves = ['2022', '2025', '2028'];
		const panels = QUARTIER_PANELS.filter(({ needs, relates }) => needs === 'survey' && !relates);
		const { items } = await figures.inventory();
		const dashboard = await measured(figures, (filters, round) => {
			const itemsOf = (topic: string) =>
				items.filter((item) => item.topic === topic).map(({ key }) => key);
			const waveName = (wave: string | undefined) => wave ?? '';
			const about = {
				quartier: `q${1 + (round % QUARTIERE)}`,
				filters,
				waves,
				waveName,
				itemsOf,
				years: undefined
			};
			return [
				...Object.values(headQueries(about.quartier, { ...about, visits: false })),
				...panels.map((panel) => panelQuery(panel, about))
			];
		});
		const overview = await measured(figures, (filters) =>
			Object.values(overviewQueries({ filters, waves, years: undefined, visits: false }))
		);
		const times: number[] = [];
		for (let round = 0; round < 5; round++) {
			const from = performance.now();
			await engine.query(`SELECT item, wave, value, count(*) AS n, sum(weight) AS sw FROM answer
				WHERE quartier = ${1 + round} AND profile IN (${1 + round}, ${2 + round}) GROUP BY 1, 2, 3`);
			times.push(performance.now() - from);
		}
		const [size] = await engine.query(
			'SELECT sum(memory_usage_bytes) AS bytes FROM duckdb_memory()'
		);
		const [count] = await engine.query('SELECT count(*) AS n FROM answer');
		const packed = figures.pack();
		return {
			answers: Number(count?.['n']),
			counted,
			bytes: packed.length,
			database: Number(size?.['bytes']),
			dashboard,
			overview,
			sql: p95(times),
			packed
		};
	} finally {
		await engine.close();
	}
}

/** Milliseconds that Arquero takes for the shares of one Quartier by item, on so many answers. */
function arquero(rows: number): number {
	const column = (of: (at: number) => number) =>
		Uint8Array.from({ length: rows }, (_, at) => of(at));
	const answers = arqueroTable({
		quartier: column((at) => at % QUARTIERE),
		item: column((at) => Math.floor(at / QUARTIERE) % ITEMS),
		profile: column((at) => Math.floor(at / 7) % 20),
		top: column((at) => (at * 7919) % 2)
	});
	const times: number[] = [];
	for (let round = 0; round < 3; round++) {
		const start = performance.now();
		answers
			.params({ round })
			.filter(
				(row: { quartier: number; profile: number }, $: { round: number }) =>
					row.quartier === $.round && row.profile < 2
			)
			.groupby('item')
			.rollup({ n: op.count(), share: op.mean('top') })
			.objects();
		times.push(performance.now() - start);
	}
	return Math.max(...times);
}

/** Figures of a Quartier and of the overview at growing sizes, and what else there is beside them. */
export async function measureCube(
	sizes: readonly number[] = [28_000, 220_000, 1_000_000]
): Promise<{ sizes: CubeMeasures[]; arquero: number; arqueroRows: number }> {
	const found: CubeMeasures[] = [];
	for (const sheets of sizes) found.push(await measure(sheets));
	const arqueroRows = 36_000_000;
	return { sizes: found, arquero: arquero(arqueroRows), arqueroRows };
}
