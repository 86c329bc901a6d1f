import { basename } from 'node:path';
import { fail } from '$lib/domain';
import { describe, readFile } from '$lib/ingest';
import { about, bytesOf } from './file';

export const DESCRIBE_USAGE = 'describe FILE';

/** `describe FILE`: what was recognised in a file, as JSON. */
export async function describeCommand(args: string[]): Promise<string> {
	const [path, ...rest] = args;
	if (path === undefined || rest.length > 0) fail('usage', { usage: DESCRIBE_USAGE });
	const recognised = await about(path, async () => readFile(await bytesOf(path)));
	return JSON.stringify(describe(basename(path), recognised), null, '\t');
}
