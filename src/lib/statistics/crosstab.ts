import { covariance, degreesOfFreedom, type Answers, type SurveyDesign } from './design';
import { chiSquaredPValue, fPValue } from './distributions';
import { inverse, multiply } from './matrix';

/**
 * Pearson's χ² test of independence without continuity correction, as R's `chisq.test`.
 *
 * @param table counts (or weights), rows of equal length; empty rows and columns are left out
 * @returns p null where the table has fewer than two rows or columns
 */
export function pearsonTest(table: readonly (readonly number[])[]): {
	statistic: number;
	df: number;
	p: number | null;
} {
	const columnSum = (at: number): number => table.reduce((sum, row) => sum + row[at]!, 0);
	const columns = (table[0] ?? []).map((_, at) => columnSum(at));
	const rows = table.map((row) => row.reduce((a, b) => a + b, 0));
	const total = rows.reduce((a, b) => a + b, 0);
	let statistic = 0;
	table.forEach((row, i) =>
		row.forEach((count, j) => {
			const expected = (rows[i]! * columns[j]!) / total;
			if (expected > 0) statistic += (count - expected) ** 2 / expected;
		})
	);
	const filled = (sums: readonly number[]): number => sums.filter((sum) => sum > 0).length;
	const df = Math.max(0, filled(rows) - 1) * Math.max(0, filled(columns) - 1);
	return { statistic, df, p: df > 0 ? chiSquaredPValue(statistic, df) : null };
}

/**
 * Test of independence of two answers of a design, with the correction of second order of Rao and
 * Scott (1984): χ² over the sum of the design effects, referred to F; R's `svychisq(statistic = "F")`.
 *
 * @param row for each row of `answers` the place in 0 to rows − 1; `column` alike
 * @returns p null where the table has fewer than two rows or columns, or a row or column is empty
 */
export function raoScottTest(
	design: SurveyDesign,
	answers: Answers,
	row: ArrayLike<number>,
	column: ArrayLike<number>,
	[rows, columns]: readonly [number, number]
): { statistic: number | null; ndf: number | null; ddf: number | null; p: number | null } {
	const unknown = { statistic: null, ndf: null, ddf: null, p: null };
	const size = rows * columns;
	const shares = Array.from({ length: size }, () => 0);
	let [weight, n] = [0, 0];
	for (let at = 0; at < answers.length; at++) {
		shares[row[at]! * columns + column[at]!]! += answers.sw[at]!;
		weight += answers.sw[at]!;
		n += answers.n[at]!;
	}
	const table = Array.from({ length: rows }, (_, i) =>
		shares.slice(i * columns, (i + 1) * columns)
	);
	const empty = (sum: number): boolean => sum === 0;
	const sums = [
		...table.map((cells) => cells.reduce((a, b) => a + b, 0)),
		...Array.from({ length: columns }, (_, j) => table.reduce((sum, cells) => sum + cells[j]!, 0))
	];
	if (rows < 2 || columns < 2 || sums.some(empty)) return unknown;

	const p = shares.map((sum) => sum / weight);
	const us = p.map((share, cell) =>
		Float64Array.from({ length: answers.length }, (_, at) => {
			const hit = row[at]! * columns + column[at]! === cell ? 1 : 0;
			return (hit - share) / weight;
		})
	);
	const variance = covariance(design, answers, us);
	const contrasts = interactions(rows, columns);
	// C' D⁻¹ V D⁻¹ C against C' D⁻¹ C / n, D the shares: generalised design effects are the eigenvalues.
	const scaled = contrasts.map((contrast) =>
		contrast.map((value, cell) => (p[cell] === 0 ? 0 : value / p[cell]!))
	);
	const product = (a: readonly number[], b: readonly number[]): number =>
		a.reduce((sum, value, at) => sum + value * b[at]!, 0);
	const simple = scaled.map((a) => contrasts.map((b) => product(a, b) / n));
	const real = scaled.map((a) => {
		const left = variance[0]!.map((_, cell) =>
			a.reduce((sum, value, at) => sum + value * variance[at]![cell]!, 0)
		);
		return scaled.map((b) => product(left, b));
	});
	const solved = inverse(simple);
	if (!solved) return unknown;
	const effects = multiply(solved, real);
	const trace = effects.reduce((sum, line, at) => sum + line[at]!, 0);
	const squares = multiply(effects, effects).reduce((sum, line, at) => sum + line[at]!, 0);
	if (!(trace > 0) || !(squares > 0)) return unknown;
	const counts = table.map((cells) => cells.map((cell) => (cell * n) / weight));
	const statistic = pearsonTest(counts).statistic / trace;
	const ndf = trace ** 2 / squares;
	const ddf = ndf * degreesOfFreedom(design, answers);
	return { statistic, ndf, ddf, p: ddf > 0 ? fPValue(statistic, ndf, ddf) : null };
}

/** A basis of the interactions of a table: outer products of contrasts of its rows and its columns. */
function interactions(rows: number, columns: number): number[][] {
	const against = (place: number, length: number): number[] =>
		Array.from({ length }, (_, at) => (at === place ? 1 : 0) - 1 / length);
	const found: number[][] = [];
	for (let i = 1; i < rows; i++) {
		for (let j = 1; j < columns; j++) {
			const [a, b] = [against(i, rows), against(j, columns)];
			found.push(a.flatMap((x) => b.map((y) => x * y)));
		}
	}
	return found;
}
