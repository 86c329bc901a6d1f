export { panelCsv, sheetCsv } from './csv';
export { fileName, save } from './download';
export { pictureSvg } from './picture';
export type { ReleasedPanel } from './types';
export { templateCsv, templateWorkbook } from './templates';
export { toPng } from './png';
export { zipOf } from './zip';
