import { corrected } from '../corrections';
import type { Mapping } from '../mapping';
import type { TextTable } from '../table';
import { interpretCases, type CaseRecords } from './cases';
import { interpretQuartiere, type QuartierRecords } from './quartiere';
import { interpretSurvey, type SurveyRecords } from './survey';

export type Records = SurveyRecords | CaseRecords | QuartierRecords;

/** Rows and their mapping to records and findings. Pure: the same input gives the same records. */
export function interpret(source: TextTable, mapping: Mapping, today: string): Records {
	const table = corrected(source, mapping);
	if (mapping.kind === 'survey') return interpretSurvey(table, mapping);
	if (mapping.kind === 'cases') return interpretCases(table, mapping, today);
	return interpretQuartiere(table, mapping);
}

/** How many answer sheets, cases or Quartier years there are. */
export const recordCount = (records: Records): number =>
	records.kind === 'survey'
		? records.sheets.length
		: records.kind === 'cases'
			? records.cases.length
			: records.quartiere.length;
