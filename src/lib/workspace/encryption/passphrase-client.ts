import { transfer, type Remote } from 'comlink';
import { fail } from '../../domain';
import { startWorker } from '../worker';
import type { CipherApi } from './cipher.worker';
import type { Cipher } from './encrypted-store';

let worker: Remote<CipherApi> | undefined;

/** The worker that encrypts, started when it is first needed. */
export const cipherWorker = (): Remote<CipherApi> =>
	(worker ??= startWorker<CipherApi>('cipher').api);

/** Encrypts for recipients, and opens with an identity, beside the page. What is handed over is gone. */
export const workerCipher = (recipients: readonly string[], identity: string): Cipher => ({
	encrypt: (bytes) => cipherWorker().encrypt(transfer(bytes, [bytes.buffer]), [...recipients]),
	decrypt: async (bytes) =>
		(await cipherWorker().decrypt(transfer(bytes, [bytes.buffer]), identity)) ??
		fail('browser_encrypted')
});
