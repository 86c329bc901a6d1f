/**
 * One script for all work beside the page, so that what both kinds of it share is fetched and kept once. Its
 * name says which it is to do; whoever imports it waits until it can.
 */
if (self.name === 'figures') await import('../disclosure/figures.worker');
else await import('../ingest/ingest.worker');

export {};
