export { panelCsv, sheetCsv } from './csv';
export { fileName, save } from './download';
export { pictureSvg } from './picture';
export { toPng } from './png';
