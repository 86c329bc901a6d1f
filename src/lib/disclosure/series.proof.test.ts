import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solve } from 'yalps';
import { proofRuns } from '../ingest/testing';
import { releaseOf, type Decision } from './release';
import {
	combined,
	DIMENSIONS,
	isIn,
	knownFrom,
	knownWithout,
	MINIMUM,
	smallIn,
	tableOf,
	UNKNOWN,
	YEARS,
	type Case,
	type Kind,
	type Known,
	type Question,
	type Slice,
	type World
} from './series.fixture';
import { loadSolver } from './solver';

/** Cells that the other attacker tries in a series. */
const MOST_TRIED = 8;
const TOLERANCE = 1e-4;
/** Of what is drawn, so that everybody proves the same; another one draws other series. */
const SEED = 20_261_201;

const membersOf = (size: number, name: string) =>
	Array.from({ length: size }, (_, at) => `${name}${at}`);

const worlds = fc
	.record({
		knowsAll: fc.boolean(),
		sizes: fc.tuple(...DIMENSIONS.map(() => fc.integer({ min: 2, max: 3 }))),
		draws: fc.array(
			fc.tuple(
				fc.double({ min: 0, max: 0.999, noNaN: true }),
				fc.nat(),
				fc.nat(),
				fc.nat(),
				fc.nat(1)
			),
			{ minLength: 20, maxLength: 120 }
		)
	})
	.map(({ knowsAll, sizes, draws }): World => {
		const members = Object.fromEntries(
			DIMENSIONS.map((dimension, at) => [dimension, membersOf(sizes[at]!, dimension)])
		) as Record<Kind, string[]>;
		/** most are of the first members, few of the last, and of some nothing is known */
		const pick = (all: readonly string[], number: number): string => {
			const kinds = all.length * all.length + (knowsAll ? 0 : 1);
			const place = Math.floor(Math.sqrt((number * 7919) % kinds));
			return place === all.length ? '' : all[all.length - 1 - place]!;
		};
		const cases = draws.map(([, access, area, age, year]): Case => ({
			access: pick(members.access, access),
			area: pick(members.area, area),
			'group:age': pick(members['group:age'], age),
			year: YEARS[year]!
		}));
		const kinds = cases.map((one) => Object.values(one).join(' '));
		const counted = () =>
			[...new Set(kinds)].map((kind) => `${kinds.filter((one) => one === kind).length} ${kind}`);
		return Object.assign({ members, cases }, { [fc.toStringMethod]: () => counted().join('; ') });
	});

/** A question about a world: members by their places, as there may be two of them or three. */
const questions = fc.record({
	by: fc.subarray([...DIMENSIONS], { maxLength: 2 }),
	byYear: fc.boolean(),
	years: fc.constantFrom<readonly number[]>([...YEARS], [...YEARS], [YEARS[0]], [YEARS[1]]),
	filter: fc.option(fc.tuple(fc.constantFrom(...DIMENSIONS), fc.nat(2)), { freq: 2 })
});
type Drawn = typeof questions extends fc.Arbitrary<infer T> ? T : never;

/** All but one member of a dimension are kept, where there is a filter. */
function questionIn({ members }: World, { filter, ...rest }: Drawn): Question {
	if (!filter) return { ...rest, kept: {} };
	const [dimension, place] = filter;
	const all = members[dimension];
	return {
		...rest,
		kept: { [dimension]: all.filter((_, at) => at !== place % all.length) }
	};
}

const series = fc.tuple(
	worlds,
	fc.array(fc.array(questions, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 4 })
);

/** Releases one after the other, each with regard to those before. */
async function released(world: World, all: readonly Question[][]): Promise<Decision[]> {
	const earlier: Decision[] = [];
	for (const asked of all) {
		const tables = asked.map((question) => tableOf(world, question));
		const kept = JSON.parse(JSON.stringify(earlier)) as Decision[];
		earlier.push(await releaseOf(tables, { earlier: kept, solver: loadSolver }));
	}
	return earlier;
}

/** Cells of few that a table of up to two dimensions would have. */
const fewIn = (world: World) =>
	[[], ...DIMENSIONS.map((one) => [one])].flatMap((first) =>
		DIMENSIONS.filter((one) => first.length === 0 || one > first[0]!).flatMap((second) =>
			[...YEARS.map((year) => [year]), [...YEARS]].flatMap((years) =>
				smallIn(world, { by: [...first, second], byYear: false, years, kept: {} })
			)
		)
	);

/** All sets of some members, but none of them. */
const subsetsOf = (all: readonly string[]): string[][] =>
	Array.from({ length: 2 ** all.length - 1 }, (_, chosen) =>
		all.filter((_, at) => ((chosen + 1) >> at) & 1)
	);

