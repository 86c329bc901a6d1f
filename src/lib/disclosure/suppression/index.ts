export { amountDemands, countDemands, type Demand } from './demands';
export { Pattern, type Layer } from './pattern';
export { suppress } from './suppress';
export { Table } from './table';
