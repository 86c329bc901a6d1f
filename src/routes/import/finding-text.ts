import * as m from '$lib/paraglide/messages';
import { number } from '$lib/words';

/** A value as it stands in the file, or that there is none. */
export const shownValue = (value: string): string => value || m.checks_empty();

/** So many rows of a file. */
export const rowsText = (n: number): string =>
	n === 1 ? m.checks_row_one() : m.checks_rows({ n: number(n) });