/** Whatever few there are, of whichever members of each dimension. */
const anyFewIn = (world: World): Known =>
	combined(DIMENSIONS.map((dimension) => [null, ...subsetsOf(world.members[dimension])])).flatMap(
		(kept) =>
			[...YEARS.map((year) => [year]), [...YEARS]].flatMap((years) =>
				smallIn(world, {
					...{ by: [], byYear: false, years },
					kept: Object.fromEntries(
						DIMENSIONS.flatMap((dimension, at) => (kept[at] ? [[dimension, kept[at]]] : []))
					)
				})
			)
	);

/** Between which numbers a cell lies, for somebody who knows others and that nobody is less than nobody. */
function between({ members, cases }: World, known: Known, cell: Slice): [number, number] {
	const atoms = combined<string | number>([
		...DIMENSIONS.map((dimension) => {
			const hasUnknown = cases.some((one) => one[dimension] === UNKNOWN);
			return [...members[dimension], ...(hasUnknown ? [UNKNOWN] : [])];
		}),
		[...YEARS]
	]).map(([access, area, age, year]) => ({ access, area, 'group:age': age, year }) as Case);
	const constraints = new Map(known.map(({ n }, at) => [`k${at}`, { equal: n }]));
	const variables = new Map(
		atoms.map((atom, at) => [
			`x${at}`,
			new Map([
				...known.flatMap((one, place) => (isIn(one.cell, atom) ? [[`k${place}`, 1] as const] : [])),
				...(isIn(cell, atom) ? [['count', 1] as const] : [])
			])
		])
	);
	const extreme = (direction: 'minimize' | 'maximize'): number => {
		const { status, result } = solve({ direction, objective: 'count', constraints, variables });
		if (status === 'unbounded') return Infinity;
		if (status !== 'optimal') throw new Error(`the other attacker ended with ${status}`);
		return result;
	};
	return [extreme('minimize'), extreme('maximize')];
}

test('nobody works out by difference what one release after the other hides', async () => {
	await fc.assert(
		fc.asyncProperty(series, fc.nat(), async ([world, drawn], from) => {
			const asked = drawn.map((all) => all.map((one) => questionIn(world, one)));
			const releases = await released(world, asked);
			const known = releases.flatMap((release, at) => knownFrom(world, asked[at]!, release));
			// What tables told before anybody spoke of a cell can bound it: then the release that does says so.
			const isExposed = ({ before }: Decision) => before.exposed > 0;
			const hidden = releases
				.filter((release) => !isExposed(release))
				.flatMap((release) => asked[releases.indexOf(release)]!)
				.flatMap((question) => smallIn(world, question));
			const few = releases.some(isExposed) ? [] : fewIn(world);
			const sample = <T>(all: readonly T[]): T[] =>
				all.length <= MOST_TRIED
					? [...all]
					: Array.from({ length: MOST_TRIED }, (_, at) => all[(from + at * 31) % all.length]!);
			for (const { cell, n } of sample(hidden)) {
				const [low, high] = between(world, known, cell);
				expect(low, JSON.stringify(cell)).toBeLessThan(TOLERANCE);
				expect(high, JSON.stringify(cell)).toBeGreaterThan(Math.max(MINIMUM, n + 1) - TOLERANCE);
			}
			for (const { cell } of sample(few)) {
				const [low, high] = between(world, known, cell);
				expect(high - low, JSON.stringify(cell)).toBeGreaterThan(TOLERANCE);
			}
		}),
		{ numRuns: proofRuns(20, 500), seed: SEED, endOnFailure: true }
	);
});

test('nothing is hidden that would have been harmless', async () => {
	await fc.assert(
		fc.asyncProperty(series, async ([world, drawn]) => {
			const asked = drawn[0]!.map((one) => questionIn(world, one));
			const release = await releaseOf(
				asked.map((question) => tableOf(world, question)),
				{ solver: loadSolver }
			);
			if (!release.hidden.some(({ reason }) => reason === 'complementary')) return;
			const known = knownWithout(world, asked);
			const few = anyFewIn(world);
			const isHarmed = few.some(({ cell, n }) => {
				const [low, high] = between(world, known, cell);
				return low > TOLERANCE || high < Math.max(MINIMUM, n + 1) - TOLERANCE;
			});
			/** somebody who is alone in a cell works out others */
			const isKnownToHer = () =>
				few
					.filter(({ n }) => n === 1)
					.some((own) =>
						few.some(({ cell, n }) => {
							const isShe =
								n === 1 && world.cases.some((one) => isIn(cell, one) && isIn(own.cell, one));
							if (isShe) return false;
							const [low, high] = between(world, [...known, own], cell);
							return high - low < TOLERANCE;
						})
					);
			expect(isHarmed || isKnownToHer()).toBe(true);
		}),
		{ numRuns: proofRuns(10, 200), seed: SEED, endOnFailure: true }
	);
});
