import { expose, transfer } from 'comlink';
import { inFile } from '../../domain';
import { changedSince, timesOf, type Times } from '../file-state';
import { KINDS } from '../kinds';
import { opfsStore } from '../opfs';
import { changesBetween, type Changes } from './changes';
import { mergeContents, type WorkspaceContent } from './content';
import { readWorkspaceFile } from './read';
import { asThen } from './revert';
import { keepContent, storedContent } from './stored';
import { writeWorkspaceFile } from './write';

const store = opfsStore;

/** Where the state before what came in last is kept, so that it can be taken back whole. */
const BEFORE = { folder: 'backups', name: 'before-merge' } as const;

/** Of this worker, so that no two have the same times. */
const WHO = crypto.randomUUID().slice(0, 8);

const readBlob = async (file: Blob): Promise<WorkspaceContent> =>
	readWorkspaceFile(new Uint8Array(await file.arrayBuffer()));

const timesIn = ({ batches, records }: WorkspaceContent): Times =>
	timesOf([
		['batches', batches.values()] as const,
		...KINDS.map((kind) => [kind, records[kind].values()] as const)
	]);

/** Takes content in; what was there before is kept, to be put back. True where something was new. */
async function takeIn(theirs: WorkspaceContent): Promise<WorkspaceContent & { isNew: boolean }> {
	const { content, damaged } = await storedContent(store);
	const merged = mergeContents(content, theirs);
	const isNew = changedSince(timesIn(content), timesIn(merged)) > 0;
	if (isNew || damaged.length > 0) {
		const before = await writeWorkspaceFile(content);
		const keepBefore = () => store.write(BEFORE.folder, BEFORE.name, before);
		await keepContent(store, merged, damaged, isNew ? keepBefore : undefined);
	}
	return { ...merged, isNew };
}

/** Workspace files are read, merged and written here, beside the page. Whoever calls has the locks of the writer. */
const api = {
	/** What would change if a file came in. */
	async preview(file: Blob, name: string): Promise<Changes> {
		const theirs = await inFile(name, () => readBlob(file));
		const { content } = await storedContent(store);
		return changesBetween(content, mergeContents(content, theirs), theirs);
	},

	/** Takes a file in: when each record was changed last, of the file and of all that is here now. */
	async merge(file: Blob, name: string): Promise<{ theirs: Times; all: Times }> {
		const theirs = await inFile(name, () => readBlob(file));
		const merged = await inFile(name, () => takeIn(theirs));
		return { theirs: timesIn(theirs), all: timesIn(merged) };
	},

	/** Puts everything back to what it was before a file came in last. */
	async takeBack(by: string): Promise<void> {
		const bytes = await store.read(BEFORE.folder, BEFORE.name);
		if (!bytes) return;
		const then = await readWorkspaceFile(bytes);
		const { content, damaged } = await storedContent(store);
		await keepContent(store, asThen(content, then, WHO, by), damaged);
		await store.remove(BEFORE.folder, BEFORE.name);
	},

	/** The workspace as the bytes of its file, and when each record in it was changed last. */
	async pack(): Promise<{ bytes: Uint8Array<ArrayBuffer>; times: Times }> {
		const { content } = await storedContent(store);
		const bytes = await writeWorkspaceFile(content);
		return transfer({ bytes, times: timesIn(content) }, [bytes.buffer]);
	},

	/**
	 * Writes the workspace to a file. What stands in the file already comes in first, so that nothing of it is
	 * lost; `isNew` where something of it was new.
	 */
	async saveTo(handle: FileSystemFileHandle): Promise<{ isNew: boolean; times: Times }> {
		const file = await handle.getFile();
		const { isNew, ...content } =
			file.size > 0
				? await inFile(file.name, async () => takeIn(await readBlob(file)))
				: { ...(await storedContent(store)).content, isNew: false };
		const writable = await handle.createWritable();
		await writable.write(await writeWorkspaceFile(content));
		await writable.close();
		return { isNew, times: timesIn(content) };
	}
};

export type FileApi = typeof api;

expose(api);
