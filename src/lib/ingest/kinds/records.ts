import type { RecordKind } from '../../domain';
import { benefit } from './benefits';
import { contact } from './contacts';
import { cooperation } from './cooperations';
import { event } from './events';
import { meetingPlaceDay } from './meeting-place-days';
import type { RecordKindOf } from './record-kind';
import { rentDebt } from './rent-debts';

export type { FieldType, RecordField } from './record-kind';

/** Kinds of records that are read field by field, as data: a new one is a file here, a schema and a table. */
export const FIELD_KINDS = {
	contact,
	rentDebt,
	benefit,
	meetingPlaceDay,
	cooperation,
	event
} satisfies Partial<Record<RecordKind, RecordKindOf>>;

export type FieldKind = keyof typeof FIELD_KINDS;

/** A kind of records by its name; undefined for those that are not read field by field. */
export const recordKind = (kind: string): RecordKindOf | undefined =>
	(FIELD_KINDS as Record<string, RecordKindOf | undefined>)[kind];
