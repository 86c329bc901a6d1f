import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { fromBase64, toBase64, z, type KeptTables, type ReleasedTable } from '../domain';

/** Goes up when what is kept of a table changes its form; older ones stay readable. */
const VERSION = 1;

const figureSchema = z.strictObject({
	domain: z.strictObject({
		population: z.string(),
		members: z.record(z.string(), z.array(z.string())),
		period: z.strictObject({ from: z.string(), to: z.string() }).exactOptional(),
		at: z.string().exactOptional(),
		flows: z.strictObject({ in: z.string(), out: z.string(), since: z.string() }).exactOptional()
	}),
	n: z.number().nullable(),
	minimum: z.number(),
	isSmall: z.boolean(),
	isHeld: z.literal(true).exactOptional()
});
const keptSchema = z.strictObject({
	version: z.literal(VERSION),
	tables: z.array(
		z.strictObject({
			figures: z.array(figureSchema),
			totals: z.array(figureSchema),
			universe: z.record(z.string(), z.array(z.string()))
		})
	)
});

/** What tables of a release told, as a text that a record can hold (gzip in base64). The same gives the same. */
export function keepTables(tables: readonly ReleasedTable[]): KeptTables {
	const json = JSON.stringify({ version: VERSION, tables });
	return toBase64(gzipSync(strToU8(json), { level: 9, mtime: 0 }));
}

/** What such a text says. @throws where it is none, or damaged: then nothing must be released beside it */
export const keptTables = (kept: KeptTables): ReleasedTable[] =>
	keptSchema.parse(JSON.parse(strFromU8(gunzipSync(fromBase64(kept))))).tables;
