export { toIpc } from './arrow';
export { emptyCatalog, readCatalog, type Catalog, type CatalogItem } from './catalog';
export type { Engine, NumberColumn, SqlColumns } from './engine';
export { appendRows, type TableRows } from './load';
