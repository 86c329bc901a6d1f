import { fail, z } from '../../domain';
import { readJson, writeJson } from '../json-files';
import type { Store } from '../store';
import { OPEN_FOLDER } from './encrypted-store';

/** The same twice, so that one of them may be damaged. */
const NAMES = ['state', 'state-again'] as const;
const FORMAT = { format: 'quartierspiegel-encryption', version: 1 } as const;

const schema = z.strictObject({
	format: z.literal(FORMAT.format),
	version: z.literal(FORMAT.version),
	/** the identity of the workspace under the passphrase: an age file, in base64 */
	key: z.base64(),
	/** the key of what lies in the browser: an age file for both recipients, in base64 */
	storeKey: z.base64(),
	/** of that identity */
	recipient: z.string(),
	/** of the identity that opens it here, which may be a colleague's own */
	used: z.string(),
	/** the identity that opens it here; null where it has to be given at each start */
	identity: z.string().nullable(),
	/** whether what lies in the browser is encrypted as well */
	atRest: z.boolean(),
	/** whether some of it may lie there as before: a window was closed while everything was written anew */
	isMixed: z.boolean()
});

/** How a workspace is encrypted in this browser. */
export type EncryptionState = Omit<z.infer<typeof schema>, 'format' | 'version'>;

const parsed = (json: unknown): EncryptionState => {
	const { key, storeKey, recipient, used, identity, atRest, isMixed } = schema.parse(json);
	return { key, storeKey, recipient, used, identity, atRest, isMixed };
};

/**
 * How the workspace is encrypted; null where it is not.
 *
 * @throws ProblemError `encryption_damaged`: what cannot be read must not count as not encrypted
 */
export async function readEncryption(store: Store): Promise<EncryptionState | null> {
	for (const name of NAMES) {
		const kept = await readJson(store, OPEN_FOLDER, name, parsed);
		if (kept) return kept;
	}
	const there = await store.list(OPEN_FOLDER);
	return NAMES.some((name) => there.includes(name)) ? fail('encryption_damaged') : null;
}

/** Keeps it twice: without it nothing that is encrypted can be opened. */
export async function writeEncryption(store: Store, state: EncryptionState | null): Promise<void> {
	for (const name of NAMES)
		await (state
			? writeJson(store, OPEN_FOLDER, name, { ...FORMAT, ...state })
			: store.remove(OPEN_FOLDER, name));
}
