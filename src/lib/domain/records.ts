import { inOrder } from './days';
import { z } from './zod';

const count = (most: number) => z.number().int().min(0).max(most);
const euros = z.number().min(0).max(1_000_000);
const word = z.string().min(1).max(200);
/** The pseudonym of a case. */
const caseKey = z.string().min(1);
/** Whether something happened, and when, if that is known. */
const step = z.strictObject({ happened: z.boolean(), day: z.iso.date().nullable() });
export type Step = z.infer<typeof step>;

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
	meetingPlace: word,
	quartier: word,
	day: z.iso.date(),
	offer: word.nullable(),
	targetGroup: word.nullable(),
	/** whether the target group is children or young people; null where nobody has said so */
	young: z.boolean().nullable(),
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
