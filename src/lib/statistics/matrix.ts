/** Square matrices of a few rows, row by row. */
type Matrix = number[][];

/** The inverse by Gauss and Jordan with pivots; null where there is none. */
export function inverse(matrix: readonly (readonly number[])[]): Matrix | null {
	const size = matrix.length;
	const work = matrix.map((row, i) => [
		...row,
		...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))
	]);
	const scale = Math.max(...matrix.flat().map(Math.abs), 0);
	for (let column = 0; column < size; column++) {
		let pivot = column;
		for (let row = column + 1; row < size; row++)
			if (Math.abs(work[row]![column]!) > Math.abs(work[pivot]![column]!)) pivot = row;
		if (!(Math.abs(work[pivot]![column]!) > scale * 1e-13)) return null;
		const own = work[pivot]!;
		work[pivot] = work[column]!;
		work[column] = own;
		const by = own[column]!;
		for (let at = 0; at < own.length; at++) own[at]! /= by;
		for (let row = 0; row < size; row++) {
			const factor = work[row]![column]!;
			if (row === column || factor === 0) continue;
			for (let at = 0; at < own.length; at++) work[row]![at]! -= factor * own[at]!;
		}
	}
	return work.map((row) => row.slice(size));
}

export const multiply = (a: Matrix, b: Matrix): Matrix =>
	a.map((row) =>
		(b[0] ?? []).map((_, column) =>
			row.reduce((sum, value, at) => sum + value * b[at]![column]!, 0)
		)
	);
