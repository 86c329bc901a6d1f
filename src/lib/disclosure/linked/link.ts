import type { Domain, ReleasedFigure } from '../../domain';
import { fromDay, toDay } from '../../indicators';
import { LinkedCells } from './cells';
import type { LinkedTable } from './figure';
import { groupedBy } from './grouped';
import { linkPopulation, type Count } from './population';

const dayAfter = (day: string): string => fromDay(toDay(day) + 1);

/** What a figure counts; a stock is another one each day. */
const populationOf = ({ population, at }: Domain): string =>
	at === undefined ? population : `${population} ${at}`;

/** Of each stock the one before, where there is one, with what came and went in between. */
type Step = { before: Domain | null; after: Domain; came: Domain; went: Domain };

/** Stocks of the same members on one day after the other; before the first there is what came since there are any. */
function stepsOf(tables: readonly LinkedTable[]): Step[] {
	const lines = new Map<string, Map<string, Domain>>();
	for (const { figures } of tables)
		for (const { domain } of figures) {
			if (domain.at === undefined || !domain.flows) continue;
			const key = JSON.stringify([domain.population, domain.members]);
			lines.set(key, (lines.get(key) ?? new Map<string, Domain>()).set(domain.at, domain));
		}
	return [...lines.values()].flatMap((line) => {
		const inOrder = [...line.values()].sort((a, b) => (a.at! < b.at! ? -1 : 1));
		return inOrder.map((after, at): Step => {
			const before = inOrder[at - 1] ?? null;
			const { members, flows } = after;
			const period = { from: before ? dayAfter(before.at!) : flows!.since, to: after.at! };
			const [came, went] = [flows!.in, flows!.out].map((population) => ({
				...{ population, members, period }
			}));
			return { before, after, came: came!, went: went! };
		});
	});
}

/** What is counted by figures that leave now, or has to do with that: what came and went of a stock, and the stock. */
function populationsOf(tables: readonly LinkedTable[]): Set<string> {
	const domains = tables.flatMap(({ figures }) => figures.map(({ domain }) => domain));
	const now = tables
		.filter(({ isEarlier }) => !isEarlier)
		.flatMap(({ figures }) => figures.map(({ domain }) => domain.population));
	const found = new Set(now);
	const ties = new Map(
		domains.flatMap(({ population, flows }) =>
			flows ? [[population, [population, flows.in, flows.out]] as const] : []
		)
	);
	for (let size = 0; size < found.size;) {
		size = found.size;
		for (const tied of ties.values())
			if (tied.some((one) => found.has(one))) for (const one of tied) found.add(one);
	}
	return found;
}

/** The figures of tables by what they count, each population that is concerned with the figures of each table. */
function byPopulation(
	tables: readonly LinkedTable[],
	concerned: ReadonlySet<string>
): Map<string, LinkedTable[]> {
	const found = new Map<string, LinkedTable[]>();
	for (const table of tables) {
		const of = (all: readonly ReleasedFigure[]) =>
			groupedBy(
				all.filter(({ domain }) => concerned.has(domain.population)),
				({ domain }) => populationOf(domain)
			);
		const [figures, totals] = [of(table.figures), of(table.totals)];
		for (const [name, own] of figures)
			found.set(name, [
				...(found.get(name) ?? []),
				{ ...table, figures: own, totals: totals.get(name) ?? [] }
			]);
	}
	return found;
}

export type Linked = { cells: LinkedCells; placeOf: (domain: Domain) => number };

/**
 * All that some tables tell as one system: which figures are the same, which are parts of others, and which follow from
 * two of them (linked tables; Hundepool and others 2012, 4.6).
 *
 * @param count how many are in a domain that no table tells
 */
export function linkTables(tables: readonly LinkedTable[], count: Count = () => null): Linked {
	const cells = new LinkedCells();
	const concerned = populationsOf(tables);
	const steps = stepsOf(tables).filter(({ after }) => concerned.has(after.population));
	// Those that leave the house now say what is true; what left before may have been of other data.
	const inOrder = [...tables].sort((a, b) => Number(a.isEarlier) - Number(b.isEarlier));
	const populations = byPopulation(inOrder, concerned);
	const places = new Map<string, (domain: Domain) => number>();
	for (const [name, own] of populations) {
		const further = steps.flatMap(({ came, went }) =>
			[came, went].filter(({ population }) => population === name)
		);
		places.set(name, linkPopulation(name, own, further, cells, count));
	}
	const placeOf = (domain: Domain): number => {
		const name = populationOf(domain);
		return places.get(name)?.(domain) ?? cells.at(name, JSON.stringify(domain));
	};
	steps.forEach(({ before, after, came, went }, step) => {
		// What there was and what came is what there is and what went.
		const both = cells.at('balance', String(step));
		cells.relate(both, before ? [placeOf(before), placeOf(came)] : [placeOf(came)]);
		cells.relate(both, [placeOf(after), placeOf(went)]);
	});
	return { cells, placeOf };
}
