import { dimensionOfField, type Step } from '../../domain';
import { toIpc, type Column, type TableRows } from '../../engine';
import type { RecordRecords, FieldValues } from '../interpret/records';
import type { FieldKind } from '../kinds';
import type { Names } from './names';

/**
 * How a column of a table comes from a field of a record: as it is, as the number of a word or of a
 * Quartier, or as whether and when a step happened.
 */
type Source = [
	column: string,
	field: string,
	as: 'text' | 'date' | 'number' | 'boolean' | 'word' | 'quartier' | 'happened' | 'day'
];

const step = (name: string): Source[] => [
	[name, name, 'happened'],
	[`${name}_on`, name, 'day']
];

const TABLES: Record<FieldKind, { table: TableRows['table']; sources: readonly Source[] }> = {
	contact: {
		table: 'contact',
		sources: [
			['case_key', 'case', 'text'],
			['day', 'day', 'date'],
			['kind', 'kind', 'word'],
			['minutes', 'minutes', 'number'],
			['first', 'first', 'boolean']
		]
	},
	rentDebt: {
		table: 'rent_debt',
		sources: [
			['case_key', 'case', 'text'],
			['noted', 'noted', 'date'],
			['owed_start', 'start', 'number'],
			['owed_end', 'end', 'number'],
			['months', 'months', 'number'],
			['stage', 'stage', 'word'],
			['solution', 'solution', 'word'],
			['averted', 'averted', 'boolean']
		]
	},
	benefit: {
		table: 'benefit',
		sources: [
			['case_key', 'case', 'text'],
			['kind', 'kind', 'word'],
			...step('advised'),
			...step('entitled'),
			...step('applied'),
			['decided_on', 'decided', 'date'],
			...step('granted'),
			['euros_a_month', 'amount', 'number'],
			['months', 'months', 'number']
		]
	},
	meetingPlaceDay: {
		table: 'meeting_place_day',
		sources: [
			['meeting_place', 'meetingPlace', 'word'],
			['quartier', 'quartier', 'quartier'],
			['day', 'day', 'date'],
			['offer', 'offer', 'word'],
			['target_group', 'targetGroup', 'word'],
			['young', 'young', 'boolean'],
			['visits', 'visits', 'number'],
			['volunteers', 'volunteers', 'number'],
			['hours', 'hours', 'number']
		]
	},
	cooperation: {
		table: 'cooperation',
		sources: [
			['partner', 'partner', 'word'],
			['kind', 'kind', 'word'],
			['quartier', 'quartier', 'quartier'],
			['since', 'since', 'date'],
			['until', 'until', 'date']
		]
	},
	event: {
		table: 'event',
		sources: [
			['quartier', 'quartier', 'quartier'],
			['first_day', 'from', 'date'],
			['last_day', 'to', 'date'],
			['kind', 'kind', 'text'],
			['title', 'title', 'text']
		]
	}
};

function columnFrom([, field, as]: Source, { kind, rows }: RecordRecords, names: Names): Column {
	const values = rows.map((row: FieldValues) => row[field] ?? null);
	const numbered = (number: (name: string) => number): Column => ({
		type: 'number',
		values: values.map((value) => (value === null ? null : number(value as string)))
	});
	switch (as) {
		case 'text':
		case 'date':
			return { type: as, values: values as (string | null)[] };
		case 'number':
			return { type: 'number', values: values as (number | null)[] };
		case 'boolean':
			return { type: 'boolean', values: values as (boolean | null)[] };
		case 'word':
			return numbered((name) => names.category(dimensionOfField(kind, field), name));
		case 'quartier':
			return numbered((name) => names.quartier(name));
		case 'happened':
			return { type: 'boolean', values: values.map((value) => (value as Step).happened) };
		case 'day':
			return { type: 'date', values: values.map((value) => (value as Step).day) };
	}
}

/** Records to rows of the table of their kind. */
export function recordTables(records: RecordRecords, names: Names): TableRows[] {
	const { table, sources } = TABLES[records.kind];
	const columns = sources.map((source) => [source[0], columnFrom(source, records, names)] as const);
	return [{ table, ipc: toIpc(Object.fromEntries(columns)) }];
}
