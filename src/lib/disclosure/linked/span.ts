import type { Domain } from '../../domain';

/** The days from the first to the last of some domains; null where they are about none. */
export function spanOf(domains: readonly Domain[]): Domain['period'] | null {
	const days = domains.flatMap(({ period }) => (period ? [period] : []));
	const from = days.map((one) => one.from).sort()[0];
	const to = days
		.map((one) => one.to)
		.sort()
		.at(-1);
	return from !== undefined && to !== undefined ? { from, to } : null;
}
