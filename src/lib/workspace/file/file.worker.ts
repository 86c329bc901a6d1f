import { expose, transfer } from 'comlink';
import { fail, inFile } from '../../domain';
import { changedSince, timesOf, type Times } from '../file-state';
import { KINDS } from '../kinds';
import { EncryptedStore } from '../encryption/encrypted-store';
import { storeCipher } from '../encryption/store-cipher';
import type { EncryptionState } from '../encryption/state';
import { Fence } from '../fence';
import { opfsStore } from '../opfs';
import { onlyRead } from '../store';
import { usePlace, type Place } from '../place';
import { randomSign } from '../who';
import { now } from '../json-files';
import { keepBackup, listBackups, previewRestore, restore, type Backup } from './backups';
import { changesBetween, type Changes, type Preview } from './changes';
import { mergeContents, withoutEncryption, type WorkspaceContent } from './content';
import { readDrive, writeDrive } from './drive';
import type { Part } from './part';
import { openWorkspaceFile } from './read';
import { bringBack, listRemoved, type Removed } from './removed';
import { BEFORE_MERGE, dropState, keepState } from './states';
import { keepContent, storedContent } from './stored';
import { verifyParts } from './verify';
import { encryptionIn, saysEncryption, writeWorkspaceFile } from './write';

let store = new EncryptedStore(opfsStore);
/** identities that may open files */
let identities: string[] = [];
/** whether the workspace is encrypted */
let hasKey = false;

/** Of this worker, so that no two have the same times. */
const WHO = randomSign();

/** What is known of batches already, by its SHA-256. */
const knownOf = ({ parts }: WorkspaceContent): Map<string, Part> =>
	new Map(
		[...parts.values()].flatMap((own) => Object.values(own)).map((part) => [part.sha256, part])
	);

/** A file as it is there; of what is known already nothing is decrypted. */
async function readBlob(file: Blob, own: WorkspaceContent, secret?: string) {
	const known = knownOf(own);
	const bytes = new Uint8Array(await file.arrayBuffer());
	const opened = await openWorkspaceFile(bytes, { identities, secret, known });
	// Anybody could have written a file that is not encrypted: it must not decide who can read ours.
	if (opened.encrypted || !encryptionIn(own)) return opened;
	return { ...opened, content: withoutEncryption(opened.content) };
}

/**
 * Refuses to write a file that anybody can read where it should be encrypted: what said so is damaged.
 *
 * @throws ProblemError `workspace_record_damaged`
 */
function refuseOpen(content: WorkspaceContent): void {
	if (hasKey && !saysEncryption(content)) fail('workspace_record_damaged');
}

/** What is in the store, where nothing is missing in it. */
const contentNow = async (): Promise<WorkspaceContent> => (await storedContent(store)).content;

const timesIn = ({ batches, records }: WorkspaceContent): Times =>
	timesOf([
		['batches', batches.values()] as const,
		...KINDS.map((kind) => [kind, records[kind].values()] as const)
	]);

/** Takes content in; what was there before is kept, to be put back. True where something was new. */
async function takeIn(
	{ content, damaged }: Awaited<ReturnType<typeof storedContent>>,
	theirs: WorkspaceContent
): Promise<WorkspaceContent & { isNew: boolean }> {
	const merged = mergeContents(content, theirs);
	const isNew = changedSince(timesIn(content), timesIn(merged)) > 0;
	if (isNew || damaged.length > 0) {
		const keepBefore = () => keepState(store, BEFORE_MERGE, now(), content);
		await keepContent(store, merged, damaged, isNew ? keepBefore : undefined);
	}
	return { ...merged, isNew };
}

