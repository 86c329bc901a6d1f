export { contextOf, type Context } from './context';
export { INDICATORS, indicatorById, type Indicator, type Words } from './definitions';
export { UNCERTAIN_BELOW } from './estimate';
export { estimateQuery } from './estimate-query';
export { membersOf, sortCategories } from './members';
export { coarser } from './period';
