import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Files that were loaded in the workspace of the colleague. */
const FILES = ['befragung-2023.csv', 'befragung-2025.csv', 'faelle.csv'];

/** Names of the files in the workspace of a colleague. */
export const filesOf = (number: number): string[] =>
	FILES.map((file) => `kollegin-${number}-${file}`);

/** The event in it. */
export const eventOf = (number: number): string => `Kollegin-${number}-`;

type Descriptor = { resources: { path: string; bytes: number; hash: string }[] };

/** The workspace of a colleague as a file: nothing in it is in that of another colleague. */
export function workspaceOf(number: number): Uint8Array {
	const parts = unzipSync(readFileSync('tests/stores/workspace-1.quartierspiegel'));
	const own = number.toString(16).padStart(8, '0');
	const anew = (text: string): string =>
		FILES.reduce((all, file) => all.replaceAll(`"${file}"`, `"kollegin-${number}-${file}"`), text)
			// Ids of batches, and fingerprints of what was loaded.
			.replace(
				/([0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{4})[0-9a-f]{8}/g,
				`$1${own}`
			)
			.replace(/("sha256":"[0-9a-f]{56})[0-9a-f]{8}"/g, `$1${own}"`)
			.replace('"id":"e1"', `"id":"kollegin-${number}"`)
			.replace('"Treff eröffnet"', `"${eventOf(number)}"`);
	const changed = new Map(
		Object.entries(parts).map(([path, bytes]) => [
			anew(path),
			path.endsWith('.json') ? strToU8(anew(strFromU8(bytes))) : bytes
		])
	);
	const descriptor = JSON.parse(strFromU8(changed.get('datapackage.json')!)) as Descriptor;
	for (const resource of descriptor.resources) {
		const bytes = changed.get(resource.path)!;
		resource.bytes = bytes.length;
		resource.hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
	}
	changed.set('datapackage.json', strToU8(JSON.stringify(descriptor)));
	return zipSync(Object.fromEntries(changed));
}