/** Workspace files are read, merged and written here, beside the page. Whoever calls has the locks of the writer. */
const api = {
	/** Called before each piece of work, of which nothing is known in the next one. */
	open(place: Place, state: EncryptionState | null, number: number | null): void {
		usePlace(place);
		// Who has not the locks of the writer only looks.
		store = new EncryptedStore(number === null ? onlyRead(opfsStore) : opfsStore);
		const fence = new Fence(store, number);
		store.guard = () => fence.check();
		hasKey = state !== null;
		const identity = state?.identity ?? null;
		identities = identity === null ? [] : [identity];
		if (!state || identity === null) store.use(null, false);
		else store.use(storeCipher(state.storeKey, identity), state.atRest);
	},

	/**
	 * What would change if a file came in, and the identity that opened it where it is encrypted.
	 *
	 * @param secret a passphrase, or an identity that somebody typed
	 */
	async preview(file: Blob, name: string, secret?: string): Promise<Preview> {
		const content = await contentNow();
		const theirs = await inFile(name, async () => {
			const found = await readBlob(file, content, secret);
			await verifyParts(found.content, knownOf(content));
			return found;
		});
		const merged = mergeContents(content, theirs.content);
		return {
			changes: changesBetween(content, merged, theirs.content),
			identity: theirs.encrypted?.identity ?? null,
			encrypts: encryptionIn(merged) !== null && encryptionIn(content) === null
		};
	},

	/** Takes a file in: when each record was changed last, of the file and of all that is here now. */
	async merge(
		file: Blob,
		name: string,
		identity: string | null
	): Promise<{ theirs: Times; all: Times }> {
		const stored = await storedContent(store);
		const { content: theirs } = await inFile(name, () =>
			readBlob(file, stored.content, identity ?? undefined)
		);
		const merged = await inFile(name, () => takeIn(stored, theirs));
		return { theirs: timesIn(theirs), all: timesIn(merged) };
	},

	/** Puts everything back to what it was before a file came in last. */
	async takeBack(by: string): Promise<void> {
		if (await restore(store, BEFORE_MERGE, WHO, by)) await dropState(store, BEFORE_MERGE);
	},

	/** Keeps the state that the workspace is in now: see `keepBackup`. */
	keepBackup: (): Promise<boolean> => keepBackup(store),
	/** The states that are kept, the newest first. */
	listBackups: (): Promise<Backup[]> => listBackups(store),
	/** What would change if a state were put back; null where it is not there any more. */
	previewRestore: (name: string): Promise<Changes | null> => previewRestore(store, name),
	/** Puts a state back. False where it is not there any more. */
	restore: (name: string, by: string): Promise<boolean> => restore(store, name, WHO, by, true),

	/** Batches that were taken back and can be brought back. */
	listRemoved: (): Promise<Removed[]> => listRemoved(store),
	/** Brings a batch back that was taken back. False where no state has it any more. */
	bringBack: (id: string, by: string): Promise<boolean> => bringBack(store, id, WHO, by),

	/**
	 * The workspace as the bytes of its file, when each record in it was changed last, and whether anybody can read it.
	 */
	async pack(): Promise<{ bytes: Uint8Array<ArrayBuffer>; times: Times; isPlain: boolean }> {
		const content = await contentNow();
		refuseOpen(content);
		const bytes = await writeWorkspaceFile(content);
		const isPlain = encryptionIn(content) === null;
		return transfer({ bytes, times: timesIn(content), isPlain }, [bytes.buffer]);
	},

	/**
	 * Writes the workspace to a file. What stands in the file already comes in first, so that nothing of it is
	 * lost; `isNew` where something of it was new, `isPlain` where anybody can read it.
	 */
	async saveTo(
		handle: FileSystemFileHandle
	): Promise<{ isNew: boolean; times: Times; isPlain: boolean }> {
		const file = await readDrive(handle);
		const stored = await storedContent(store);
		const there =
			file.size > 0 ? await inFile(file.name, () => readBlob(file, stored.content)) : null;
		const { isNew, ...content } = there
			? await inFile(file.name, () => takeIn(stored, there.content))
			: { ...stored.content, isNew: false };
		refuseOpen(content);
		const bytes = await writeWorkspaceFile(content, there?.encrypted);
		await writeDrive(handle, bytes, () => store.guard());
		return { isNew, times: timesIn(content), isPlain: encryptionIn(content) === null };
	}
};

export type FileApi = typeof api;

expose(api);
