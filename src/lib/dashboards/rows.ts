/** Columns of a page. */
const COLUMNS = 12;

/**
 * How many of twelve columns each panel takes, so that no row of them has a hole at its end: where the next one
 * does not fit, the last of a row takes what is left.
 *
 * @param spans what each would like to take, in order
 */
export function filledSpans(spans: readonly number[]): number[] {
	const filled = [...spans];
	let taken = 0;
	spans.forEach((span, at) => {
		if (taken > 0 && taken + span > COLUMNS) {
			filled[at - 1] = (filled[at - 1] ?? 0) + COLUMNS - taken;
			taken = 0;
		}
		taken = (taken + span) % COLUMNS;
	});
	if (taken > 0) filled[spans.length - 1] = (filled[spans.length - 1] ?? 0) + COLUMNS - taken;
	return filled;
}
