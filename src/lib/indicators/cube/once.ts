import type { Context } from './context';

/**
 * Work that is done once per state of the data and key, however often it is asked for; again where it
 * failed.
 */
export function oncePerState<T>(): (
	context: Context,
	key: string,
	work: () => Promise<T>
) => Promise<T> {
	const known = new WeakMap<Context['cube'], Map<string, Promise<T>>>();
	return ({ cube }, key, work) => {
		const own = known.get(cube) ?? new Map<string, Promise<T>>();
		known.set(cube, own);
		const working = own.get(key) ?? work();
		own.set(key, working);
		working.catch(() => own.delete(key));
		return working;
	};
}
