import type { Step } from '../../domain';
import { byWord, type TextColumn } from '../columns';
import type { FindingCode } from '../findings';
import type { FieldType, RecordField } from '../kinds';
import { columnOf, type Mapping } from '../mapping';
import type { TextTable } from '../table';
import { numberReading, type DateReading, type NumberReading } from '../values';
import { normalise } from '../words';
import { daysOf, type RowIndex } from './common';

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
export const EMPTY: Partial<Record<FieldType, unknown>> = {
	step: { happened: false, day: null } satisfies Step,
	event: 'other'
};

export type FieldReader = {
	field: RecordField;
	heading: string;
	cell: (row: RowIndex) => string;
	read: (row: RowIndex) => Reading | null;
	/** what is wrong with a cell that cannot be read */
	wrong: (cell: string) => FindingCode;
};

/** Reads a field of all rows. `today` (ISO) is the last day that a day can be meant to be. */
export function fieldReader(
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
