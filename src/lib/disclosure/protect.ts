import {
	hidden,
	isShown,
	type Audience,
	type Estimate,
	type IndicatorResult,
	type IndicatorRow,
	type Protection
} from '../domain';
import { additivityOf, indicatorById, type Estimated } from '../indicators';

type Hidden = Exclude<Protection, 'open' | 'uncertain'>;

/** Up to this minimum a figure is about things, such as days, and nobody is given away by it. */
export const OF_THINGS = 1;

/** A result in which the minimum base of what is about persons is some number at least. */
export const stricter = (result: Estimated, atLeast: number): Estimated => ({
	...result,
	definitions: result.definitions.map((definition) =>
		definition.minimumBase > OF_THINGS
			? { ...definition, minimumBase: Math.max(definition.minimumBase, atLeast) }
			: definition
	)
});

/** Answer sheets or cases below which a figure of a result is not shown. */
export const minimumIn = (
	{ definitions }: Pick<IndicatorResult, 'definitions'>,
	indicator: string
): number =>
	definitions.find(({ id }) => id === indicator)?.minimumBase ??
	indicatorById(indicator).minimumBase;

/**
 * Whether a figure stands on too few answer sheets or cases. A zero of cases is shown, as it is nobody.
 *
 * @param minimum answer sheets or cases below which it does
 */
export function isSmall(row: IndicatorRow, minimum: number): boolean {
	const { n, protection } = row.estimate;
	if (protection === 'small-cell') return true;
	if (protection === 'no-base' || n === null) return false;
	if (n === 0 && additivityOf(row.indicator).zeroIsNobody) return false;
	return n < minimum;
}

/** A difference says as much as its two ends: it goes when one of them does. */
function withChange(
	row: IndicatorRow,
	estimate: Estimate,
	shown: (key: string) => boolean
): IndicatorRow {
	const { change } = row;
	if (!change) return { ...row, estimate };
	const references = change.references ?? (change.reference ? [change.reference] : []);
	const readable =
		isShown(estimate) &&
		references.length > 0 &&
		references.every((reference) => shown(JSON.stringify([row.indicator, reference])));
	return {
		...row,
		estimate,
		change: readable
			? change
			: {
					...change,
					difference: null,
					low: null,
					high: null,
					pValue: null,
					t: null,
					verdict: 'too-few'
				}
	};
}

export type ProtectOptions<For extends Audience = Audience> = {
	audience: For;
	/** replaces the minimum base of the indicators; for the command line alone, never for a workspace */
	minimumBase?: number | undefined;
	/** places of rows that must not be told, as they would give others away */
	withheld?: ReadonlySet<number> | undefined;
};

/** Takes out of a result what its audience must not see. */
export function protect<For extends Audience>(
	result: Estimated,
	{ audience, minimumBase, withheld = new Set() }: ProtectOptions<For>
): IndicatorResult<For> {
	const { domains, ...told } = result;
	const { rows } = told;
	const small = new Set(
		rows.flatMap((row, position) =>
			isSmall(row, minimumBase ?? minimumIn(result, row.indicator)) ? [position] : []
		)
	);
	const reason = (position: number): Hidden | null => {
		if (small.has(position)) return 'small-cell';
		return withheld.has(position) ? 'complementary' : null;
	};
	const estimates = rows.map((row, position) => {
		const why = reason(position);
		if (why) return hidden(why);
		if (row.estimate.protection === 'no-base') return hidden('no-base');
		return row.estimate;
	});
	const shown = new Set(
		rows.flatMap((row, position) =>
			isShown(estimates[position] as Estimate)
				? [JSON.stringify([row.indicator, row.dimensions])]
				: []
		)
	);
	const anyHidden = small.size + withheld.size > 0;
	/** What is said of several rows together is said only where all of them are shown. */
	const isWhole = ({ indicator, dimensions }: Pick<IndicatorRow, 'indicator' | 'dimensions'>) =>
		rows.every(
			(row, position) =>
				row.indicator !== indicator ||
				Object.entries(dimensions).some(
					([name, value]) => row.dimensions[name as keyof typeof row.dimensions] !== value
				) ||
				isShown(estimates[position] as Estimate) ||
				estimates[position]?.protection === 'no-base'
		);
	return {
		...told,
		audience,
		...(result.tests ? { tests: result.tests.filter(isWhole) } : {}),
		...(result.trends ? { trends: result.trends.filter(isWhole) } : {}),
		rows: rows.map((row, position) =>
			withChange(row, estimates[position] as Estimate, (key) => shown.has(key))
		),
		notes: anyHidden ? [...result.notes, 'hidden-cells'] : result.notes
	};
}

/** Share of the cells that would be hidden, 0 to 1. */
export function hiddenShare(result: Pick<IndicatorResult, 'rows'>): number {
	const hiddenCells = result.rows.filter(
		(row) => !isShown(row.estimate) && row.estimate.protection !== 'no-base'
	);
	return result.rows.length === 0 ? 0 : hiddenCells.length / result.rows.length;
}
