import type { Store } from './store';

/** This moment, as records carry it. */
export const now = (): string => new Date().toISOString();

const encode = (value: unknown): Uint8Array<ArrayBuffer> =>
	new TextEncoder().encode(JSON.stringify(value));

/** A JSON file, checked by its schema; null where there is none or it is damaged. */
export async function readJson<T>(
	store: Store,
	folder: string,
	name: string,
	parse: (value: unknown) => T
): Promise<T | null> {
	const bytes = await store.read(folder, name);
	if (!bytes) return null;
	try {
		return parse(JSON.parse(new TextDecoder().decode(bytes)));
	} catch {
		return null;
	}
}

export const writeJson = (
	store: Store,
	folder: string,
	name: string,
	value: unknown
): Promise<void> => store.write(folder, name, encode(value));
