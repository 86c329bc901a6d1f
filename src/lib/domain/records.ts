import { z } from './zod';
import { scaleSchema } from './scale';

/** Topics of items. The five in the middle have an index; the others stand alone. */
export const INDEX_TOPICS = [
	'housing',
	'environment',
	'safety',
	'neighbourhood',
	'service'
] as const;
export type IndexTopic = (typeof INDEX_TOPICS)[number];
export const ITEM_TOPICS = ['overall', ...INDEX_TOPICS, 'recommendation', 'other'] as const;
export type ItemTopic = (typeof ITEM_TOPICS)[number];

export const itemSchema = z.strictObject({
	code: z.string(),
	text: z.string(),
	topic: z.enum(ITEM_TOPICS),
	/** code of the question that a row of an array belongs to */
	group: z.string().optional(),
	scale: scaleSchema
});
export type Item = z.infer<typeof itemSchema>;

/** A mark on every time axis. `quartier` null means all; `to` null means a point in time. */
export const eventSchema = z.strictObject({
	id: z.string(),
	quartier: z.string().nullable(),
	from: z.iso.date(),
	to: z.iso.date().nullable(),
	kind: z.enum(['closure', 'opening', 'modernisation', 'campaign', 'other']),
	title: z.string().min(1),
	author: z.string(),
	/** ISO time of the last change */
	changed: z.iso.datetime()
});
export type QuartierEvent = z.infer<typeof eventSchema>;

const count = (most: number) => z.number().int().min(0).max(most);
const euros = z.number().min(0).max(1_000_000);
const word = z.string().min(1).max(200);
/** The pseudonym of a case. */
const caseKey = z.string().min(1);
/** Whether something happened, and when, if that is known. */
const step = z.strictObject({ happened: z.boolean(), day: z.iso.date().nullable() });
export type Step = z.infer<typeof step>;

/** Days compared as text, which is right for ISO dates; one that is not known fits every other. */
const inOrder = (first: string | null, last: string | null): boolean =>
	first === null || last === null || first <= last;

/** A contact with somebody about a case. */
export const contactSchema = z.strictObject({
	case: caseKey,
	day: z.iso.date(),
	kind: word.nullable(),
	minutes: count(1440).nullable(),
	first: z.boolean().nullable()
});

/** Rent that was owed in a case, at its start and at its end, in euros. */
export const rentDebtSchema = z.strictObject({
	case: caseKey,
	noted: z.iso.date().nullable(),
	start: euros,
	end: euros.nullable(),
	months: z.number().min(0).max(240).nullable(),
	stage: word.nullable(),
	solution: word.nullable(),
	averted: z.boolean().nullable()
});

/** A transfer that a tenant was helped to get: advised, entitled, applied for, granted. */
export const benefitSchema = z
	.strictObject({
		case: caseKey,
		kind: word,
		advised: step,
		entitled: step,
		applied: step,
		decided: z.iso.date().nullable(),
		granted: step,
		/** a month */
		amount: z.number().min(0).max(10_000).nullable(),
		months: count(240).nullable()
	})
	.refine(({ granted, applied }) => !granted.happened || applied.happened, {
		path: ['granted'],
		message: 'granted_not_applied'
	});

/** An offer of a meeting place on one day. Visits are not visitors. */
export const meetingPlaceDaySchema = z.strictObject({
	treff: word,
	quartier: word,
	day: z.iso.date(),
	offer: word.nullable(),
	target: word.nullable(),
	visits: count(10_000),
	volunteers: count(1000).nullable(),
	hours: z.number().min(0).max(24).nullable()
});

/** A partner in a Quartier (null: in all). */
export const cooperationSchema = z
	.strictObject({
		partner: word,
		kind: word.nullable(),
		quartier: word.nullable(),
		since: z.iso.date().nullable(),
		until: z.iso.date().nullable()
	})
	.refine(({ since, until }) => inOrder(since, until), {
		path: ['until'],
		message: 'end_before_start'
	});

/** An event as a file lists it. */
export const quartierEventSchema = z
	.strictObject({
		title: word,
		from: z.iso.date(),
		to: z.iso.date().nullable(),
		kind: eventSchema.shape.kind,
		quartier: word.nullable()
	})
	.refine(({ from, to }) => inOrder(from, to), { path: ['to'], message: 'end_before_start' });

/** The part of a text that is safe in an address: lower case, without umlauts, words joined by hyphens. */
export function slug(text: string): string {
	const plain = text
		.normalize('NFC')
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{Mark}/gu, '');
	return plain.replace(/[^\p{Letter}\p{Number}]+/gu, '-').replace(/^-|-$/g, '');
}
