import type { Step } from '../../domain';
import { byWord, cellAt } from '../columns';
import { Findings, type Finding, type FindingCode } from '../findings';
import { recordKind, type FieldKind } from '../kinds';
import { columnOf, type Mapping } from '../mapping';
import type { TextTable } from '../table';
import { isTooLong, quartierReader, type RowIndex } from './common';
import { EMPTY, fieldReader, isEverywhere, type FieldReader } from './field-reader';

/** A record by the names of its fields, as its schema says. */
export type FieldValues = Record<string, unknown>;

export type RecordRecords = { kind: FieldKind; rows: FieldValues[]; findings: Finding[] };

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
