import type { Finding, settlementsFor } from '$lib/ingest';
import * as m from '$lib/paraglide/messages';
import type { Loading } from './loading';

export type Settlements = ReturnType<typeof settlementsFor>;

/** Ways to settle a value without another one. */
const WAYS = [
	{ way: 'missing', to: '', one: m.checks_missing, all: m.checks_all_missing },
	{ way: 'leave-out', to: null, one: m.checks_leave_out, all: m.checks_all_out }
] as const;

/** Those of the settlements of a finding that need no other value, with what their buttons say. */
export const waysAtOnce = (settlements: Settlements) =>
	WAYS.filter(({ way }) => settlements.includes(way));

/** Says what values of a column mean. What is right in other rows is said of its own rows alone. */
export function settle(
	loading: Loading,
	index: number,
	all: readonly Finding[],
	to: string | null
): Promise<void> {
	const [first] = all;
	if (first?.other === undefined)
		return loading.correct(
			index,
			all.map(({ value }) => [value, to])
		);
	return loading.correctRows(all.map(({ value: cell, lines }) => ({ index, lines, cell, to })));
}
