export { toIpc, type Column } from './arrow';
export {
	emptyCatalog,
	readCatalog,
	type Catalog,
	type CatalogCategory,
	type CatalogItem,
	type CatalogWave
} from './catalog';
export type { Engine, SqlRow, SqlValue } from './engine';
export { appendRows, type TableRows } from './load';
