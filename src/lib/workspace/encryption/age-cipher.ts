import { fail } from '../../domain';
import { decrypt, encrypt } from './age';
import type { Cipher } from './encrypted-store';

/** Encrypts for recipients, and opens with an identity. */
export const ageCipher = (recipients: readonly string[], identity: string): Cipher => ({
	encrypt: (bytes) => encrypt(bytes, recipients),
	decrypt: async (bytes) => (await decrypt(bytes, identity)) ?? fail('browser_encrypted')
});
