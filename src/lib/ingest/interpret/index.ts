import { corrected } from '../corrections';
import type { Mapping } from '../mapping';
import type { TextTable } from '../table';
import { interpretCases, type CaseRecords } from './cases';
import { interpretQuartiere, type QuartierRecords } from './quartiere';
import { interpretRecords, type RecordRecords } from './records';

export { unknownCases } from './records';
import { interpretSurvey, type SurveyRecords } from './survey';

export type Records = SurveyRecords | CaseRecords | QuartierRecords | RecordRecords;

/** Rows and their mapping to records and findings. Pure: the same input gives the same records. */
export function interpret(source: TextTable, mapping: Mapping, today: string): Records {
	const table = corrected(source, mapping);
	if (mapping.kind === 'survey') return interpretSurvey(table, mapping);
	if (mapping.kind === 'supportCase') return interpretCases(table, mapping, today);
	if (mapping.kind === 'quartierYear') return interpretQuartiere(table, mapping);
	return interpretRecords(mapping.kind, table, mapping, today);
}

/** How many responses, cases or Quartier years there are. */
export function recordCount(records: Records): number {
	if ('responses' in records) return records.responses.length;
	if ('cases' in records) return records.cases.length;
	return 'quartiere' in records ? records.quartiere.length : records.rows.length;
}
