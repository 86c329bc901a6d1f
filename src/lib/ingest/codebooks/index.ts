import { fail } from '../../domain';
import { decode, isArchive, isSav } from '../decode';
import { readWorkbook } from '../workbook';
import { readLss } from './lss';
import { codebookSchema, type Codebook } from './schema';
import { isStructure, readStructure } from './structure';
import { isXlsform, readXlsform } from './xlsform';

export { codebookSchema, type Codebook, type Field } from './schema';
export { codebookOf } from './of-mapping';
export { isXlsform } from './xlsform';

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

const isLss = (text: string): boolean =>
	/^\s*<\?xml[\s\S]{0,300}<LimeSurveyDocType>/.test(text.slice(0, 1000));
const isJson = (text: string): boolean => /^\s*\{\s*"/.test(text.slice(0, 1000));

/** Whether a text describes the columns of another file; its beginning is enough to tell. */
export const isCodebookText = (text: string): boolean =>
	isLss(text) || isStructure(text.slice(0, 1000)) || isJson(text);

/**
 * What a file says about the columns of another one, in each of its languages: LimeSurvey's structure
 * (.lss or tab-separated), an XLSForm, a Table Schema. Null for a file that is none of these.
 *
 * @throws ProblemError `codebook_unreadable`, and what a damaged file throws
 */
export async function readCodebooks(bytes: Uint8Array): Promise<Codebook[] | null> {
	if (isSav(bytes)) return null;
	if (isArchive(bytes)) {
		const sheets = await readWorkbook(bytes);
		return isXlsform(sheets) ? readXlsform(sheets) : null;
	}
	const { text } = decode(bytes);
	if (isLss(text)) return readLss(text);
	if (isStructure(text)) return readStructure(text);
	return isJson(text) ? readTableSchema(text) : null;
}
