import { z } from '../domain';
import { codebookSchema, type Codebook } from '../ingest';
import { readJson, writeJson } from './json-files';
import type { Store } from './store';

const FOLDER = 'codebooks';

/** How codebooks are kept. Versions before wrote them without a head. */
const FORMAT = { format: 'quartierspiegel-codebook', version: 1 } as const;
const headSchema = z.object({
	format: z.literal(FORMAT.format).optional(),
	version: z.number().int().max(FORMAT.version).optional()
});

/** What was confirmed about the columns of a batch; null where nothing was, or a newer version wrote it. */
export const readKeptCodebook = (store: Store, id: string): Promise<Codebook | null> =>
	readJson(store, FOLDER, id, (value) => {
		headSchema.parse(value);
		return codebookSchema.parse(value);
	});

export const writeCodebook = (store: Store, id: string, codebook: Codebook): Promise<void> =>
	writeJson(store, FOLDER, id, { ...FORMAT, ...codebook });
