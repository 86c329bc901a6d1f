import { z } from './zod';

/** Outlines of Quartiere: of each its name as the file has it, its key (null: not ours), and its polygons. */
export const quartierMapSchema = z.strictObject({
	file: z.string(),
	shapes: z.array(
		z.strictObject({
			name: z.string(),
			quartier: z.string().nullable(),
			polygons: z.array(z.array(z.array(z.tuple([z.number(), z.number()]))))
		})
	)
});
export type QuartierMap = z.infer<typeof quartierMapSchema>;
