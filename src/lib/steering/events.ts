import type { QuartierEvent } from '../domain';

/** The events that concern a Quartier: its own and those of all. */
export const eventsOf = (events: readonly QuartierEvent[], quartier: string): QuartierEvent[] =>
	events.filter((event) => event.quartier === null || event.quartier === quartier);
