import { benefits } from './benefits';
import { contacts } from './contacts';
import { cooperations } from './cooperations';
import { debts } from './debts';
import { events } from './events';
import type { RecordKindOf } from './record-kind';
import { treffdays } from './treffdays';

export type { FieldType, RecordField } from './record-kind';

/** Kinds of records that are read field by field, as data: a new one is a file here, a schema and a table. */
export const RECORD_KINDS = { contacts, debts, benefits, treffdays, cooperations, events };

export type RecordKind = keyof typeof RECORD_KINDS;

/** A kind of records by its name; undefined for those that are not read field by field. */
export const recordKind = (kind: string): RecordKindOf | undefined =>
	(RECORD_KINDS as Record<string, RecordKindOf | undefined>)[kind];
