import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ProblemError } from '$lib/domain';

/** The bytes of a file. @throws ProblemError `file_unreadable` */
export async function bytesOf(path: string): Promise<Uint8Array> {
	try {
		return await readFile(path);
	} catch {
		return fail('file_unreadable', {}, { file: basename(path) });
	}
}

/** Does work on a file and names the file in what goes wrong with it. */
export async function about<T>(path: string, work: () => T | Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		const { code, params, place } = error.problem;
		throw new ProblemError({ code, params, place: { file: basename(path), ...place } });
	}
}
