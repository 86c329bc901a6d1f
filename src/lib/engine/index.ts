export { columnsIn, toIpc, type Column } from './arrow';
export {
	emptyCatalog,
	isoDay,
	readCaseKeys,
	readCatalog,
	type Catalog,
	type CatalogItem,
	type CatalogQuartier,
	type CatalogWave
} from './catalog';
export type { Engine, IpcReader, NumberColumn, Reader, SqlColumns } from './engine';
export { appendRows, type TableRows } from './load';
