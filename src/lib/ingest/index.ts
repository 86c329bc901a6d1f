export type { FileView } from './file-view';
export { answerSets, groupProposals, isOpen, wordsBelow, type AnswerSet } from './answer-sets';
export { BATCH_FORMAT, batchMetaSchema, type Batch, type BatchMeta } from './batch';
export { fromBatchTable, toBatchTable } from './batch-table';
export { confirmed, confirmedItems, withOpenAnswers } from './confirm';
export { codebookSchema, readCodebooks, type Codebook } from './codebooks';
export { decisionsOf, missingField } from './decisions';
export { ENCODINGS } from './decode';
export { draftMapping, isInDraft } from './draft';
export { describe } from './describe';
export { findingGroups, settlementsFor, type Finding, type FindingGroup } from './findings';
export { interpret, type Records } from './interpret';
export { fieldRoles, KINDS, requiredRoles } from './kinds';
export { tablesOf } from './kept-batches';
export { toTables } from './load';
export { itemKey } from './load/item-key';
export {
	bandsOf,
	BORN,
	itemOf,
	mappingSchema,
	type ColumnMapping,
	type Mapping,
	type Role
} from './mapping';
export { columnPreview, type Headline, type Preview } from './preview';
export { fingerprint, readFile, readText, type ReadOverride, type Recognised } from './read';
export { recogniseScale } from './scales/recognise';
export { fileNameIn, packBatch, unpackBatch } from './pack';
export { makeBatch } from './make-batch';
export { keyId, pseudonymiser } from './pseudonyms';
export { packKeys, rowKeys, type LoadedKeys, type Overlap } from './row-keys';
export { itemFor } from './item-for';
export { cellAt } from './columns';
export { cellsOf, columnValues, SEPARATORS } from './table';
export { numberFormat, parseNumber } from './values';
