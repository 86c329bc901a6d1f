export type { Holdings } from './holdings';
export { IngestClient, type CheckView, type FileView } from './ingest-client';
export type { Step, Upload } from './making';
export { Workspace } from './workspace.svelte';
