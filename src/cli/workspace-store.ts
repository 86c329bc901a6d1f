import { ProblemError } from '$lib/domain';
import {
	keepContent,
	memoryStore,
	openWorkspaceFile,
	storedContent,
	writeWorkspaceFile,
	type EncryptedFile,
	type Store,
	type WorkspaceContent
} from '$lib/workspace/file';
import { problemOf } from '$lib/words';
import { about, bytesOf, writeWhole } from './file';

/** Files of what opens an encrypted workspace. */
export type KeyOptions = { 'passphrase-file'?: string; identity?: string };

export const KEY_OPTIONS = {
	'passphrase-file': { type: 'string' },
	identity: { type: 'string' }
} as const;

/** What opens a workspace: a passphrase, or an identity as `age-keygen` writes it. */
async function secretOf(options: KeyOptions): Promise<string | undefined> {
	const path = options.identity ?? options['passphrase-file'];
	if (path === undefined) return undefined;
	const lines = (await bytesOf(path)).toString().split(/\r?\n/);
	// What age-keygen writes above the identity.
	return lines.find((line) => options.identity === undefined || line.startsWith('AGE-')) ?? '';
}

type Opened = { content: WorkspaceContent; encrypted: EncryptedFile | null };

/** A workspace from its file, every part of it checked, and the bytes of the file. */
export const opened = (
	path: string,
	options: KeyOptions
): Promise<Opened & { bytes: Uint8Array<ArrayBuffer>; store: Store }> =>
	about(path, async () => {
		const bytes = new Uint8Array(await bytesOf(path));
		const store = memoryStore();
		const secret = await secretOf(options);
		const file = await openWorkspaceFile(bytes, { secret }).catch((error: unknown) => {
			const isClosed = problemOf(error).code === 'workspace_encrypted';
			throw isClosed ? new ProblemError({ code: 'workspace_needs_key', params: {} }) : error;
		});
		await keepContent(store, file.content);
		return { bytes, store, ...file };
	});

/** A workspace from its file, and how it is written back. */
export async function openStore(
	path: string,
	options: KeyOptions
): Promise<{ store: Store; save: () => Promise<void> }> {
	const { store, encrypted } = await opened(path, options);
	return { store, save: () => save(store, path, encrypted) };
}

export async function save(
	store: Store,
	path: string,
	before?: EncryptedFile | null
): Promise<void> {
	await writeWhole(path, await writeWorkspaceFile((await storedContent(store)).content, before));
}
