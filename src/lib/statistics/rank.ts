import { chiSquaredPValue } from './distributions';

/**
 * Kruskal and Wallis's test (1952) whether groups differ on an ordered answer, with the correction for
 * ties, as R's `kruskal.test`.
 *
 * @param table for each group the counts of the ordered answers
 * @returns p null for fewer than two groups with answers, or answers that are all equal
 */
export function kruskalWallis(table: readonly (readonly number[])[]): {
	statistic: number;
	df: number;
	p: number | null;
} {
	const answers = (table[0] ?? []).map((_, at) => table.reduce((sum, row) => sum + row[at]!, 0));
	const total = answers.reduce((a, b) => a + b, 0);
	let before = 0;
	const ranks = answers.map((count) => {
		const rank = before + (count + 1) / 2;
		before += count;
		return rank;
	});
	const groups = table.map((row) => row.reduce((a, b) => a + b, 0));
	const between = table.reduce((sum, row, group) => {
		const ranked = row.reduce((own, count, at) => own + count * ranks[at]!, 0);
		return groups[group]! > 0 ? sum + ranked ** 2 / groups[group]! : sum;
	}, 0);
	const ties = answers.reduce((sum, count) => sum + (count ** 3 - count), 0) / (total ** 3 - total);
	const df = groups.filter((count) => count > 0).length - 1;
	if (df < 1 || ties === 1) return { statistic: 0, df: Math.max(0, df), p: null };
	const statistic = ((12 * between) / (total * (total + 1)) - 3 * (total + 1)) / (1 - ties);
	return { statistic, df, p: chiSquaredPValue(statistic, df) };
}
