import type { Step } from '../../domain';
import { byWord, cellAt, type TextColumn } from '../columns';
import { Findings, type Finding, type FindingCode } from '../findings';
import { recordKind, type FieldKind, type FieldType, type RecordField } from '../kinds';
import { columnOf, type Mapping } from '../mapping';
import type { TextTable } from '../table';
import { numberReading, type DateReading, type NumberReading } from '../values';
import { normalise } from '../words';
import { daysOf, isTooLong, quartierReader, type RowIndex } from './common';

/** A record by the names of its fields, as its schema says. */
export type FieldValues = Record<string, unknown>;

export type RecordRecords = { kind: FieldKind; rows: FieldValues[]; findings: Finding[] };

/** What a cell is read as; undefined where it cannot be. */
type Reading = { value: unknown } | undefined;

const YES = new Set(
	['ja', 'j', 'yes', 'y', 'x', 'wahr', 'true', '1', 'erstkontakt', 'erster', 'first'].map(normalise)
);
const NO = new Set(
	['nein', 'n', 'no', 'falsch', 'false', '0', '-', '–', 'folgekontakt', 'folge', 'follow-up'].map(
		normalise
	)
);
const EVERYWHERE = new Set(
	['alle', 'alle quartiere', 'all', 'all neighbourhoods', 'gesamt', 'überall'].map(normalise)
);

const EVENT_KINDS: readonly [kind: string, words: RegExp][] = [
	['closure', /schlie|geschlossen|closure|closing|closed/],
	['opening', /öffn|opening|opened|start/],
	['modernisation', /modernis|sanier|renovat|refurb/],
	['campaign', /kampagne|aktion|campaign/],
	['other', /sonstig|ander|other/]
];

/** True for a word that stands for every Quartier. */
export const isEverywhere = (cell: string): boolean => EVERYWHERE.has(normalise(cell));

const yesOrNo = (cell: string): boolean | undefined =>
	YES.has(normalise(cell)) ? true : NO.has(normalise(cell)) ? false : undefined;

/** A day, or the first of the year that a cell names. */
const daySince = (cell: string, days: DateReading): string | null =>
	/^(19|20)\d\d$/.test(cell) ? `${cell}-01-01` : days.parse(cell);

/** Reads a cell that is not empty; the Quartier is read elsewhere, as the user may name it. */
function readingOf(
	type: FieldType,
	days: DateReading,
	numbers: NumberReading
): (cell: string) => Reading {
	const orNone = (value: unknown): Reading =>
		value === null || value === undefined ? undefined : { value };
	switch (type) {
		case 'day':
			return (cell) => orNone(days.parse(cell));
		case 'since':
			return (cell) => orNone(daySince(cell, days));
		case 'yes-no':
			return (cell) => orNone(yesOrNo(cell));
		case 'step':
			return (cell) => {
				const day = days.parse(cell);
				const happened = day === null ? yesOrNo(cell) : true;
				return happened === undefined ? undefined : { value: { happened, day } satisfies Step };
			};
		case 'count':
			return (cell) => {
				const number = numbers.parse(cell);
				return Number.isInteger(number) ? { value: number } : undefined;
			};
		case 'number':
			return (cell) => orNone(numbers.parse(cell));
		case 'event':
			return (cell) => orNone(EVENT_KINDS.find(([, words]) => words.test(normalise(cell)))?.[0]);
		case 'case':
		case 'word':
		case 'quartier':
		case 'everywhere':
			return (cell) => ({ value: cell });
	}
}

/** What a field without a cell is. */
const EMPTY: Partial<Record<FieldType, unknown>> = {
	step: { happened: false, day: null } satisfies Step,
	event: 'other'
};

type FieldReader = {
	field: RecordField;
	heading: string;
	cell: (row: RowIndex) => string;
	read: (row: RowIndex) => Reading | null;
	/** what is wrong with a cell that cannot be read */
	wrong: (cell: string) => FindingCode;
};

function fieldReader(
	field: RecordField,
	table: TextTable,
	mapping: Mapping,
	today: string
): FieldReader {
	const found = columnOf(mapping, field.role as never);
	const column: TextColumn | undefined = found && table.columns[found.index];
	const days = daysOf(found, table, today);
	const numbers = numberReading(column?.words ?? [], field.type === 'count');
	const reading = readingOf(field.type, days, numbers);
	const read = byWord(column, (cell) => (cell === '' ? null : reading(cell)));
	const isDay = ['day', 'since', 'step'].includes(field.type);
	const isNumber = ['count', 'number'].includes(field.type);
	const open = new Set(isDay ? days.open : []);
	const wrong = (cell: string): FindingCode => {
		if (open.has(cell)) return 'date_order_open';
		if (isNumber && numbers.roughly(cell) !== null) return 'number_rough';
		return isDay && field.type !== 'step' ? 'date_wrong' : 'value_unreadable';
	};
	return {
		field,
		heading: found?.heading ?? '',
		cell: byWord(column, (cell) => cell),
		read,
		wrong
	};
}

