import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fail, inFile } from '$lib/domain';

/** The bytes of a file. @throws ProblemError `file_unreadable` */
export async function bytesOf(path: string): Promise<Uint8Array> {
	try {
		return await readFile(path);
	} catch {
		return fail('file_unreadable', {}, { file: basename(path) });
	}
}

/** Does work on a file and names the file in what goes wrong with it. */
export const about = <T>(path: string, work: () => T | Promise<T>): Promise<T> =>
	inFile(basename(path), work);

/** Refuses to write over a file that is there. @throws ProblemError `output_exists` */
export async function refuseExisting(path: string): Promise<void> {
	const isThere = await access(path).then(
		() => true,
		() => false
	);
	if (isThere) fail('output_exists', {}, { file: basename(path) });
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const unfinished = `${path}.part`;
	await writeFile(unfinished, bytes);
	await rename(unfinished, path);
}
