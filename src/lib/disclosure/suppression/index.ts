export { amountDemands, countDemands, hiddenDemands, type Demand } from './demands';
export type { CellSystem, Relation } from './cell-system';
export { Pattern, type Layer } from './pattern';
export { suppress } from './suppress';
export { Table } from './table';
