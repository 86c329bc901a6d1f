import type { Sheet } from '../workbook';
import { formSheets } from './sectioned';

/** Whether a text is LimeSurvey's tab-separated structure: its first columns never change. */
export const isStructure = (text: string): boolean =>
	/^"?class"?\t"?type\/scale"?\t"?name"?\t/.test(text);

/** The sheet of that name, in whatever case. */
export const sheetNamed = (sheets: readonly Sheet[], name: string): Sheet | undefined =>
	sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);

/** Whether a workbook is an XLSForm: the questions in one sheet, their options in another. */
export function isXlsform(sheets: readonly Sheet[]): boolean {
	const [questions] = sheetNamed(sheets, 'survey')?.grid ?? [];
	const names = (questions ?? []).map((name) => name.trim());
	return (
		sheetNamed(sheets, 'choices') !== undefined && names.includes('type') && names.includes('name')
	);
}

export const isLss = (text: string): boolean =>
	/^\s*<\?xml[\s\S]{0,300}<LimeSurveyDocType>/.test(text.slice(0, 1000));
/** Whether a text is JSON: an object, or a list of objects, texts or lists. */
export const isJson = (text: string): boolean =>
	/^\s*(\{\s*["}]|\[\s*[{"[\]])/.test(text.slice(0, 1000));

/** Whether a text is JSON with a list of fields, as a Table Schema has it. */
export const isTableSchema = (text: string): boolean =>
	isJson(text) && text.trimStart().startsWith('{') && /"fields"\s*:\s*\[/.test(text);

/** Whether a text describes the columns of another file. */
export const isCodebookText = (text: string): boolean =>
	isLss(text) ||
	isStructure(text.slice(0, 1000)) ||
	isTableSchema(text) ||
	formSheets(text) !== null;
