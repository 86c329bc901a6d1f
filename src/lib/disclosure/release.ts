import type { Highs } from 'highs';
import {
	isShown,
	type Dimension,
	type EarlierRelease,
	type HiddenFigure,
	type IndicatorRow,
	type Release,
	type ReleasedFigure,
	type ReleasedTable
} from '../domain';
import { additivityOf, type Estimated } from '../indicators';
import { heldRows } from './held';
import { DAYS, isSmallCount, linkTables, protectLinked, totalsOf, type Count } from './linked';
import { isSmall, minimumIn, OF_THINGS, protect } from './protect';

type Options = {
	earlier?: readonly EarlierRelease[] | undefined;
	/** for the command line alone */
	minimumBase?: number | undefined;
	/** names of groups that are sensitive */
	sensitive?: readonly string[] | undefined;
	/** gives the solver of linear programs; asked for where something is small */
	solver: () => Promise<Highs>;
	signal?: AbortSignal | undefined;
};

/** Dimensions whose members do not add up to a total that stands elsewhere. */
const APART: ReadonlySet<Dimension> = new Set(['wave', 'item', 'answer', 'elapsed']);

/** A table before it is protected: its figures, and in which rows they stand. */
type Table = ReleasedTable & { rows: number[]; count: Count };

function sumsOf({ query, rows }: Estimated): string[] {
	const isFlow = rows.some(({ indicator }) => additivityOf(indicator).overTime);
	const along = query.by.flatMap((dimension): string[] => {
		if (dimension === 'period') return isFlow ? [DAYS] : [];
		if (dimension === 'contrast') return ['quartier'];
		return APART.has(dimension) ? [] : [dimension];
	});
	return [...new Set(along)];
}

/** The figures of a table, and of how many each is. */
export function tableOf(
	estimated: Estimated,
	{ minimumBase, sensitive = [] }: Pick<Options, 'minimumBase' | 'sensitive'> = {}
): Table {
	const { each, beside, universe, count } = estimated.domains();
	const minimumOf = (row: IndicatorRow) => minimumBase ?? minimumIn(estimated, row.indicator);
	const rows: number[] = [];
	const counted: ReleasedFigure[] = [];
	const figures: ReleasedFigure[] = [];
	const held = heldRows(estimated, new Set(sensitive));
	estimated.rows.forEach((row, place) => {
		const { n, protection } = row.estimate;
		const minimum = minimumOf(row);
		if (minimum <= OF_THINGS || n === null) return;
		const figure: ReleasedFigure = {
			...{ domain: each[place]!, n, minimum, isSmall: isSmall(row, minimum) },
			...(held.has(place) ? { isHeld: true } : {})
		};
		counted.push(figure);
		// What has no value tells no count, unless there is nobody.
		if (protection === 'no-base' && n > 0) return;
		rows.push(place);
		figures.push(figure);
	});
	const totals = totalsOf(counted, sumsOf(estimated));
	for (const { row, domain, n } of beside) {
		const minimum = minimumOf(estimated.rows[row]!);
		rows.push(row);
		figures.push({
			...{ domain, n, minimum, isSmall: isSmallCount(n, minimum) },
			...(held.has(row) ? { isHeld: true } : {})
		});
	}
	return { figures, totals, universe, rows, count };
}

/** Counts any domain of what some tables are about. */
export const countIn =
	(tables: readonly Pick<Table, 'count'>[]): Count =>
	(domain) => {
		for (const table of tables) {
			const n = table.count(domain);
			if (n !== null) return n;
		}
		return null;
	};

/** What a table tells once some of its figures and totals are hidden. */
const toldOf = (
	{ figures, totals, universe }: Table,
	isHidden: (figure: number) => boolean,
	isWithheld: (total: ReleasedFigure) => boolean
): ReleasedTable => ({
	figures: figures.map((figure, at) => (isHidden(at) ? { ...figure, n: null } : figure)),
	totals: totals.map((total) => (isWithheld(total) ? { ...total, n: null } : total)),
	universe
});

/** What is to be hidden of some tables, and what that has to do with earlier ones. */
type Decided = {
	/** rows of each table that must not be told */
	withheld: Set<number>[];
	isWithheld: (total: ReleasedFigure) => boolean;
	exposed: number;
	/** whether what an earlier table told has to do with what is hidden */
	touches: (table: ReleasedTable) => boolean;
};

