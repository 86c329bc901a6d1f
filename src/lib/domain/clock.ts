import { z } from './zod';

/**
 * A time of a hybrid logical clock (Kulkarni and others 2014): the wall clock in ISO form, a counter for what
 * happens within a millisecond or while the wall clock is behind, and who counted. Times order as texts, and
 * what was known before is earlier, whatever the wall clocks of two machines say.
 */
export const clockTimeSchema = z
	.string()
	// So far ahead that nothing could follow, no clock is wrong.
	.regex(/^[0-8]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\/[0-9a-f]{4}\/[\w-]+$/)
	.refine((time) => !Number.isNaN(Date.parse(time.slice(0, time.indexOf('/')))));
export type ClockTime = z.infer<typeof clockTimeSchema>;

const MOST = 0xffff;

/** A time by its parts: milliseconds since 1970, a counter up to 65,535, and who counted. */
export const clockTime = (milliseconds: number, counter: number, who: string): ClockTime =>
	`${new Date(milliseconds).toISOString()}/${counter.toString(16).padStart(4, '0')}/${who}`;

/**
 * The next time after the latest one that is known (null: none).
 *
 * @param now milliseconds since 1970, as the wall clock says
 * @param who letters, digits, `_` and `-`: another one in each window
 */
export function nextTime(latest: ClockTime | null, now: number, who: string): ClockTime {
	const [day = '', count = '0'] = latest?.split('/') ?? [];
	const before = Date.parse(day);
	if (Number.isNaN(before) || now > before) return clockTime(now, 0, who);
	const counter = Number.parseInt(count, 16) + 1;
	return counter > MOST ? clockTime(before + 1, 0, who) : clockTime(before, counter, who);
}
