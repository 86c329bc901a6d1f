import { fail } from '../../domain';
import { decode, isArchive, isSav } from '../decode';
import { readWorkbook } from '../workbook';
import { codebookSchema, type Codebook } from './schema';
import { isJson, isLss, isStructure, isTableSchema, isXlsform } from './detect';
import { formSheets } from './sectioned';

export { codebookSchema, type Codebook, type Field } from './schema';
export { codebookOf } from './of-mapping';
export { isCodebookText, isJson, isXlsform } from './detect';

/** A codebook saved by hand or by us: a Table Schema as JSON. */
function readTableSchema(text: string): Codebook[] {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		return fail('codebook_unreadable', { reason: error instanceof Error ? error.message : '' });
	}
	const parsed = codebookSchema.safeParse(json);
	if (parsed.success) return [parsed.data];
	const [issue] = parsed.error.issues;
	return fail('codebook_unreadable', { reason: `${issue?.path.join('.')}: ${issue?.message}` });
}

/**
 * What a file says about the columns of another one, in each of its languages: LimeSurvey's structure
 * (.lss or tab-separated), an XLSForm as a workbook or as text, a Table Schema. Null for a file that is none
 * of these.
 *
 * @throws ProblemError `codebook_unreadable`, `file_is_json` for JSON of another kind, and what a damaged file throws
 */
export async function readCodebooks(bytes: Uint8Array): Promise<Codebook[] | null> {
	if (isSav(bytes)) return null;
	if (isArchive(bytes)) {
		const sheets = await readWorkbook(bytes);
		return isXlsform(sheets) ? (await import('./xlsform')).readXlsform(sheets) : null;
	}
	const { text } = decode(bytes);
	// Readers of questionnaires come when there is one to read.
	if (isLss(text)) return (await import('./lss')).readLss(text);
	if (isStructure(text)) return (await import('./structure')).readStructure(text);
	const form = formSheets(text);
	if (form) return (await import('./xlsform')).readXlsform(form);
	if (isTableSchema(text)) return readTableSchema(text);
	return isJson(text) ? fail('file_is_json') : null;
}
