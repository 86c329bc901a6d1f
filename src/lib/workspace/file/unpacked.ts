import { unzipSync } from 'fflate';
import { readWorkspaceFile } from './read';

/**
 * The parts of a workspace file as other programs read them, by their paths.
 *
 * @throws ProblemError as `readWorkspaceFile`
 */
export async function unpacked(
	bytes: Uint8Array<ArrayBuffer>
): Promise<Record<string, Uint8Array>> {
	await readWorkspaceFile(bytes);
	return unzipSync(bytes);
}
