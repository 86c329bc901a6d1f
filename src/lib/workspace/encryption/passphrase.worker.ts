import { expose, transfer } from 'comlink';
import { decrypt, encrypt, unwrapIdentity, wrapIdentity } from './age';

type Bytes = Uint8Array<ArrayBuffer>;

const handed = (bytes: Bytes | null): Bytes | null => bytes && transfer(bytes, [bytes.buffer]);

/** Encrypting takes a while, and a passphrase a second or two: it is done here, beside the page. */
const api = {
	encrypt: async (bytes: Bytes, recipients: readonly string[]) =>
		handed(await encrypt(bytes, recipients))!,
	decrypt: async (bytes: Bytes, identity: string) => handed(await decrypt(bytes, identity)),
	wrapIdentity,
	unwrapIdentity
};

export type CipherApi = typeof api;

expose(api);
