import type { z } from '../../domain';
import { QUARTIER, type Field } from './fields';

/**
 * How a cell is read: `case` is the number of a case, which becomes its pseudonym; `everywhere` a
 * Quartier, or all of them; `step` whether something happened, by yes and no or by its day.
 */
export type FieldType =
	| 'case'
	| 'quartier'
	| 'everywhere'
	| 'day'
	| 'since'
	| 'word'
	| 'yes-no'
	| 'step'
	| 'count'
	| 'number'
	| 'event';

/** A field of a record: `name` in its schema, `role` in a mapping. */
export type RecordField = Field & { name: string; type: FieldType };

/** A kind of records that is read field by field. */
export type RecordKindOf = {
	fields: readonly RecordField[];
	/** roles of which a file has at least one if it is of this kind */
	typical: readonly string[];
	/** days that cannot lie in the future */
	past: readonly string[];
	schema: z.ZodType<Record<string, unknown>>;
};

/** The number of the case that a record refers to. */
export const CASE: RecordField = {
	name: 'case',
	role: 'case',
	type: 'case',
	required: true,
	aliases: [
		'Fall-Nr',
		'Fallnummer',
		'Fall-ID',
		'Fall',
		'Aktenzeichen',
		'case',
		'case id',
		'case number',
		'case no'
	]
};
/** A Quartier, or all of them. */
export const EVERYWHERE: RecordField = { ...QUARTIER, name: 'quartier', type: 'everywhere' };
