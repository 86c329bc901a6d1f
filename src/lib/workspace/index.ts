export type { Holdings } from './holdings';
export { IngestClient, type CheckView, type FileView } from './ingest-client';
export { Workspace, type Step, type Upload } from './workspace.svelte';
