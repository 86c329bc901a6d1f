import type { IndicatorDefinition, IndicatorResult } from '../../domain';
import type { Category, Figure } from '../chart-model';
import { figureOf, intervalOnAxis, valueOnAxis } from '../figure';
import { latestRows, memberName, namingDimensions, type WordContext } from '../read';

/** A value on an axis with its interval; the ends are the value where there is none. */
export type Extent = { value: number; low: number; high: number };

/** One point of a matrix, such as an item or a Quartier; `up` is the second figure, or the change of the first. */
type Point = Pick<Category, 'name' | 'target'> & {
	across: Figure;
	up: Figure;
	x: Extent;
	y: Extent;
};

/**
 * Two figures against each other (satisfaction and importance of items), or one and its change
 * since the wave before (status and dynamic of Quartiere).
 */
export type Matrix = {
	ofChange: boolean;
	points: Point[];
	/** the lines that part the four fields: means of what is shown, no change for a change */
	middle: { across: number; up: number };
};

const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** A figure as it stands on its axis; null where there is none to be seen. */
export function extentOnAxis(figure: Figure | undefined): Extent | null {
	const value = valueOnAxis(figure);
	if (value === null) return null;
	const [low, high] = intervalOnAxis(figure) ?? [value, value];
	return { value, low, high };
}

/** The change of a figure as a figure of its own. */
function changeOf(figure: Figure | undefined): Figure | undefined {
	if (!figure?.change) return undefined;
	const { difference, low, high } = figure.change;
	return { ...figure, value: difference, low, high, change: undefined };
}

/** What a matrix shows of a result; null where it has no figure or nothing tells its points apart. */
export function matrixOf(result: IndicatorResult, context: WordContext): Matrix | null {
	const [across, up] = result.definitions;
	const [dimension] = namingDimensions(result);
	if (!across || !dimension) return null;
	const rows = latestRows(result);
	const points = (result.members[dimension] ?? []).flatMap(({ value: member }): Point[] => {
		const figure = (definition: IndicatorDefinition) => {
			const row = rows.find(
				(one) => one.indicator === definition.id && one.dimensions[dimension] === member
			);
			return row && figureOf(row, definition);
		};
		const first = figure(across);
		const second = up ? figure(up) : changeOf(first);
		const [x, y] = [extentOnAxis(first), extentOnAxis(second)];
		if (!first || !second || !x || !y) return [];
		const name = memberName(result, dimension, member, context);
		return [{ name, target: { dimension, value: member }, across: first, up: second, x, y }];
	});
	return {
		ofChange: up === undefined,
		points,
		middle: {
			across: mean(points.map(({ x }) => x.value)),
			up: up ? mean(points.map(({ y }) => y.value)) : 0
		}
	};
}

/**
 * Less satisfied than the mean and more important, with both intervals clear of the means: where something should
 * be done first, and more than chance.
 */
export const surelyNeedsAction = ({ ofChange, middle }: Matrix, { x, y }: Point): boolean =>
	!ofChange && x.high < middle.across && y.low > middle.up;