async function decide(
	tables: readonly Table[],
	before: readonly ReleasedTable[],
	{ solver, signal }: Pick<Options, 'solver' | 'signal'>
): Promise<Decided> {
	const both = [
		...tables.map((table) => ({ ...table, isEarlier: false })),
		...before.map((table) => ({ ...table, isEarlier: true }))
	];
	const linked = linkTables(both, countIn(tables));
	const needs = linked.cells.all.some((cell) => cell.isSensitive);
	const found = needs ? await protectLinked(await solver(), linked, signal) : null;
	const isSecret = ({ domain }: ReleasedFigure): boolean => {
		const place = linked.placeOf(domain);
		return linked.cells.get(place).isSensitive || found?.complementary.has(place) === true;
	};
	const around = new Set(
		found?.parts
			.filter((places) =>
				places.some((place) => found.complementary.has(place) || found.exposed.has(place))
			)
			.flat()
	);
	return {
		withheld: tables.map(
			({ figures, rows }) => new Set(rows.filter((_, at) => isSecret(figures[at]!)))
		),
		isWithheld: (total) =>
			isSecret(total) || found?.withheld.has(linked.placeOf(total.domain)) === true,
		exposed: found?.exposed.size ?? 0,
		touches: ({ figures, totals }) =>
			[...figures, ...totals].some(
				({ domain, n }) => n !== null && around.has(linked.placeOf(domain))
			)
	};
}

/** What the same tables did not tell before: whoever hands one over again knows that. */
function hiddenIn(
	before: readonly ReleasedTable[]
): (figures: readonly ReleasedFigure[], at: number) => boolean {
	const keyOf = (figures: readonly ReleasedFigure[]) =>
		JSON.stringify(figures.map(({ domain }) => domain));
	const found = new Map<string, Set<number>>();
	for (const { figures } of before) {
		const key = keyOf(figures);
		const hidden = [...figures.keys()].filter((at) => figures[at]!.n === null);
		found.set(key, new Set([...(found.get(key) ?? []), ...hidden]));
	}
	const keys = new Map<readonly ReleasedFigure[], string>();
	return (figures, at) => {
		const key = keys.get(figures) ?? keyOf(figures);
		keys.set(figures, key);
		return found.get(key)?.has(at) === true;
	};
}

/** What a release is before it is kept. */
export type Decision = Omit<Release, 'kept'> & EarlierRelease;

/**
 * Tables that are handed over together, and with what left before: as one system of linked tables, in which no small
 * figure can be worked out. What is hidden is hidden wherever it stands.
 */
export async function releaseOf(
	all: readonly Estimated[],
	{ earlier = [], minimumBase, sensitive, ...options }: Options
): Promise<Decision> {
	const tables = all.map((estimated) => tableOf(estimated, { minimumBase, sensitive }));
	const before = earlier.flatMap((release) => release.tables);
	const decided = await decide(tables, before, options);
	const by = [...earlier.keys()].filter((at) => earlier[at]!.tables.some(decided.touches));
	// What would be told if nothing had left before.
	const alone = by.length > 0 ? await decide(tables, [], options) : decided;
	const results = all.map((estimated, table) =>
		protect(estimated, {
			...{ audience: 'handing-over' as const, minimumBase },
			withheld: decided.withheld[table]!
		})
	);
	const hidden = results.flatMap(({ rows }, table) =>
		rows.flatMap(({ indicator, dimensions, estimate }): HiddenFigure[] => {
			const { protection: reason } = estimate;
			if (reason !== 'small-cell' && reason !== 'complementary') return [];
			return [{ table, indicator, dimensions, reason }];
		})
	);
	const wasHidden = by.length > 0 ? hiddenIn(before) : () => false;
	const hiddenBefore = tables.reduce((sum, { figures, rows }, table) => {
		const isNews = (at: number) =>
			decided.withheld[table]!.has(rows[at]!) && !alone.withheld[table]!.has(rows[at]!);
		const news = [...rows.keys()].filter((at) => isNews(at) && !wasHidden(figures, at));
		return sum + new Set(news.map((at) => rows[at])).size;
	}, 0);
	const isBefore = hiddenBefore > 0 || decided.exposed > 0;
	return {
		results,
		hidden,
		tables: tables.map((table, at) =>
			toldOf(
				table,
				(figure) => !isShown(results[at]!.rows[table.rows[figure]!]!.estimate),
				decided.isWithheld
			)
		),
		before: { hidden: hiddenBefore, exposed: decided.exposed, by: isBefore ? by : [] }
	};
}
