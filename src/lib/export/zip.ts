import { zipSync, type Zippable } from 'fflate';

/** Names that occur twice get a number, so that no file takes the place of another. */
export function uniqueNames(names: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return names.map((name) => {
		const count = (seen.get(name) ?? 0) + 1;
		seen.set(name, count);
		return count === 1 ? name : name.replace(/(\.[^.]+)?$/, `-${count}$1`);
	});
}

/** Files as one zip. They are stored as they are: pictures do not shrink any more. */
export async function zipOf(files: readonly { name: string; blob: Blob }[]): Promise<Blob> {
	const names = uniqueNames(files.map(({ name }) => name));
	const entries: Zippable = {};
	for (const [at, { blob }] of files.entries()) {
		entries[names[at]!] = [new Uint8Array(await blob.arrayBuffer()), { level: 0 }];
	}
	return new Blob([zipSync(entries)], { type: 'application/zip' });
}
