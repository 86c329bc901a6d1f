import { expose, transfer } from 'comlink';
import { ProblemError } from '../../domain';
import { timesOf } from '../file-state';
import { KINDS } from '../kinds';
import { opfsStore } from '../opfs';
import { changesBetween, isNothing, type Changes } from './changes';
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

async function contentIn(file: Blob, name: string): Promise<WorkspaceContent> {
	try {
		return await readWorkspaceFile(new Uint8Array(await file.arrayBuffer()));
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		const { code, params } = error.problem;
		throw new ProblemError({ code, params, place: { file: name } });
	}
}

/** Keeps a state, unless there is nothing in it. */
async function keepBefore(content: WorkspaceContent): Promise<void> {
	const records = recordsIn(content).flatMap(([, all]) => [...all]);
	if (records.length > 0)
		await store.write(BEFORE.folder, BEFORE.name, await writeWorkspaceFile(content));
}

const recordsIn = ({ batches, records }: WorkspaceContent) => [
	['batches', batches.values()] as const,
	...KINDS.map((kind) => [kind, records[kind].values()] as const)
];

/** Workspace files are read, merged and written here, beside the page. Whoever calls has the locks of the writer. */
const api = {
	/** What would change if a file came in. */
	async preview(file: Blob, name: string): Promise<Changes> {
		const theirs = await contentIn(file, name);
		const { content } = await storedContent(store);
		return changesBetween(content, mergeContents(content, theirs), theirs);
	},

	/** When each record was changed last that a file has: see `timesOf`. */
	async times(file: Blob, name: string): Promise<Record<string, string>> {
		return timesOf(recordsIn(await contentIn(file, name)));
	},

	/** Takes a file in; what was there before is kept, to be put back. */
	async merge(file: Blob, name: string): Promise<void> {
		const theirs = await contentIn(file, name);
		const { content, damaged } = await storedContent(store);
		await keepBefore(content);
		await keepContent(store, mergeContents(content, theirs), damaged);
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

	/** The workspace as the bytes of its file. */
	async pack(): Promise<Uint8Array<ArrayBuffer>> {
		const bytes = await writeWorkspaceFile((await storedContent(store)).content);
		return transfer(bytes, [bytes.buffer]);
	},

	/**
	 * Writes the workspace to a file. What stands in the file already comes in first, so that nothing of it is
	 * lost; true where something of it was new.
	 */
	async saveTo(handle: FileSystemFileHandle): Promise<boolean> {
		const file = await handle.getFile();
		const stored = await storedContent(store);
		let { content } = stored;
		let isNew = false;
		if (file.size > 0) {
			const theirs = await contentIn(file, file.name);
			const merged = mergeContents(content, theirs);
			isNew = !isNothing(changesBetween(content, merged));
			if (isNew) await keepBefore(content);
			await keepContent(store, merged, stored.damaged);
			content = merged;
		}
		const writable = await handle.createWritable();
		await writable.write(await writeWorkspaceFile(content));
		await writable.close();
		return isNew;
	}
};

export type FileApi = typeof api;

expose(api);
