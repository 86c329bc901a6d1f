export { contextOf, emptyContext, withPairs, type Context, type Sentence } from './context';
export { definitionOf, INDICATORS, indicatorById } from './definitions';
export { estimateQuery } from './estimate-query';
export { membersOf } from './members';
export { coarser } from './period';
export { needsSheets, withSheets } from './sheets';
export type { RecordFamily } from './records';
