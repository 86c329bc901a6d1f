/** Series of releases about cases that are made up one by one, and somebody who reads all of them. */
import type { Dimension, Domain, IndicatorRow } from '../domain';
import type { Estimated } from '../indicators';
import { estimate, result } from './protect.fixture';
import type { Decision } from './release';

export const DIMENSIONS = ['access', 'area', 'group:age'] as const;
export type Kind = (typeof DIMENSIONS)[number];
export const YEARS = [2023, 2024] as const;
/** Of whom it is not known. */
export const UNKNOWN = '';
export const MINIMUM = 5;

/** A case: its member in each dimension, and its year. */
export type Case = Record<Kind, string> & { year: number };

/** A table: cases of some years and members, by some dimensions. */
export type Question = {
	by: readonly Kind[];
	byYear: boolean;
	years: readonly number[];
	kept: Partial<Record<Kind, readonly string[]>>;
};

export type World = { members: Record<Kind, readonly string[]>; cases: readonly Case[] };

/** Of which members, and of which years, the cases of a cell are. */
export type Slice = { members: Partial<Record<Kind, readonly string[]>>; years: readonly number[] };

export const isIn = ({ members, years }: Slice, one: Case): boolean =>
	years.includes(one.year) &&
	DIMENSIONS.every((dimension) => members[dimension]?.includes(one[dimension]) ?? true);

const countIn = ({ cases }: World, cell: Slice): number =>
	cases.filter((one) => isIn(cell, one)).length;

export const combined = <T>(all: readonly T[][]): T[][] =>
	all.reduce<T[][]>(
		(found, own) => found.flatMap((one) => own.map((more) => [...one, more])),
		[[]]
	);

const yearSpan = (years: readonly number[]) => ({
	from: `${Math.min(...years)}-01-01`,
	to: `${Math.max(...years)}-12-31`
});

const domainOf = ({ members, years }: Slice): Domain => ({
	population: 'cases',
	members: Object.fromEntries(
		Object.entries(members)
			.map(([name, some]): [string, string[]] => [name, [...some].sort()])
			.sort(([a], [b]) => (a < b ? -1 : 1))
	),
	period: yearSpan(years)
});

/** The cells of a table. */
function cellsOf({ members }: World, { by, byYear, years, kept }: Question): Slice[] {
	const sides = by.map((dimension) =>
		(kept[dimension] ?? members[dimension]).map((member) => [dimension, [member]] as const)
	);
	const times = byYear ? years.map((year) => [year]) : [years];
	return combined(sides.map((side) => [...side])).flatMap((own) =>
		times.map((some) => ({ members: { ...kept, ...Object.fromEntries(own) }, years: some }))
	);
}

/** A table with how many cases are in each cell. */
export function tableOf(world: World, question: Question): Estimated {
	const cells = cellsOf(world, question);
	const rows = cells.map((cell): IndicatorRow => {
		const dimensions = Object.fromEntries(
			question.by.map((dimension) => [dimension, cell.members[dimension]![0]!])
		);
		const period = question.byYear ? { period: `${cell.years[0]}-01-01` } : {};
		const n = countIn(world, cell);
		return {
			indicator: 'new-cases',
			dimensions: { ...dimensions, ...period },
			estimate: estimate(n)
		};
	});
	const by: Dimension[] = [...question.by, ...(question.byYear ? (['period'] as const) : [])];
	return {
		...result(rows, by),
		domains: () => ({
			each: cells.map(domainOf),
			count: countOf(world),
			...{ beside: [], amounts: [], wordings: [] },
			universe: Object.fromEntries(
				DIMENSIONS.map((dimension) => [dimension, [...world.members[dimension]]])
			)
		})
	};
}

/** How many cases a domain has. */
const countOf =
	(world: World) =>
	({ members, period }: Domain): number =>
		countIn(world, {
			members: Object.fromEntries(
				DIMENSIONS.flatMap((dimension) => {
					const own = members[dimension];
					return own ? [[dimension, own]] : [];
				})
			),
			years: YEARS.filter(
				(year) => period!.from <= `${year}-01-01` && `${year}-12-31` <= period!.to
			)
		});

/** Numbers that somebody knows: how many cases some cells come to. */
export type Known = { cell: Slice; n: number }[];

/** Totals of a table that are not small count as known. */
function totalsOf(world: World, question: Question): Known {
	const { by, byYear, years, kept } = question;
	// One cell is no total.
	const isSum = (dimension: Kind) => (kept[dimension] ?? world.members[dimension]).length > 1;
	const along: (Kind | 'year')[] = [
		...by.filter(isSum),
		...(byYear && years.length > 1 ? (['year'] as const) : [])
	];
	const known: Known = [];
	for (let chosen = 1; chosen < 2 ** along.length; chosen++) {
		const summed = along.filter((_, at) => (chosen >> at) & 1);
		const whole = { ...kept };
		for (const dimension of by) whole[dimension] ??= world.members[dimension];
		const total = {
			...{ years, kept: whole, byYear: byYear && !summed.includes('year') },
			by: by.filter((dimension) => !summed.includes(dimension))
		};
		for (const cell of cellsOf(world, total)) {
			const n = countIn(world, cell);
			if (n === 0 || n >= MINIMUM) known.push({ cell, n });
		}
	}
	return known;
}

/** What a release tells. */
export function knownFrom(world: World, questions: readonly Question[], release: Decision): Known {
	return questions.flatMap((question, table) => {
		const { rows } = release.results[table]!;
		const told = cellsOf(world, question).flatMap((cell, at) => {
			const { n } = rows[at]!.estimate;
			return n === null ? [] : [{ cell, n }];
		});
		const untold = release.tables[table]!.totals.filter(({ n }) => n === null);
		const isUntold = ({ cell }: Known[number]) =>
			untold.some(({ domain }) => JSON.stringify(domain) === JSON.stringify(domainOf(cell)));
		return [...told, ...totalsOf(world, question).filter((total) => !isUntold(total))];
	});
}

/** What a release would tell with nothing hidden but what is small itself. */
export const knownWithout = (world: World, questions: readonly Question[]): Known =>
	questions.flatMap((question) => {
		const told = cellsOf(world, question).map((cell) => ({ cell, n: countIn(world, cell) }));
		return [...told.filter(({ n }) => n === 0 || n >= MINIMUM), ...totalsOf(world, question)];
	});

/** Cells of a table in which there are few. */
export const smallIn = (world: World, question: Question): Known =>
	cellsOf(world, question)
		.map((cell) => ({ cell, n: countIn(world, cell) }))
		.filter(({ n }) => n > 0 && n < MINIMUM);
