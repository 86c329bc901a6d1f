import { z } from './zod';

/** A wave of a survey: its name, and the first and the last day on which people were asked. */
export const waveSchema = z.strictObject({
	name: z.string().min(1),
	from: z.iso.date(),
	to: z.iso.date()
});
export type Wave = z.infer<typeof waveSchema>;
