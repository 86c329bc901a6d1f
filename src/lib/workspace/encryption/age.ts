/** The age format (https://age-encryption.org/v1): what is encrypted here, the `age` program opens as well. */

type Bytes = Uint8Array<ArrayBuffer>;

/** Most visits encrypt nothing. */
const library = () => import('age-encryption');

/** Gets what is needed before it is: somebody is typing a passphrase meanwhile. */
export const prepare = async (): Promise<void> => void (await library());

/** What age says where none of the keys fits. */
const NO_KEY = 'no identity matched';

/** Bytes from its library stand in buffers of their own. */
const own = (bytes: Uint8Array): Bytes => bytes as Bytes;

/** A file for recipients (`age1…`), of whom each can open it. */
export async function encrypt(bytes: Uint8Array, recipients: readonly string[]): Promise<Bytes> {
	const { Encrypter } = await library();
	const encrypter = new Encrypter();
	for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
	return own(await encrypter.encrypt(bytes));
}

async function opened(bytes: Uint8Array, keys: { identity?: string; passphrase?: string }) {
	const { Decrypter } = await library();
	const decrypter = new Decrypter();
	if (keys.passphrase !== undefined) decrypter.addPassphrase(keys.passphrase);
	if (keys.identity !== undefined) decrypter.addIdentity(keys.identity);
	try {
		return own(await decrypter.decrypt(bytes));
	} catch (error) {
		if (String(error).includes(NO_KEY)) return null;
		throw error;
	}
}

/**
 * What stands in an age file; null where the identity (`AGE-SECRET-KEY-1…`) does not fit.
 *
 * @throws where the file is damaged
 */
export const decrypt = (bytes: Uint8Array, identity: string): Promise<Bytes | null> =>
	opened(bytes, { identity });

/** A new identity: whoever has it opens what is encrypted for its recipient. */
export const newIdentity = async (): Promise<string> => (await library()).generateX25519Identity();

/** Whom to encrypt something for that an identity is to open. @throws where it is no identity */
export const recipientOf = async (identity: string): Promise<string> =>
	(await library()).identityToRecipient(identity);

/** Whether a text can be a recipient that we encrypt for. */
export const isRecipient = (text: string): boolean => /^age1[02-9ac-hj-np-z]{58}$/.test(text);

/** Whether a text can be an identity. */
export const isIdentity = (text: string): boolean =>
	/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/.test(text);

/** scrypt with N = 2^17, r = 8 and p = 1, as the OWASP Password Storage Cheat Sheet asks for at least. */
const WORK_FACTOR = 17;

/** An identity under a passphrase, which takes about a second: nobody is to try many. */
export async function wrapIdentity(identity: string, passphrase: string): Promise<Bytes> {
	const { Encrypter } = await library();
	const encrypter = new Encrypter();
	encrypter.setPassphrase(passphrase);
	encrypter.setScryptWorkFactor(WORK_FACTOR);
	return own(await encrypter.encrypt(`${identity}\n`));
}

/** The identity under a passphrase; null where the passphrase is another one. @throws where it is damaged */
export async function unwrapIdentity(key: Uint8Array, passphrase: string): Promise<string | null> {
	const bytes = await opened(key, { passphrase });
	return bytes && new TextDecoder().decode(bytes).trim();
}
