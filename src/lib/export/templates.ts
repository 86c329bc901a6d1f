import type { Mapping, Role } from '../ingest';
import * as m from '../paraglide/messages';
import { message } from '../words';
import { sheetCsv } from './csv';

type Kind = Mapping['kind'];
/** A column to fill in; its heading is one that the import knows. */
type Column = { key: string; role: Role; required?: boolean };

const AGE: Column = { key: 'age', role: 'demography' };
const HOUSEHOLD: Column = { key: 'household', role: 'demography' };
const QUARTIER: Column = { key: 'quartier', role: 'quartier', required: true };

/** The number of a case in records that refer to it. */
const CASE: Column = { key: 'caseref', role: 'case', required: true };
/** A Quartier, or all of them. */
const EVERYWHERE: Column = { key: 'everywhere', role: 'quartier' };

/** The columns of each kind of records, in the order of the template. */
export const TEMPLATE_COLUMNS: Record<Kind, readonly Column[]> = {
	survey: [
		{ key: 'sheet', role: 'id' },
		{ key: 'received', role: 'date' },
		{ key: 'wave', role: 'wave' },
		QUARTIER,
		{ key: 'weight', role: 'weight' },
		AGE,
		HOUSEHOLD,
		{ key: 'question', role: 'item' }
	],
	supportCase: [
		{ key: 'case', role: 'id' },
		QUARTIER,
		{ key: 'opened', role: 'date', required: true },
		{ key: 'closed', role: 'closed' },
		{ key: 'area', role: 'area' },
		{ key: 'topic', role: 'topic' },
		{ key: 'access', role: 'access' },
		{ key: 'workform', role: 'workform' },
		{ key: 'outcome', role: 'outcome' },
		{ key: 'reason', role: 'reason' },
		AGE,
		HOUSEHOLD
	],
	quartierYear: [
		QUARTIER,
		{ key: 'city', role: 'city' },
		{ key: 'year', role: 'year', required: true },
		{ key: 'dwellings', role: 'dwellings', required: true },
		{ key: 'households', role: 'households' }
	],
	contact: [
		CASE,
		{ key: 'contactday', role: 'date', required: true },
		{ key: 'contactkind', role: 'contactkind' },
		{ key: 'minutes', role: 'minutes' },
		{ key: 'first', role: 'first' }
	],
	rentDebt: [
		CASE,
		{ key: 'noted', role: 'date' },
		{ key: 'debtstart', role: 'debtstart', required: true },
		{ key: 'debtend', role: 'debtend' },
		{ key: 'debtmonths', role: 'months' },
		{ key: 'stage', role: 'stage' },
		{ key: 'solution', role: 'solution' },
		{ key: 'averted', role: 'averted' }
	],
	benefit: [
		CASE,
		{ key: 'benefit', role: 'benefit', required: true },
		{ key: 'advised', role: 'advised' },
		{ key: 'entitled', role: 'entitled' },
		{ key: 'applied', role: 'applied' },
		{ key: 'decided', role: 'decided' },
		{ key: 'granted', role: 'granted' },
		{ key: 'amount', role: 'amount' },
		{ key: 'benefitmonths', role: 'months' }
	],
	meetingPlaceDay: [
		{ key: 'treff', role: 'meetingPlace', required: true },
		QUARTIER,
		{ key: 'meetingPlaceDay', role: 'date', required: true },
		{ key: 'offer', role: 'offer' },
		{ key: 'target', role: 'targetGroup' },
		{ key: 'visits', role: 'visits', required: true },
		{ key: 'volunteers', role: 'volunteers' },
		{ key: 'hours', role: 'hours' }
	],
	cooperation: [
		{ key: 'partner', role: 'partner', required: true },
		{ key: 'partnerkind', role: 'partnerkind' },
		EVERYWHERE,
		{ key: 'since', role: 'since' },
		{ key: 'until', role: 'until' }
	],
	event: [
		{ key: 'eventtitle', role: 'title', required: true },
		{ key: 'from', role: 'from', required: true },
		{ key: 'to', role: 'to' },
		{ key: 'eventkind', role: 'eventkind' },
		EVERYWHERE
	]
};

const headingsOf = (kind: Kind): string[] =>
	TEMPLATE_COLUMNS[kind].map(({ key }) => message(`template_${key}`));

/** The headings alone, as a CSV to be filled in. */
export const templateCsv = (kind: Kind): string => sheetCsv([headingsOf(kind)]);

/** A workbook to be filled in, with a second sheet that explains every column. */
export async function templateWorkbook(kind: Kind): Promise<Uint8Array<ArrayBuffer>> {
	const { writeXlsx } = await import('hucre/xlsx');
	const explained = TEMPLATE_COLUMNS[kind].map(({ key, required }) => [
		message(`template_${key}`),
		required ? m.template_yes() : m.template_no(),
		message(`template_${key}_text`)
	]);
	const head = [m.template_column(), m.template_required(), m.template_what()];
	const bytes = await writeXlsx({
		sheets: [
			{
				name: message(`kind_${kind}`).slice(0, 31),
				rows: [headingsOf(kind)],
				columns: headingsOf(kind).map((heading) => ({ width: Math.max(14, heading.length + 4) })),
				freezePane: { rows: 1 }
			},
			{
				name: m.template_explained(),
				rows: [[m.template_lead()], [], head, ...explained],
				columns: [{ width: 28 }, { width: 12 }, { width: 90 }]
			}
		]
	});
	return new Uint8Array(bytes);
}
