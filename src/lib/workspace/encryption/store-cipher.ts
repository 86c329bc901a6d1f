import { fail, fromBase64, toBase64 } from '../../domain';
import { decrypt, encrypt } from './age';

type Bytes = Uint8Array<ArrayBuffer>;

/** What encrypts files and opens them again. */
export type Cipher = {
	/** @param place where the file lies */
	encrypt(bytes: Bytes, place: string): Promise<Bytes>;
	/** Null where it is damaged. @throws ProblemError `browser_encrypted` where it is of another key */
	decrypt(bytes: Bytes, place: string): Promise<Bytes | null>;
};

/** Begins each file that is encrypted in the browser: this, which key it was, and the IV (NIST SP 800-38D). */
const HEAD = new TextEncoder().encode('quartierspiegel-aes-256-gcm\n');
const KEY_SIGN = 8;
const IV = 12;
const BODY = HEAD.length + KEY_SIGN + IV;
const TAG = 16;
const KEY = 32;
const AES = 'AES-GCM';

/** Whether bytes are a file that was encrypted in the browser. */
export const isEncrypted = (bytes: Uint8Array): boolean =>
	HEAD.every((byte, at) => bytes[at] === byte);

/** What is left of a file that nobody can open. */
export const withoutHead = (bytes: Bytes): Bytes => bytes.slice(HEAD.length);

/** A key for what lies in the browser: an age file (in base64) that each of the recipients opens. */
export const newStoreKey = async (recipients: readonly string[]): Promise<string> =>
	toBase64(await encrypt(crypto.getRandomValues(new Uint8Array(KEY)), recipients));

/** @throws ProblemError `browser_encrypted` where the identity does not fit */
const opened = async (storeKey: string, identity: string): Promise<Bytes> =>
	(await decrypt(fromBase64(storeKey), identity)) ?? fail('browser_encrypted');

/** The same key for other recipients. @throws ProblemError `browser_encrypted` where the identity does not fit */
export const storeKeyFor = async (
	recipients: readonly string[],
	storeKey: string,
	identity: string
): Promise<string> => toBase64(await encrypt(await opened(storeKey, identity), recipients));

type Ready = { key: CryptoKey; sign: Bytes };

async function ready(storeKey: string, identity: string): Promise<Ready> {
	const bytes = await opened(storeKey, identity);
	const [key, digest] = await Promise.all([
		crypto.subtle.importKey('raw', bytes, AES, false, ['encrypt', 'decrypt']),
		crypto.subtle.digest('SHA-256', bytes)
	]);
	return { key, sign: new Uint8Array(digest.slice(0, KEY_SIGN)) };
}

/**
 * AES-256-GCM as the browser has it, which is many times faster than an age file. Where a file lies is bound to what
 * stands in it, so that none can be put in the place of another one.
 */
export function storeCipher(storeKey: string, identity: string): Cipher {
	let started: Promise<Ready> | undefined;
	const start = (): Promise<Ready> => (started ??= ready(storeKey, identity));
	const way = (iv: Bytes, place: string): AesGcmParams => ({
		name: AES,
		iv,
		additionalData: new TextEncoder().encode(place)
	});
	return {
		async encrypt(bytes, place) {
			const { key, sign } = await start();
			const iv = crypto.getRandomValues(new Uint8Array(IV));
			const body = await crypto.subtle.encrypt(way(iv, place), key, bytes);
			const whole = new Uint8Array(BODY + body.byteLength);
			whole.set(HEAD);
			whole.set(sign, HEAD.length);
			whole.set(iv, HEAD.length + KEY_SIGN);
			whole.set(new Uint8Array(body), BODY);
			return whole;
		},
		async decrypt(bytes, place) {
			const { key, sign } = await start();
			if (bytes.length < BODY + TAG) return null;
			if (sign.some((byte, at) => bytes[HEAD.length + at] !== byte)) fail('browser_encrypted');
			const iv = bytes.slice(HEAD.length + KEY_SIGN, BODY);
			try {
				const body = bytes.subarray(BODY);
				return new Uint8Array(await crypto.subtle.decrypt(way(iv, place), key, body));
			} catch {
				return null;
			}
		}
	};
}
