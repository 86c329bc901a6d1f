/**
 * P values adjusted for the false discovery rate (Benjamini and Hochberg 1995), as R's
 * `p.adjust(method = "BH")`: calling all that stay below 0.05 different is wrong for at most 5 % of
 * them on average.
 *
 * @param p from 0 to 1, all of one table
 * @returns in the order given
 * @throws RangeError for a p value outside 0 to 1
 */
export const benjaminiHochberg = (p: number[]): number[] => {
	const adjusted: number[] = [];
	const descending = p.map((value, at) => ({ value, at })).sort((a, b) => b.value - a.value);
	let least = 1;
	descending.forEach(({ value, at }, i) => {
		if (!(value >= 0 && value <= 1)) throw new RangeError(`${value} is no p value.`);
		least = Math.min(least, (value * p.length) / (p.length - i));
		adjusted[at] = least;
	});
	return adjusted;
};

/**
 * P values adjusted so that calling any of them different is wrong with at most 5 % (Holm 1979), as
 * R's `p.adjust(method = "holm")`.
 *
 * @param p from 0 to 1, all of one table
 * @returns in the order given
 */
export const holm = (p: number[]): number[] => {
	const adjusted: number[] = [];
	let most = 0;
	p.map((value, at) => ({ value, at }))
		.sort((a, b) => a.value - b.value)
		.forEach(({ value, at }, i) => {
			most = Math.max(most, Math.min(1, value * (p.length - i)));
			adjusted[at] = most;
		});
	return adjusted;
};
