import type { Domain, ReleasedFigure, ReleasedTable } from '../../domain';
import { Atoms, keyOf, type Sets } from './atoms';
import type { LinkedCell, LinkedCells } from './cells';
import { differences, type Counted, type Derived, type Told } from './differences';
import { isSmallCount, type LinkedTable } from './figure';
import { gridsOf, type Grid } from './grid';
import { spanOf } from './span';

/** How many are in a domain that no table tells; null where that is not known. */
export type Count = (domain: Domain) => number | null;

/** Cells at most in what two grids have in common; where there are more, their totals alone link them. */
const MOST_SHARED = 2000;

/** Whether a figure is not to be worked out: it is small, or was when it left the house, as far as is known. */
function isSecret({ n, minimum, isSmall, isHeld }: ReleasedFigure, cell: LinkedCell): boolean {
	if (cell.isPublished || cell.isTotal) return false;
	if (isHeld) return true;
	return n === null
		? isSmall && (cell.n === null || isSmallCount(cell.n, minimum))
		: isSmallCount(n, minimum);
}

type Universe = ReleasedTable['universe'];

/** All members that dimensions have now or had before. */
function united(all: readonly Universe[]): Universe {
	const members: Universe = {};
	for (const one of all)
		for (const [name, own = []] of Object.entries(one)) {
			const dimension = name as keyof Universe;
			members[dimension] = [...new Set([...(members[dimension] ?? []), ...own])];
		}
	return members;
}

/** All that a population has, in the days of some domains. */
function widest(domains: readonly Domain[]): Domain {
	const [first] = domains as [Domain];
	const period = spanOf(domains);
	return { ...first, members: {}, ...(period ? { period } : {}) };
}

/** Figures of one population: their domains in parts, and the cells that they are. */
class Population {
	readonly #atoms: Atoms;
	readonly #told = new Map<string, Told>();
	/** cells of which it is said from which others they follow */
	readonly #followed = new Set<number>();

	constructor(
		private readonly name: string,
		private readonly tables: readonly LinkedTable[],
		/** further domains that other populations have to do with */
		private readonly further: readonly Domain[],
		private readonly cells: LinkedCells,
		private readonly count: Count
	) {
		const domains = tables.flatMap(({ figures, totals }) =>
			[...figures, ...totals].map(({ domain }) => domain)
		);
		const universe = united(tables.map((table) => table.universe));
		const all = [...domains, ...further];
		const whole = widest(domains);
		const everybody = count(whole);
		const hasUnknown = (dimension: keyof Domain['members']): boolean => {
			const known = count({ ...whole, members: { [dimension]: universe[dimension] ?? [] } });
			return everybody === null || known === null || known < everybody;
		};
		this.#atoms = new Atoms(all, universe, hasUnknown);
	}

