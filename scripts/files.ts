import { readdirSync, realpathSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every file below a folder, as paths that begin with that folder, in a stable order. */
export async function filesUnder(folder: string): Promise<string[]> {
	return filesOf(await readdir(folder, { recursive: true, withFileTypes: true }));
}

/** The same at once, for what cannot wait. */
export const filesUnderSync = (folder: string): string[] =>
	filesOf(readdirSync(folder, { recursive: true, withFileTypes: true }));

const filesOf = (entries: readonly Dirent[]): string[] =>
	entries
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();

/** True when a script was started itself rather than imported (`import.meta.main` needs Node 24). */
export const isMain = (url: string): boolean =>
	process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Bytes as people compare them with a budget: 1 kB is 1,000 bytes. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
