/**
 * One script for all work beside the page, so that what its kinds share is fetched and kept once. Its
 * name says which it is to do; whoever imports it waits until it can.
 */
if (self.name === 'figures') await import('../disclosure/figures.worker');
else if (self.name === 'file') await import('./file/file.worker');
else if (self.name === 'passphrase') await import('./encryption/passphrase.worker');
else await import('../ingest/ingest.worker');

export {};
