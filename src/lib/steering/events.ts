import { eventSchema, type QuartierEvent, z } from '../domain';
import { withRecord } from './records';

export const eventsSchema = z.array(eventSchema);

/** The events with one added or, by its id, replaced; in the order of time. */
export const withEvent = (
	events: readonly QuartierEvent[],
	event: QuartierEvent
): QuartierEvent[] =>
	withRecord(events, eventSchema.parse(event)).sort((a, b) => (a.from < b.from ? -1 : 1));

/** The events that concern a Quartier: its own and those of all. */
export const eventsOf = (events: readonly QuartierEvent[], quartier: string): QuartierEvent[] =>
	events.filter((event) => event.quartier === null || event.quartier === quartier);
