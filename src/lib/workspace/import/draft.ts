import { z } from '../../domain';
import { codebookSchema, draftMapping, mappingSchema } from '../../ingest';
import { now, readJson, writeJson } from '../json-files';
import { pageStore } from '../page-store';
import type { Store } from '../store';

const FOLDER = 'draft';
const ABOUT = 'about';
const COLUMNS = 'columns';

const draftSchema = z.strictObject({
	format: z.literal('quartierspiegel-draft'),
	version: z.literal(1),
	file: z.strictObject({ name: z.string(), size: z.number().int(), sha256: z.string() }),
	saved: z.iso.datetime(),
	mapping: mappingSchema,
	/** what another file says about the columns */
	codebook: z.strictObject({ name: z.string(), books: z.array(codebookSchema) }).optional()
});

/** An import that was begun and not finished: what was said about the file's columns, and when. */
export type Draft = Pick<z.infer<typeof draftSchema>, 'file' | 'saved' | 'mapping' | 'codebook'>;

/**
 * The one import under way, kept until it is loaded or discarded: the decisions, and the columns that are
 * not personal as a packed batch. It goes with everything else when the workspace is deleted.
 */
export class Drafts {
	readonly #store: Store;

	constructor(store: Store = pageStore) {
		this.#store = store;
	}

	/** The draft there is; null without one, and where it is damaged. */
	async read(): Promise<Draft | null> {
		return readJson(this.#store, FOLDER, ABOUT, (value) => draftSchema.parse(value));
	}

	/** The columns of the draft, as the worker packed them. */
	columns(): Promise<Uint8Array<ArrayBuffer> | null> {
		return this.#store.read(FOLDER, COLUMNS);
	}

	/** Keeps what was said about a file, after its columns where they are others than those kept before. */
	async keep(
		{ file, mapping, codebook }: Omit<Draft, 'saved'>,
		columns: Uint8Array<ArrayBuffer> | null
	): Promise<void> {
		if (columns) {
			// Decisions about one file must not meet the columns of another one.
			await this.#store.remove(FOLDER, ABOUT);
			await this.#store.write(FOLDER, COLUMNS, columns);
		}
		await writeJson(this.#store, FOLDER, ABOUT, {
			format: 'quartierspiegel-draft',
			version: 1,
			file,
			saved: now(),
			mapping: draftMapping(mapping),
			...(codebook ? { codebook } : {})
		});
	}

	async discard(): Promise<void> {
		await this.#store.remove(FOLDER, ABOUT);
		await this.#store.remove(FOLDER, COLUMNS);
	}
}