const dayIn = (value: unknown): string | null =>
	typeof value === 'string' ? value : ((value as Step | null)?.day ?? null);

/** Codes by which a schema says what a rule of its own found. */
const RULES: readonly string[] = [
	'granted_not_applied',
	'end_before_start'
] satisfies FindingCode[];

/**
 * Rows of a kind of records to what its schema says. `today` (ISO) is the last day on which something
 * can have happened. Where a field that a record must have cannot be read, its row stays out.
 */
export function interpretRecords(
	kind: FieldKind,
	table: TextTable,
	mapping: Mapping,
	today: string
): RecordRecords {
	const { fields, past, schema } = recordKind(kind)!;
	const findings = new Findings();
	const readers = fields.map((field) => fieldReader(field, table, mapping, today));
	const place = fields.find(({ type }) => type === 'quartier' || type === 'everywhere');
	const quartier = quartierReader(table, mapping, findings);
	const rows: FieldValues[] = [];

	/** The value of a field; undefined (with a finding) where the row cannot be used without it. */
	const valueOf = (reader: FieldReader, row: RowIndex): unknown => {
		const { field, heading, cell, read, wrong } = reader;
		const found = read(row);
		const note = (code: FindingCode) =>
			findings.add(
				code,
				field.required ? 'row-skipped' : 'value-missing',
				table.lines[row]!,
				heading,
				cell(row)
			);
		if (found === null) {
			if (field.required) note('value_needed');
			return field.required ? undefined : (EMPTY[field.type] ?? null);
		}
		if (found === undefined) {
			note(wrong(cell(row)));
			return field.required ? undefined : (EMPTY[field.type] ?? null);
		}
		const day = past.includes(field.name) ? dayIn(found.value) : null;
		if (day !== null && day > today) {
			note('date_in_future');
			return field.required ? undefined : (EMPTY[field.type] ?? null);
		}
		return found.value;
	};

	/** A record that its schema takes; what it does not take of fields that may be missing is left out. */
	const checked = (record: FieldValues, row: RowIndex): FieldValues | null => {
		const result = schema.safeParse(record);
		if (result.success) return record;
		const amended = { ...record };
		for (const issue of result.error.issues) {
			const reader = readers.find(({ field }) => field.name === issue.path[0]);
			if (!reader) return null;
			const { field, heading, cell } = reader;
			const rule = RULES.includes(issue.message);
			const code = rule ? (issue.message as FindingCode) : 'value_impossible';
			// Granted without an application is told, and stays as it is.
			const effect =
				code === 'granted_not_applied' ? 'note' : field.required ? 'row-skipped' : 'value-missing';
			findings.add(code, effect, table.lines[row]!, heading, cell(row));
			if (effect === 'row-skipped') return null;
			if (effect === 'value-missing') amended[field.name] = EMPTY[field.type] ?? null;
		}
		return amended;
	};

	for (let row = 0; row < table.lines.length; row++) {
		if (isTooLong(row, table, findings)) continue;
		const record: FieldValues = {};
		let usable = true;
		for (const reader of readers) {
			const { name } = reader.field;
			if (reader.field === place) {
				const nowhere = place.type === 'everywhere' && everywhere(reader.cell(row), mapping);
				record[name] = nowhere ? null : quartier(row);
				usable &&= nowhere || record[name] !== null;
			} else {
				record[name] = valueOf(reader, row);
				usable &&= record[name] !== undefined;
			}
		}
		if (kind === 'meetingPlaceDay') record['young'] = isYoung(record['targetGroup'], mapping);
		const whole = usable ? checked(record, row) : null;
		if (whole) rows.push(whole);
	}
	return { kind, rows, findings: findings.all };
}

/** Whether a target group is one of those that the user said are children or young people; null where nobody said so. */
function isYoung(target: unknown, mapping: Mapping): boolean | null {
	const { young, certain } = columnOf(mapping, 'targetGroup') ?? {};
	return typeof target === 'string' && young && certain ? young.includes(target) : null;
}

/** An event or a partner without a Quartier belongs to all of them, unless the file is about a single one. */
const everywhere = (cell: string, { quartierForAll }: Mapping): boolean =>
	(cell === '' && !quartierForAll) || isEverywhere(cell);

/** Findings about records whose case is not among those that are known. They are loaded all the same: its list may come later. */
export function unknownCases(
	table: TextTable,
	mapping: Mapping,
	isKnown: (id: string) => boolean
): Finding[] {
	const found = columnOf(mapping, 'case');
	if (!found) return [];
	const column = table.columns[found.index];
	const findings = new Findings();
	const known = byWord(column, (id) => id === '' || isKnown(id));
	for (let row = 0; row < table.lines.length; row++)
		if (!known(row))
			findings.add('case_unknown', 'note', table.lines[row]!, found.heading, cellAt(column, row));
	return findings.all;
}
