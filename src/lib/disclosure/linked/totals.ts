import type { Domain, ReleasedFigure } from '../../domain';
import { DAYS } from './atoms';
import { isSmallCount } from './figure';
import { groupedBy } from './grouped';
import { spanOf } from './span';

type Named = keyof Domain['members'];

/** A domain without what tells it along some dimensions: what its total has in common. */
function commonKey({ members, period, ...rest }: Domain, along: readonly string[]): string {
	const left = Object.entries(members).filter(([dimension]) => !along.includes(dimension));
	return JSON.stringify([rest, left, along.includes(DAYS) ? null : period]);
}

/** All that some domains are of together. */
function union(domains: readonly Domain[], along: readonly string[]): Domain {
	const [first] = domains as [Domain];
	const members = { ...first.members };
	for (const name of along) {
		const dimension = name as Named;
		if (!members[dimension]) continue;
		const all = domains.flatMap((domain) => domain.members[dimension] ?? []);
		members[dimension] = [...new Set(all)].sort();
	}
	const period = along.includes(DAYS) && first.period ? spanOf(domains) : null;
	return { ...first, members, ...(period ? { period } : {}) };
}

/** The sum of some figures; one that is small itself is not told. */
function sum(group: readonly ReleasedFigure[], along: readonly string[]): ReleasedFigure {
	const domain = union(
		group.map((figure) => figure.domain),
		along
	);
	const n = group.reduce((total, figure) => total + (figure.n ?? 0), 0);
	const minimum = Math.max(...group.map((figure) => figure.minimum));
	const isSmall = isSmallCount(n, minimum);
	return { domain, n: isSmall ? null : n, minimum, isSmall };
}

/**
 * The totals of a table, which count as known whether it tells them or not: they stand in another one, or in last
 * year's report.
 *
 * @param sums dimensions along which its figures add up
 */
export function totalsOf(
	figures: readonly ReleasedFigure[],
	sums: readonly string[]
): ReleasedFigure[] {
	const own = new Map(figures.map((figure) => [JSON.stringify(figure.domain), figure]));
	return Array.from({ length: 2 ** sums.length - 1 }, (_, chosen) =>
		sums.filter((_, at) => ((chosen + 1) >> at) & 1)
	).flatMap((along) => {
		const groups = groupedBy(own.values(), ({ domain }) => commonKey(domain, along));
		return [...groups.values()]
			.filter((group) => group.length > 1)
			.map((group) => sum(group, along));
	});
}