	#place(sets: Sets): number {
		return this.cells.at(this.name, keyOf(sets));
	}

	#tell(domain: Domain, figure: Pick<ReleasedFigure, 'n' | 'minimum'>): Told {
		const sets = this.#atoms.setsOf(domain);
		const key = keyOf(sets);
		const told = this.#told.get(key) ?? { sets, domain, place: this.#place(sets) };
		this.#told.set(key, told);
		this.cells.count(told.place, figure);
		return told;
	}

	/** The place of the cell of a domain. */
	placeOf(domain: Domain): number {
		return this.#place(this.#atoms.setsOf(domain));
	}

	#tellTable({ figures, totals, isEarlier }: LinkedTable): void {
		for (const figure of figures) {
			const cell = this.#tellFigure(figure);
			if (!isEarlier) cell.isFigure = true;
			// Where it was another number then, the data have changed since.
			else if (figure.n !== null && figure.n === cell.n) cell.isPublished = true;
			cell.isSensitive ||= isSecret(figure, cell);
		}
		for (const total of totals) {
			const cell = this.#tellFigure(total);
			// A total that is told is a figure like others, but one of a table that left before is known.
			if (total.n !== null && total.n === cell.n) {
				if (isEarlier) cell.isPublished = true;
				else if (!cell.isFigure) cell.isTotal = true;
			}
			if (!cell.isFigure) cell.isSensitive ||= isSecret(total, cell);
		}
	}

	#tellFigure(figure: ReleasedFigure): LinkedCell {
		// What was hidden before counts as it is now, so that what follows from it is seen.
		const n = figure.n ?? this.count(figure.domain);
		const cell = this.cells.get(this.#tell(figure.domain, { ...figure, n }).place);
		cell.isOfTable = true;
		cell.isHeld ||= figure.isHeld === true;
		return cell;
	}

	/** The place of a count that is told, or of what follows from others, which nobody tells. */
	#placeOfCounted({ told, from, domain, n, minimum }: Counted): number {
		if (told) return told.place;
		const { place } = this.#tell(domain, { n, minimum });
		if (this.#followed.has(place)) return place;
		this.#followed.add(place);
		const [whole, part] = [from.whole, from.part].map((one) => this.#placeOfCounted(one));
		this.cells.relate(whole!, [part!, place]);
		return place;
	}

	/** What follows from two figures of which one is part of the other, where it is small: a cell that nobody tells. */
	#tellDerived({ whole, part, domain, isExact }: Derived): void {
		const minimum = Math.max(whole.minimum, part.minimum);
		const most = whole.n - part.n;
		const known = this.#told.get(keyOf(this.#atoms.setsOf(domain)));
		const n = (known && this.cells.get(known.place).n) ?? (isExact ? most : this.count(domain));
		if (n !== null && !isSmallCount(n, minimum)) return;
		const { place } = this.#tell(domain, { n, minimum });
		const cell = this.cells.get(place);
		if (!cell.isPublished && !cell.isTotal) cell.isSensitive = true;
		const total = this.#placeOfCounted(whole);
		const sum = [this.#placeOfCounted(part), place];
		// Others may be there as well, such as those of whom it is not known.
		if (!isExact) {
			const others = this.cells.at('others', [total, ...sum].join(' '));
			this.cells.count(others, { n: n === null ? null : most - n, minimum: 0 });
			sum.push(others);
		}
		this.cells.relate(total, sum);
	}

	/** Relations between what is told and the finest cells, table by table. */
	#add(grids: readonly Grid[]): void {
		const shared = grids.flatMap((one, at) =>
			grids.slice(at + 1).flatMap((other) => {
				const both = one.shared(other);
				return both.length > MOST_SHARED ? [new Map() as Sets] : both;
			})
		);
		const all = new Map([...this.#told.values()].map(({ sets }) => [keyOf(sets), sets]));
		for (const sets of shared) all.set(keyOf(sets), sets);
		for (const domain of this.further) {
			const sets = this.#atoms.setsOf(domain);
			all.set(keyOf(sets), sets);
		}
		for (const sets of all.values())
			for (const grid of grids) {
				const parts = grid.parts(sets);
				if (parts)
					this.cells.relate(
						this.#place(sets),
						parts.map((part) => this.#place(part))
					);
			}
	}

	link(): void {
		for (const table of this.tables) this.#tellTable(table);
		// A total that another table tells is a figure like others.
		for (const { place } of this.#told.values()) {
			const cell = this.cells.get(place);
			if (cell.isFigure) cell.isTotal = false;
		}
		for (const one of differences([...this.#told.values()], this.#atoms, this.cells))
			this.#tellDerived(one);
		const tables = this.tables.map(({ figures }) =>
			figures.map(({ domain }) => this.#atoms.setsOf(domain))
		);
		this.#add(gridsOf(this.#atoms, tables));
	}
}

/** Adds the cells of a population and how they add up. What it returns says which cell a domain is. */
export function linkPopulation(
	name: string,
	tables: readonly LinkedTable[],
	further: readonly Domain[],
	cells: LinkedCells,
	count: Count
): (domain: Domain) => number {
	const population = new Population(name, tables, further, cells, count);
	population.link();
	return (domain) => population.placeOf(domain);
}
