export { emptyContext, readContext, type Context } from './cube/context';
export { additivityOf } from './families';
export { definitionOf, INDICATORS, indicatorById } from './definitions';
export { estimateQuery, type Estimated } from './estimate-query';
export { groupOf, membersOf } from './cube/members';
export { coarser, fromDay, toDay } from './cube/period';
export { needsSingleResponses, withSingleResponses } from './single-responses';
