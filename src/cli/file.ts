import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
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
