import { z } from '../../domain';

/** How a workspace file says what it is. Goes up when an older version could no longer read it. */
export const FORMAT = { format: 'quartierspiegel-workspace', version: 1 } as const;
/** Of a file whose parts are encrypted, which the first version does not know. */
export const ENCRYPTED_FORMAT = { ...FORMAT, version: 2, encryption: 'age' } as const;

/** The descriptor of a Data Package (https://datapackage.org/standard/data-package/, version 2). */
export const DESCRIPTOR = 'datapackage.json';
const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';

/** Paths in the file. */
export const KEYS_PATH = 'keys.json';
export const recordsPath = (kind: string): string => `records/${kind}.json`;
export const batchPaths = (id: string) => ({
	table: `batches/${id}.csv`,
	schema: `batches/${id}.schema.json`,
	reading: `batches/${id}.reading.json`
});

/** How the paths of encrypted parts end, and those of what is packed before it is encrypted. */
export const ENCRYPTED = '.age';
const PACKED = '.gz';
export const encryptedPath = (path: string): string => `${path}${PACKED}${ENCRYPTED}`;
/** The identity of the workspace under the passphrase. */
export const KEY_FILE = `key${ENCRYPTED}`;

export const headSchema = z.object({
	quartierspiegel: z.object({
		format: z.literal(FORMAT.format),
		version: z.number().int().min(1),
		encryption: z.literal('age').optional(),
		/** in what is encrypted itself: for whom */
		recipients: z.array(z.string()).max(1000).optional()
	})
});

const SHA256 = /^sha256:[0-9a-f]{64}$/;

export const descriptorSchema = z.object({
	resources: z
		.array(
			z.object({
				path: z.string(),
				bytes: z.number().int().min(0),
				hash: z.string().regex(SHA256)
			})
		)
		.max(100_000)
});

export type Listed = { path: string; bytes: number; sha256: string; title?: string | undefined };

const isTable = (path: string): boolean => path.endsWith('.csv');

/** Names of resources have no folder and no ending. */
const nameOf = (path: string): string => path.replaceAll(/[/.]/g, '-');

/**
 * What the file holds, with the size and SHA-256 of each part, in the order of their paths.
 *
 * @param recipients for whom it is encrypted, which only those learn
 */
export function descriptorOf(
	title: string,
	parts: readonly Listed[],
	recipients?: readonly string[]
): object {
	return {
		$schema: PROFILE,
		name: 'quartierspiegel',
		title: title === '' ? 'Quartierspiegel' : title,
		description:
			'Arbeitsbereich des Quartierspiegels: Tabellen in batches/, Aufzeichnungen in records/. / A workspace of Quartierspiegel: tables in batches/, records in records/.',
		quartierspiegel: recipients ? { ...FORMAT, recipients } : FORMAT,
		resources: parts.map(({ path, bytes, sha256, title: own }) => ({
			name: nameOf(path),
			path,
			...(own === undefined ? {} : { title: own }),
			...(isTable(path)
				? {
						type: 'table',
						format: 'csv',
						mediatype: 'text/csv',
						encoding: 'utf-8',
						schema: path.replace(/\.csv$/, '.schema.json')
					}
				: { format: 'json', mediatype: 'application/json', encoding: 'utf-8' }),
			bytes,
			hash: `sha256:${sha256}`
		}))
	};
}

/** What an encrypted file holds: nothing but sizes and hashes of what cannot be read. */
export const encryptedDescriptor = (parts: readonly Listed[]): object => ({
	$schema: PROFILE,
	name: 'quartierspiegel',
	title: 'Quartierspiegel',
	description:
		'Verschlüsselter Arbeitsbereich des Quartierspiegels; jeder Teil ist eine age-Datei. / An encrypted workspace of Quartierspiegel; each part is an age file.',
	quartierspiegel: ENCRYPTED_FORMAT,
	resources: parts.map(({ path, bytes, sha256 }) => ({
		name: nameOf(path),
		path,
		mediatype: 'application/octet-stream',
		bytes,
		hash: `sha256:${sha256}`
	}))
});
