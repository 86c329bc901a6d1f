import type { Highs } from 'highs';
import {
	fail,
	type EarlierRelease,
	type FigureSource,
	type IndicatorQueryInput,
	type KeptTables,
	type ReleasedTable
} from '../domain';
import type { Reader } from '../engine';
import {
	emptyContext,
	needsSingleResponses,
	readContext,
	withSingleResponses,
	type Context,
	type Estimated
} from '../indicators';
import { coarserFor, estimateIn, evaluate, evaluateOnce } from './evaluate';
import { inventoryOf } from './inventory';
import { keepTables, keptTables } from './kept-tables';
import { pack, unpack } from './pack';
import { stricter } from './protect';
import { releaseOf } from './release';
import { sentencesAround } from './sentences';

/** The figures of the tables of this machine. */
export type LocalFigures = FigureSource & {
	/** Counts the tables as they are now; what was asked before is answered from what they were. */
	read(): Promise<void>;
	/** Takes what was packed in place of the tables. False where it is of another version, or damaged. */
	restore(packed: Uint8Array): boolean;
	/** What figures are computed from, as bytes. */
	pack(): Uint8Array<ArrayBuffer>;
};

type Options = {
	/** fetches the solver of linear programs, for a release that has something to hide */
	solver: () => Promise<Highs>;
	/** gives other work its turn */
	pause?: () => Promise<unknown>;
	/** replaces the minimum base of the indicators; for the command line alone, never for a workspace */
	minimumBase?: number | undefined;
};

/** What is kept of an earlier release. @throws ProblemError `ledger_unreadable` */
function readKept(kept: KeptTables): ReleasedTable[] {
	try {
		return keptTables(kept);
	} catch {
		return fail('ledger_unreadable');
	}
}

/** @param reader the tables; asked by `read`, and for what needs single sheets */
export function localFigures(
	reader: Reader,
	{ solver, pause = () => Promise.resolve(), minimumBase }: Options
): LocalFigures {
	let context: Context = emptyContext();
	const contextFor = async (query: IndicatorQueryInput, signal?: AbortSignal): Promise<Context> => {
		signal?.throwIfAborted();
		if (!needsSingleResponses(query)) return context;
		const whole = await withSingleResponses(context, reader, query, pause);
		signal?.throwIfAborted();
		return whole;
	};
	/** of what left before, which is asked for with each release anew */
	const known = new Map<KeptTables, EarlierRelease>();
	const earlierOf = (kept: KeptTables): EarlierRelease => {
		const release = known.get(kept) ?? { tables: readKept(kept) };
		known.set(kept, release);
		return release;
	};
	return {
		async read() {
			context = await readContext(reader);
		},
		restore(packed) {
			const found = unpack(packed);
			if (found) context = found;
			return found !== null;
		},
		pack: () => pack(context),
		inventory: () => Promise.resolve(inventoryOf(context)),
		evaluate: async (query, { signal } = {}) =>
			evaluate(await contextFor(query, signal), query, minimumBase),
		async release(queries, { signal, earlier: kept = [], minimum = 0, sensitive = [] } = {}) {
			const earlier = kept.map(earlierOf);
			const tables: Estimated[] = [];
			for (const query of queries) {
				const own = await contextFor(query, signal);
				tables.push(stricter(evaluateOnce(own, query, minimumBase).estimated, minimum));
				await pause();
			}
			for (;;) {
				signal?.throwIfAborted();
				const options = { earlier, minimumBase, sensitive, signal, solver };
				const release = await releaseOf(tables, options);
				const units = release.results.map(coarserFor);
				if (units.every((unit) => unit === null)) {
					const { tables: told, ...rest } = release;
					return { ...rest, kept: keepTables(told) };
				}
				for (const [at, unit] of units.entries())
					if (unit)
						tables[at] = stricter(
							estimateIn(await contextFor(queries[at]!, signal), queries[at]!, unit),
							minimum
						);
			}
		},
		sentences: async (query, term, { signal } = {}) =>
			sentencesAround(await contextFor(query, signal), query, term)
	};
}
