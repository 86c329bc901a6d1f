import { EncryptedStore } from './encryption/encrypted-store';
import { opfsStore } from './opfs';

/** What the page keeps: in the browser's private file system, encrypted where somebody said so. */
export const pageStore = new EncryptedStore(opfsStore);
