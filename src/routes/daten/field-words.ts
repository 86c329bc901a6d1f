import { eventSchema, type z } from '$lib/domain';
import * as m from '$lib/paraglide/messages';
import { noteSchema } from '$lib/steering';
import { dateText, message, momentText } from '$lib/words';
import type { HistoryStep } from '$lib/workspace';

type Kind = HistoryStep['kind'];

/** Fields of records and batches that people know by a name. */
const FIELDS: ReadonlySet<string> = new Set([
	'title',
	'name',
	'text',
	'from',
	'to',
	'kind',
	'quartier',
	'about',
	'settled',
	'panels',
	'file',
	'shapes',
	'same',
	'deleteOn',
	'minimum',
	'recipient',
	'withdrawn'
]);

/** What a field is called; null of one that nobody sees. */
export const fieldName = (field: string): string | null =>
	FIELDS.has(field) ? message(`history_field_${field}`) : null;

/** Longest text of a value in a line. */
const MOST = 80;

export const short = (text: string): string =>
	text.length > MOST ? `${text.slice(0, MOST - 1).trimEnd()}…` : text;

/** A version of later may know others. */
const isIn = (schema: z.ZodType, value: string): boolean => schema.safeParse(value).success;

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value);
const isMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

/**
 * A value as a line says it; null where it is no text.
 *
 * @param nameOf what the Quartier of a key is called
 */
export function valueText(
	kind: Kind,
	field: string,
	value: unknown,
	nameOf: (key: string) => string
): string | null {
	if (value === null || value === '') return m.history_nothing();
	if (typeof value !== 'string') return null;
	if (isDay(value)) return dateText(value);
	if (isMoment(value)) return momentText(value);
	if (field === 'kind' && kind === 'events' && isIn(eventSchema.shape.kind, value))
		return message(`event_${value}`);
	if (field === 'kind' && kind === 'notes' && isIn(noteSchema.shape.kind, value))
		return message(`note_kind_${value.replace('-', '_')}`);
	const isKey = field === 'quartier' || field === 'same';
	return m.history_quoted({ text: short(isKey ? nameOf(value) : value) });
}
