import { caseRows } from './cases';
import { copenhagenRows } from './copenhagen';
import { BOM, csv, utf8, windows1252 } from './csv';
import { EVENTS } from './events';
import { quartierMap } from './map';
import { quartierRows } from './quartiere';
import { benefitRows, contactRows, COOPERATIONS, debtRows, treffRows } from './records';
import { surveyRows } from './survey';

const QUARTIERE_FILE = 'beispiel-quartiere.csv';
export const SURVEY_FILE = 'beispiel-mieterbefragung.csv';
export const CASES_FILE = 'beispiel-faelle.csv';
export const CONTACTS_FILE = 'beispiel-kontakte.csv';
export const DEBTS_FILE = 'beispiel-mietrueckstaende.csv';
export const BENEFITS_FILE = 'beispiel-leistungen.csv';
export const TREFF_FILE = 'beispiel-treff.csv';
const COOPERATIONS_FILE = 'beispiel-kooperationen.csv';
export const EVENTS_FILE = 'beispiel-ereignisse.json';
export const MAP_FILE = 'beispiel-karte.geojson';
export const COPENHAGEN_FILE = 'kopenhagen-1976.csv';

/** Every file by name. The encodings differ on purpose: the import has to cope with all of them. */
export function files(seed: number): Map<string, Uint8Array> {
	const excel = { separator: ';', lineEnd: '\r\n' } as const;
	return new Map([
		[QUARTIERE_FILE, utf8(BOM + csv(quartierRows(), { separator: ';', lineEnd: '\n' }))],
		[SURVEY_FILE, utf8(BOM + csv(surveyRows(seed), excel))],
		[CASES_FILE, windows1252(csv(caseRows(seed), excel))],
		[CONTACTS_FILE, utf8(BOM + csv(contactRows(seed), excel))],
		[DEBTS_FILE, utf8(BOM + csv(debtRows(seed), excel))],
		[BENEFITS_FILE, utf8(BOM + csv(benefitRows(seed), excel))],
		[TREFF_FILE, utf8(BOM + csv(treffRows(seed), excel))],
		[COOPERATIONS_FILE, utf8(BOM + csv(COOPERATIONS, excel))],
		[EVENTS_FILE, utf8(JSON.stringify(EVENTS, null, '\t') + '\n')],
		[MAP_FILE, utf8(JSON.stringify(quartierMap(), null, '\t') + '\n')],
		[COPENHAGEN_FILE, utf8(csv(copenhagenRows(seed), { separator: ',', lineEnd: '\n' }))]
	]);
}
