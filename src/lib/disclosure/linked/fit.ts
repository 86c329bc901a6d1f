import type { Highs } from 'highs';
import type { Relation } from '../suppression';

/** Up to which a relation holds. */
const TOLERANCE = 1e-6;

/** Cells of which it is known or not how many are in them, and how they add up. */
type Known = {
	values: readonly (number | null)[];
	relations: readonly Relation[];
	/** between which numbers an unknown cell is, where something is known of it */
	range: (cell: number) => readonly [least: number, most: number] | null;
};

/** Each relation as factors of its cells. */
const factorsOf = ({ total, parts }: Relation): Map<number, number> => {
	const factors = new Map([[total, -1]]);
	for (const part of parts) factors.set(part, (factors.get(part) ?? 0) + 1);
	return factors;
};

/**
 * Numbers for the cells of which it is not known how many are in them, that agree with all that is: an attacker cannot
 * tell them from the true ones. A relation that no numbers agree with, as the data have changed, is left out.
 */
export function fitted(
	highs: Highs,
	{ values, relations, range }: Known
): { values: number[]; relations: Relation[] } {
	const unknown = [...values.keys()].filter((cell) => values[cell] === null);
	const placeOf = new Map(unknown.map((cell, place) => [cell, place]));
	const [columns, rows] = [unknown.length, relations.length];
	const entries: [number, number][][] = unknown.map(() => []);
	const known = new Float64Array(rows);
	relations.forEach((relation, row) => {
		for (const [cell, factor] of factorsOf(relation)) {
			const place = placeOf.get(cell);
			if (place === undefined) known[row]! -= factor * values[cell]!;
			else entries[place]!.push([row, factor]);
		}
	});
	// Of each relation what is too much and what is missing.
	for (const sign of [1, -1]) for (let row = 0; row < rows; row++) entries.push([[row, sign]]);
	let end = 0;
	const ranges = unknown.map((cell) => range(cell) ?? [0, highs.infinity]);
	const model = highs.createModel({
		...{ numCols: columns + 2 * rows, numRows: rows, rowLower: known, rowUpper: known },
		sense: highs.constants.objectiveSense.minimize,
		colCost: Float64Array.from(entries, (_, column) => Number(column >= columns)),
		colLower: [...ranges.map(([least]) => least), ...new Float64Array(2 * rows)],
		colUpper: [
			...ranges.map(([, most]) => most),
			...new Float64Array(2 * rows).fill(highs.infinity)
		],
		matrix: {
			...{ format: 'csc', numRows: rows, numCols: entries.length },
			starts: [0, ...entries.map(({ length }) => (end += length))],
			indices: entries.flatMap((column) => column.map(([row]) => row)),
			values: entries.flatMap((column) => column.map(([, factor]) => factor))
		}
	});
	try {
		model.options.set({ output_flag: false });
		model.run();
		if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
			throw new Error(`fitting ended with ${model.getModelStatus()}`);
		const { colValue } = model.getSolution();
		const off = (row: number) => colValue[columns + row]! + colValue[columns + rows + row]!;
		const numberAt = (cell: number) => {
			const found = colValue[placeOf.get(cell)!]!;
			const whole = Math.round(found);
			return Math.abs(found - whole) < TOLERANCE ? whole : found;
		};
		return {
			values: values.map((value, cell) => value ?? numberAt(cell)),
			relations: relations.filter((_, row) => off(row) < TOLERANCE)
		};
	} finally {
		model.dispose();
	}
}
