import { batchPaths } from './descriptor';
import type { WorkspaceContent } from './content';
import { contentOfPart, type Part } from './part';
import { damaged } from './zip';

const areSame = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, at) => byte === b[at]);

/**
 * Whether the rows of all batches of a file are whole, which are else read when they are needed.
 *
 * @param known parts that are known to be whole, by their SHA-256
 * @throws ProblemError `workspace_damaged`
 */
export async function verifyParts(
	{ parts }: WorkspaceContent,
	known: ReadonlyMap<string, Part>
): Promise<void> {
	for (const [id, own] of parts) {
		const paths = batchPaths(id);
		for (const [name, part] of Object.entries(own) as [keyof typeof paths, Part][]) {
			const mine = known.get(part.sha256);
			if (mine && areSame(mine.deflated, part.deflated)) continue;
			await contentOfPart(part).catch(() => damaged(paths[name]));
		}
	}
}
