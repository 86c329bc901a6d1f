export * from './batch';
export { decode, ENCODINGS, type Encoding } from './decode';
export { describe } from './describe';
export { FINDING_CODES, type Finding } from './findings';
export { interpret, recordCount, type Records } from './interpret';
export { KINDS, type Kind } from './kinds';
export { toTables } from './load';
export {
	columnOf,
	mappingSchema,
	ROLES,
	type ColumnMapping,
	type Mapping,
	type Role
} from './mapping';
export { quartierSpellings, type QuartierSpelling } from './quartiere';
export { fingerprint, readFile, type ReadOverride, type Recognised } from './read';
export { recogniseScale } from './scales/recognise';
export { columnValues, itemFor } from './suggest';
export { SEPARATORS, type Separator, type TextTable } from './table';
export { suggestWaves } from './waves';
export { isNonSubstantive } from './words';
