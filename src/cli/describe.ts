import { basename } from 'node:path';
import { fail } from '$lib/domain';
import { describe, readCodebooks, readFile, type Codebook } from '$lib/ingest';
import { about, bytesOf } from './file';

export const DESCRIBE_USAGE = 'describe FILE [--codebook FILE]';

/** The codebooks of a file, one for each language. @throws ProblemError `no_codebook` */
const codebooksIn = (path: string): Promise<Codebook[]> =>
	about(path, async () => (await readCodebooks(await bytesOf(path))) ?? fail('no_codebook'));

/** `describe FILE`: what was recognised in a file, as JSON. */
export async function describeCommand(args: string[]): Promise<string> {
	const [path, option, codebook, ...rest] = args;
	const known = option === undefined || (option === '--codebook' && codebook !== undefined);
	if (path === undefined || !known || rest.length > 0) fail('usage', { usage: DESCRIBE_USAGE });
	const codebooks = codebook === undefined ? [] : await codebooksIn(codebook);
	const recognised = await about(path, async () => readFile(await bytesOf(path), { codebooks }));
	return JSON.stringify(describe(basename(path), recognised), null, '\t');
}
