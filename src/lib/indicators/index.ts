export { contextOf, emptyContext, withPairs, type Context } from './context';
export { definitionOf, INDICATORS, indicatorById } from './definitions';
export { estimateQuery } from './estimate-query';
export { membersOf } from './members';
export { coarser } from './period';
export { withRelations } from './relations';
export type { RecordFamily } from './records';
