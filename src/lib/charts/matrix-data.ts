import type {
	Change,
	Dimension,
	IndicatorDefinition,
	IndicatorResult,
	IndicatorRow
} from '../domain';
import { onAxis } from './figures';
import { latestRows, memberName, namingDimensions, shownChange, shownValue } from './read';
import type { WordContext } from './types';

/** A value on an axis with its interval; the ends are the value where there is none. */
export type Extent = { value: number; low: number; high: number };

/** One point of a matrix, such as an item or a Quartier. */
export type Point = {
	name: string;
	dimension: Dimension;
	member: string;
	across: IndicatorRow;
	/** the row of the second figure; undefined where the change of the first is meant */
	up: IndicatorRow | undefined;
	x: Extent;
	y: Extent;
};

/**
 * Two figures against each other (satisfaction and importance of items), or one and its change
 * since the wave before (status and dynamic of Quartiere).
 */
export type Matrix = {
	across: IndicatorDefinition;
	/** undefined where the change of the first figure is meant */
	up: IndicatorDefinition | undefined;
	points: Point[];
	/** the lines that part the four fields: means of what is shown, no change for a change */
	middle: { x: number; y: number };
};

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A value or a difference as it stands on an axis; null where there is none to be seen. */
function extentOf(
	value: number | null,
	{ low, high }: { low: number | null; high: number | null },
	definition: IndicatorDefinition
): Extent | null {
	if (value === null) return null;
	return {
		value: onAxis(value, definition),
		low: onAxis(low ?? value, definition),
		high: onAxis(high ?? value, definition)
	};
}

const extentOfRow = (
	row: IndicatorRow | undefined,
	definition: IndicatorDefinition
): Extent | null => (row ? extentOf(shownValue(row), row.estimate, definition) : null);

const extentOfChange = (
	change: Change | undefined,
	definition: IndicatorDefinition
): Extent | null => (change ? extentOf(change.difference, change, definition) : null);

/** What a matrix shows of a result; null where it has no figure or nothing tells its points apart. */
export function matrixOf(result: IndicatorResult, context: WordContext): Matrix | null {
	const [across, up] = result.definitions;
	const [dimension] = namingDimensions(result);
	if (!across || !dimension) return null;
	const rows = latestRows(result);
	const points = (result.members[dimension] ?? []).flatMap(({ value: member }): Point[] => {
		const rowOf = (definition: IndicatorDefinition | undefined) =>
			rows.find((row) => row.indicator === definition?.id && row.dimensions[dimension] === member);
		const first = rowOf(across);
		const second = rowOf(up);
		const x = extentOfRow(first, across);
		const y = up ? extentOfRow(second, up) : extentOfChange(shownChange(first), across);
		if (!first || !x || !y) return [];
		const name = memberName(result, dimension, member, context);
		return [{ name, dimension, member, across: first, up: second, x, y }];
	});
	const middle = {
		x: mean(points.map(({ x }) => x.value)),
		y: up ? mean(points.map(({ y }) => y.value)) : 0
	};
	return { across, up, points, middle };
}

/** Less satisfied than the mean and more important: where something should be done first. */
export const needsAction = ({ up, middle }: Matrix, { x, y }: Point): boolean =>
	up !== undefined && x.value < middle.x && y.value > middle.y;

/** The same with both intervals clear of the means: more than chance. */
export const surelyNeedsAction = (matrix: Matrix, point: Point): boolean =>
	needsAction(matrix, point) && point.x.high < matrix.middle.x && point.y.low > matrix.middle.y;
