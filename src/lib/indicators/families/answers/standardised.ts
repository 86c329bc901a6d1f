import type { Dimension, IndicatorQuery } from '../../../domain';
import {
	addMoments,
	criticalValue,
	directlyStandardisedMean,
	NO_MOMENTS
} from '../../../statistics';
import { grouped, NO_BASE, type Cell } from '../../cell';
import type { AnswerIndicator } from '../../definitions';
import { estimateAnswers, estimateFrom } from '../../estimate';

/** A stratum with fewer answers than this in one of the cells is joined with the others like it. */
const LEAST = 5;

/** Kinds that are means of the answers, which alone can be standardised. */
const STANDARDISED = new Set(['share', 'mean', 'index', 'nps']);

export const canStandardise = ({ kind }: Pick<AnswerIndicator, 'kind'>): boolean =>
	STANDARDISED.has(kind);

/** The query by the groups to standardise for as well. */
export const byStrata = (query: IndicatorQuery): IndicatorQuery => ({
	...query,
	by: [
		...query.by,
		...(query.standardise ?? [])
			.map((name): Dimension => `group:${name}`)
			.filter((dimension) => !query.by.includes(dimension))
	],
	standardise: undefined
});

const stratumOf = ({ dimensions }: Cell, groups: readonly string[]): string =>
	JSON.stringify(groups.map((name) => dimensions[`group:${name}`]));

/** The cell without the dimensions it was only split by. */
function dimensionsOf(cell: Cell, query: IndicatorQuery): Cell['dimensions'] {
	return Object.fromEntries(
		Object.entries(cell.dimensions).filter(
			([name]) => query.by.includes(name as Dimension) || name === 'answer'
		)
	);
}

/**
 * Directly standardised cells: what each cell would say if all had the same mixture of groups, that of
 * all cells of the table together. Strata with too few answers in one of the cells are joined in all.
 *
 * @param cells of the query by strata; `query` is the one that was asked
 */
export function standardisedCells(cells: readonly Cell[], query: IndicatorQuery): Cell[] {
	const groups = query.standardise ?? [];
	const places = ['quartier', 'contrast'] as const;
	// Everything that one is to be compared within: an indicator, item and wave over all places.
	const table = (cell: Cell): string => {
		const kept = Object.entries(cell.dimensions).filter(
			([name]) =>
				!places.includes(name as 'quartier') && !groups.includes(name.replace('group:', ''))
		);
		return JSON.stringify([cell.indicator.id, kept]);
	};
	return grouped(cells, table).flatMap((own) => {
		const members = grouped(own, (cell) => JSON.stringify(dimensionsOf(cell, query)));
		// A place whose figure is hidden anyway does not decide how finely the others are made alike.
		const deciding = members.filter(
			(member) =>
				member.reduce((sum, { moments }) => sum + (moments?.n ?? 0), 0) >=
				(member[0]?.indicator.minimumBase ?? 0)
		);
		const sizes = (stratum: string) =>
			deciding.map(
				(member) => member.find((cell) => stratumOf(cell, groups) === stratum)?.moments?.n ?? 0
			);
		const strata = [...new Set(own.map((cell) => stratumOf(cell, groups)))];
		const large = new Set(strata.filter((stratum) => Math.min(...sizes(stratum)) >= LEAST));
		const joined = (cell: Cell) =>
			large.has(stratumOf(cell, groups)) ? stratumOf(cell, groups) : '';
		const standard = new Map<string, number>();
		for (const cell of own) {
			standard.set(joined(cell), (standard.get(joined(cell)) ?? 0) + (cell.moments?.sw ?? 0));
		}
		return members.map((member) => ({
			...standardise(member, joined, standard, query),
			strata: standard.size
		}));
	});
}

function standardise(
	member: readonly Cell[],
	stratum: (cell: Cell) => string,
	standard: ReadonlyMap<string, number>,
	query: IndicatorQuery
): Cell {
	const [first] = member as [Cell];
	const moments = member.reduce((sum, { moments }) => addMoments(sum, moments ?? NO_MOMENTS), {
		...NO_MOMENTS
	});
	const estimates = grouped(member, stratum).map((cells) => {
		const sum = cells.reduce((total, { moments }) => addMoments(total, moments ?? NO_MOMENTS), {
			...NO_MOMENTS
		});
		const weighted = cells.some((cell) => cell.weighted);
		const estimate = estimateAnswers(first.indicator.kind, sum, {
			responses: sum.n,
			weighted
		});
		return { ...estimate, standard: standard.get(stratum(cells[0]!)) ?? 0 };
	});
	const known = estimates.flatMap(({ value, standardError, standard }) =>
		value === null ? [] : [{ value, standardError, standard }]
	);
	const cell = { indicator: first.indicator, dimensions: dimensionsOf(first, query), moments };
	if (known.length === 0) return { ...cell, estimate: NO_BASE, weighted: true };
	const { value, standardError } = directlyStandardisedMean(known);
	const margin = standardError === null ? null : criticalValue(0.95) * standardError;
	const [least, most] = first.indicator.kind === 'share' ? [0, 1] : [-Infinity, Infinity];
	return {
		...cell,
		// So that differences are those of the standardised figures.
		weighted: true,
		estimate: estimateFrom(
			{
				value,
				low: margin === null ? null : Math.max(least, value - margin),
				high: margin === null ? null : Math.min(most, value + margin),
				standardError
			},
			moments.n,
			moments.sw
		)
	};
}
