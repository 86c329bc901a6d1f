import type { EarlierRelease, HiddenFigure, Release } from '../domain';
import type { Estimated } from '../indicators';
import { cellOf } from './cell';
import { protect } from './protect';

type Table = { estimated: Estimated; cells: string[] };

type Options = {
	earlier?: readonly EarlierRelease[] | undefined;
	/** for the command line alone */
	minimumBase?: number | undefined;
};

const tableOf = (estimated: Estimated): Table => ({
	estimated,
	cells: estimated.rows.map((row) => cellOf(estimated.query, row, estimated.period))
});

/** Places of the rows that say one of some cells. */
const placesOf = ({ cells }: Table, told: ReadonlySet<string>): Set<number> =>
	new Set(cells.flatMap((cell, place) => (told.has(cell) ? [place] : [])));

/**
 * Tables that are handed over together. A figure that is hidden in one of them, or was in an earlier
 * release, is hidden wherever it stands; and what would give it away there is hidden with it, until
 * nothing more has to be.
 */
export function releaseOf(
	all: readonly Estimated[],
	{ earlier = [], minimumBase }: Options = {}
): Release {
	const tables = all.map(tableOf);
	let secret = new Set(earlier.flatMap(({ hidden }) => hidden.map(({ cell }) => cell)));
	for (;;) {
		const results = tables.map((table) =>
			protect(table.estimated, {
				audience: 'handing-over',
				minimumBase,
				withheld: placesOf(table, secret)
			})
		);
		const hidden = results.flatMap(({ rows }, table) =>
			rows.flatMap(({ indicator, dimensions, estimate }, place): HiddenFigure[] => {
				const { protection: reason } = estimate;
				if (reason !== 'small-cell' && reason !== 'complementary') return [];
				return [{ table, indicator, dimensions, reason, cell: tables[table]?.cells[place] ?? '' }];
			})
		);
		const next = new Set([...secret, ...hidden.map(({ cell }) => cell)]);
		if (next.size === secret.size) return { results, hidden };
		secret = next;
	}
}
