import { fail, ProblemError } from '../../domain';
import { decrypt, encrypt, isIdentity, unwrapIdentity } from '../encryption/age';
import {
	DESCRIPTOR,
	KEY_FILE,
	ENCRYPTED,
	encryptedDescriptor,
	encryptedPath,
	type Listed
} from './descriptor';
import { fromGzip, toGzip } from './gzip';
import { described, listedParts } from './listed';
import { crcOf, describing, sha256Of, type Part } from './part';
import { damaged, type Entry } from './zip';

/** How a workspace is encrypted: its identity under the passphrase (`key.age`), and for whom, itself first. */
export type Encryption = { key: Uint8Array<ArrayBuffer>; recipients: readonly string[] };

/** What opens an encrypted file, and what need not be opened. */
export type Decryption = {
	/** identities (`AGE-SECRET-KEY-1…`), of which one may fit */
	identities?: readonly string[] | undefined;
	/** a passphrase, or an identity that somebody typed */
	secret?: string | undefined;
	/** parts that are known already, by their SHA-256 */
	known?: ReadonlyMap<string, Part> | undefined;
};

/** An encrypted part, and of what content. */
type EncryptedPart = Entry & { sha256: string };

/** What a file was encrypted with, to encrypt it again. */
export type EncryptedFile = {
	encryption: Encryption;
	/** the identity that opened it */
	identity: string;
	/** its parts as they lie in it, by the paths of what they hold */
	parts: ReadonlyMap<string, EncryptedPart>;
};

/** The identity that opens a part. @throws ProblemError `workspace_encrypted`, `passphrase_wrong` */
async function identityFor(
	sealed: Uint8Array,
	key: Uint8Array,
	{ identities = [], secret }: Decryption
): Promise<string> {
	const opens = async (identity: string) => (await decrypt(sealed, identity)) !== null;
	for (const identity of identities) if (await opens(identity)) return identity;
	if (secret === undefined) return fail('workspace_encrypted');
	const typed = secret.trim();
	const identity = isIdentity(typed) ? typed : await unwrapIdentity(key, secret);
	if (identity === null || !(await opens(identity))) return fail('passphrase_wrong');
	return identity;
}

/** What goes wrong with a part, in words. */
const whole = <T>(path: string, work: Promise<T>): Promise<T> =>
	work.catch((error: unknown) => {
		if (error instanceof ProblemError) throw error;
		return damaged(path);
	});

/** Opens an encrypted file; null where it is none. What is known is not opened again. @throws see `openWorkspaceFile` */
export async function decrypted(
	entries: ReadonlyMap<string, Entry>,
	decryption: Decryption
): Promise<{ parts: Map<string, Part>; file: EncryptedFile } | null> {
	if (!described(entries).isEncrypted) return null;
	const outer = listedParts(entries);
	for (const [path, { deflated, sha256 }] of outer)
		if (!path.endsWith(ENCRYPTED) || (await sha256Of(deflated)) !== sha256) damaged(path);
	const bytesOf = (path: string) => (outer.get(path) ?? damaged(path.slice(0, 100))).deflated;

	const key = bytesOf(KEY_FILE);
	const first = encryptedPath(DESCRIPTOR);
	const identity = await whole(KEY_FILE, identityFor(bytesOf(first), key, decryption));
	const open = (path: string): Promise<Entry> =>
		whole(
			path,
			decrypt(bytesOf(path), identity).then((bytes) => (bytes ? fromGzip(bytes) : damaged(path)))
		);
	const inner = new Map([[DESCRIPTOR, await open(first)]]);
	const { listed, recipients } = described(inner);
	if (listed.length !== outer.size - 2 || recipients.length === 0) damaged(DESCRIPTOR);
	const parts = new Map<string, EncryptedPart>();
	for (const { path, sha256 } of listed) {
		const name = encryptedPath(path);
		const data = bytesOf(name);
		const known = decryption.known?.get(sha256);
		inner.set(path, known ? { ...known, data: known.deflated } : await open(name));
		parts.set(path, { data, size: data.length, crc32: outer.get(name)!.crc32, sha256 });
	}
	return {
		parts: listedParts(inner),
		file: { encryption: { key, recipients }, identity, parts }
	};
}

const entryOf = (data: Uint8Array<ArrayBuffer>): Entry => ({
	data,
	size: data.length,
	crc32: crcOf(data)
});

/**
 * The entries of an encrypted file, its descriptor first.
 *
 * @param parts what is to be encrypted, by its path, the inner descriptor included
 * @param before a file as it was encrypted the last time: what did not change is copied where it is for the same people
 */
export async function encryptedEntries(
	parts: ReadonlyMap<string, Part>,
	{ key, recipients }: Encryption,
	before?: EncryptedFile
): Promise<[path: string, Entry][]> {
	const isSame = before?.encryption.recipients.join() === recipients.join();
	const entries: [string, Entry][] = [[KEY_FILE, entryOf(key)]];
	for (const [path, { deflated, size, crc32, sha256 }] of parts) {
		const kept = isSame ? before?.parts.get(path) : undefined;
		const entry =
			kept?.sha256 === sha256
				? kept
				: entryOf(await encrypt(toGzip({ data: deflated, size, crc32 }), recipients));
		entries.push([encryptedPath(path), entry]);
	}
	entries.sort(([a], [b]) => (a < b ? -1 : 1));
	const listed: Listed[] = await Promise.all(
		entries.map(async ([path, { data, size }]) => ({
			path,
			bytes: size,
			sha256: await sha256Of(data)
		}))
	);
	const descriptor = await describing(encryptedDescriptor(listed));
	const { deflated, size, crc32 } = descriptor;
	return [[DESCRIPTOR, { data: deflated, size, crc32 }], ...entries];
}
