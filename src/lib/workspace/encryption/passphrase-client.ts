import type { Remote } from 'comlink';
import { startWorker } from '../worker';
import type { PassphraseApi } from './passphrase.worker';

let worker: Remote<PassphraseApi> | undefined;

/** The worker that puts identities under passphrases, started when it is first needed. */
export const passphraseWorker = (): Remote<PassphraseApi> =>
	(worker ??= startWorker<PassphraseApi>('passphrase').api);
