import { inOrder } from './days';
import { z } from './zod';

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

/** An event as a file lists it. */
export const quartierEventSchema = z
	.strictObject({
		title: z.string().min(1).max(200),
		from: z.iso.date(),
		to: z.iso.date().nullable(),
		kind: eventSchema.shape.kind,
		quartier: z.string().min(1).max(200).nullable()
	})
	.refine(({ from, to }) => inOrder(from, to), { path: ['to'], message: 'end_before_start' });
