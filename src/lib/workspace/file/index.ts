export { aliasesOf } from './aliases';
export { listBatches, readBatches } from '../batch-files';
export { memoryStore, type Store } from '../store';
export { addFile } from './add';
export { mergeContents } from './content';
export { readWorkspaceFile } from './read';
export { keepContent, storedContent } from './stored';
export { rename } from './rename';
export { nameIn, writeWorkspaceFile } from './write';
