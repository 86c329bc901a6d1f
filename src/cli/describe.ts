import { basename } from 'node:path';
import { fail, type Problem } from '$lib/domain';
import { describe, readCodebooks, readFile, type Codebook } from '$lib/ingest';
import { about, bytesOf } from './file';

export const DESCRIBE_USAGE = 'describe FILE [--codebook FILE] [--strict]';

/** The codebooks of a file, one for each language. @throws ProblemError `no_codebook` */
const codebooksIn = (path: string): Promise<Codebook[]> =>
	about(path, async () => (await readCodebooks(await bytesOf(path))) ?? fail('no_codebook'));

/** The arguments of `describe`. @throws ProblemError `usage` */
function argumentsOf(args: string[]): { path: string; codebook?: string; strict: boolean } {
	const rest = args.filter((arg) => arg !== '--strict');
	const [path, option, codebook, ...more] = rest;
	const known = option === undefined || (option === '--codebook' && codebook !== undefined);
	if (path === undefined || !known || more.length > 0)
		return fail('usage', { usage: DESCRIBE_USAGE });
	const strict = rest.length < args.length;
	return codebook === undefined ? { path, strict } : { path, codebook, strict };
}

/**
 * `describe FILE`: what was recognised in a file, as JSON. With `--strict` the exit status is 1 where a
 * person would have to look at something.
 *
 * @param tell hears of a codebook that fits no column of the file
 */
export async function describeCommand(
	args: string[],
	tell: (problem: Problem) => void = () => undefined
): Promise<string> {
	const { path, codebook, strict } = argumentsOf(args);
	const codebooks = codebook === undefined ? [] : await codebooksIn(codebook);
	const recognised = await about(path, async () => readFile(await bytesOf(path), { codebooks }));
	const used = recognised.table.codebook;
	if (codebook !== undefined && !(used && codebooks.includes(used)))
		tell({
			code: 'codebook_fits_nothing',
			params: { codebook: basename(codebook) },
			place: { file: basename(path) }
		});
	const described = describe(basename(path), recognised);
	const certain = described.kindCertain && described.columns.every((column) => column.certain);
	if (strict && !certain) process.exitCode = 1;
	return JSON.stringify(described, null, '\t');
}
