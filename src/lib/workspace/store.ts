/** Where a workspace is kept: a few named files. The browser's private file system, or memory in tests. */
export type Store = {
	/** names of the folders in which something was ever kept */
	folders(): Promise<string[]>;
	/** names of the files in a folder */
	list(folder: string): Promise<string[]>;
	/** null where there is no such file */
	read(folder: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>;
	/** Writes a file of one or more parts whole or not at all. */
	write(folder: string, name: string, ...parts: Uint8Array<ArrayBuffer>[]): Promise<void>;
	remove(folder: string, name: string): Promise<void>;
	/** names of what is left in a folder of writes that did not come to their end */
	unfinished(folder: string): Promise<string[]>;
	/** asked before what is written takes the place of what was there; where it throws, that stays */
	beforeCommit?: () => Promise<void>;
	/** Removes everything. */
	clear(): Promise<void>;
};

/** A store for whoever only looks: what would be written by the way is not. */
export const onlyRead = (store: Store): Store => ({
	...store,
	write: () => Promise.resolve(),
	remove: () => Promise.resolve(),
	clear: () => Promise.resolve()
});

/** Keeps nothing beyond its own life. */
export function memoryStore(): Store {
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	const path = (folder: string, name: string) => `${folder}/${name}`;
	return {
		folders: async () => [...new Set([...files.keys()].map((key) => key.split('/')[0]!))],
		list: async (folder) =>
			[...files.keys()]
				.filter((key) => key.startsWith(`${folder}/`))
				.map((key) => key.slice(folder.length + 1)),
		read: async (folder, name) => files.get(path(folder, name)) ?? null,
		write: async (folder, name, ...parts) =>
			void files.set(path(folder, name), new Uint8Array(await new Blob(parts).arrayBuffer())),
		unfinished: async () => [],
		remove: async (folder, name) => void files.delete(path(folder, name)),
		clear: async () => files.clear()
	};
}
