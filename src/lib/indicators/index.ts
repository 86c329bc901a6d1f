export { contextOf, type Context } from './context';
export { definitionOf, INDICATORS, indicatorById, type Indicator } from './definitions';
export { estimateQuery } from './estimate-query';
export { membersOf } from './members';
export { coarser } from './period';
