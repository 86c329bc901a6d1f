export { DAYS } from './atoms';
export { isSmallCount } from './figure';
export { linkTables } from './link';
export type { Count } from './population';
export { protectLinked } from './protect-linked';
export { totalsOf } from './totals';
