import { resolve } from '$app/paths';
import type { Inventory } from '$lib/domain';
import { workspace } from './workspace';

/**
 * Where a person says what answers mean: at the columns of the file that has such questions, or at the list
 * of files where several have.
 */
export function settleHref(): string {
	const [first, ...others] = workspace.batches.all.filter(({ unsettled = 0 }) => unsettled > 0);
	return first && others.length === 0
		? `${resolve('/import')}?batch=${first.id}`
		: resolve('/daten');
}

/** Questions of a wave of which nobody has said yet what their answers mean. */
export const unsettledIn = ({ unsettled }: Inventory, wave: string | undefined): string[] =>
	unsettled.filter((one) => one.wave === wave).map(({ text }) => text);
