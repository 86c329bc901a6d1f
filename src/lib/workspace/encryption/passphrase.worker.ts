import { expose } from 'comlink';
import { prepare, unwrapIdentity, wrapIdentity } from './age';

/** A passphrase takes a second or two: that is done here, beside the page. */
const api = { prepare, wrapIdentity, unwrapIdentity };

export type PassphraseApi = typeof api;

expose(api);
