import { caseRows } from './cases';
import { copenhagenRows } from './copenhagen';
import { BOM, csv, utf8, windows1252 } from './csv';
import { EVENTS } from './events';
import { quartierRows } from './quartiere';
import { surveyRows } from './survey';

const QUARTIERE_FILE = 'beispiel-quartiere.csv';
export const SURVEY_FILE = 'beispiel-mieterbefragung.csv';
export const CASES_FILE = 'beispiel-faelle.csv';
export const EVENTS_FILE = 'beispiel-ereignisse.json';
export const COPENHAGEN_FILE = 'kopenhagen-1976.csv';

/** Every file by name. The encodings differ on purpose: the import has to cope with all of them. */
export function files(seed: number): Map<string, Uint8Array> {
	const excel = { separator: ';', lineEnd: '\r\n' } as const;
	return new Map([
		[QUARTIERE_FILE, utf8(BOM + csv(quartierRows(), { separator: ';', lineEnd: '\n' }))],
		[SURVEY_FILE, utf8(BOM + csv(surveyRows(seed), excel))],
		[CASES_FILE, windows1252(csv(caseRows(seed), excel))],
		[EVENTS_FILE, utf8(JSON.stringify(EVENTS, null, '\t') + '\n')],
		[COPENHAGEN_FILE, utf8(csv(copenhagenRows(seed), { separator: ',', lineEnd: '\n' }))]
	]);
}
