export { batchMetaSchema, type BatchMeta } from './batch';
export { codebookSchema, readCodebooks, type Codebook } from './codebooks';
export { type Described } from './declared';
export { ENCODINGS } from './decode';
export { describe } from './describe';
export {
	findingGroups,
	settlementsFor,
	type Finding,
	type FindingGroup,
	type Settlement
} from './findings';
export { interpret, type Records } from './interpret';
export { KINDS } from './kinds';
export { toTables } from './load';
export { type ColumnMapping, type Mapping, type Role } from './mapping';
export { readFile, readText, type ReadOverride, type Recognised } from './read';
export { recogniseScale } from './scales/recognise';
export { itemFor } from './suggest';
export { columnValues, SEPARATORS } from './table';
