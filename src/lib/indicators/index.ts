export { emptyContext, readContext, type Context } from './context';
export { definitionOf, INDICATORS, indicatorById } from './definitions';
export { estimateQuery, type Estimated } from './estimate-query';
export { membersOf } from './members';
export { coarser, periodsOf } from './period';
export { needsSheets, withSheets } from './sheets';
