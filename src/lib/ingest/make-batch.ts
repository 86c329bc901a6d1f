import { isSettled } from '../domain';
import { BATCH_FORMAT, clean, tableOf, type BatchMeta } from './batch';
import { batchId } from './batch-id';
import { codebookOf, type Codebook } from './codebooks';
import { interpret, recordCount, type Records } from './interpret';
import type { Packed } from './kept-batches';
import { notKept } from './kept';
import { itemOf, type Mapping } from './mapping';
import { packBatch } from './pack';
import { pseudonymised, type Pseudonymiser } from './pseudonyms';
import { bareMapping } from './renew';
import { packKeys, rowKeys } from './row-keys';
import type { TextTable } from './table';
import { withoutUnreadable, withoutUnused } from './unreadable';

/** Questions of which nobody has said yet what their answers mean; one with several columns is one. */
const unsettledItems = ({ columns }: Mapping): number =>
	new Set(
		columns.flatMap((column) => {
			const item = column.role === 'item' ? itemOf(column) : undefined;
			if (!item || isSettled(item.scale)) return [];
			return [column.option ? `group ${item.group}` : `column ${column.index}`];
		})
	).size;

/** What is said of a file beside what stands in it. */
export type AboutFile = Pick<BatchMeta, 'author' | 'created' | 'sample' | 'replaces'> & {
	name: string;
	size: number;
	sha256: string;
};

/** What a batch is made with. */
type BatchOptions = {
	/** null of a batch or a draft that is read again, whose ids are pseudonyms already */
	secret: Pseudonymiser | null;
	/** of the batch that is read again, where it is none that is new */
	before: BatchMeta | undefined;
	/** the name of the key of new pseudonyms */
	key?: string;
	/** id of the batch whose file was chosen once more */
	same?: string | null;
};

/** A file as a batch: its description, its records, and what packs it while the records are being loaded. */
export type MadeBatch = {
	meta: BatchMeta;
	records: Records;
	/** of a survey: what was confirmed about its columns, for the next wave */
	codebook: Codebook | null;
	pack: () => Promise<Packed>;
};

/** Makes a batch of a file: cleaned of everything that no figure needs, its ids made pseudonyms. */
export function makeBatch(
	table: TextTable,
	mapping: Mapping,
	about: AboutFile,
	options: BatchOptions
): MadeBatch {
	const { secret, before, same } = options;
	const bare = clean(table, mapping);
	// Those of answer sheets only tell sheets apart: their pseudonyms can wait until the rows are made.
	const waits = mapping.kind === 'survey';
	const cleaned = secret && !waits ? pseudonymised(bare, secret) : bare;
	const records = interpret(tableOf(cleaned), cleaned.mapping, about.created.slice(0, 10));
	const count = recordCount(records);
	const { dropped, notStored } = notKept(mapping);
	const { author, created, sample, replaces, name, size, sha256 } = about;
	const key = before ? before.key : options.key;
	const meta: BatchMeta = {
		format: BATCH_FORMAT,
		id: batchId(sha256, cleaned.mapping, secret && same ? key : undefined),
		...(key === undefined ? {} : { key }),
		kind: mapping.kind,
		file: { name, size, sha256 },
		sample,
		author,
		created,
		loaded: count,
		skipped: (before ? before.loaded + before.skipped : table.lines.length) - count,
		dropped: [...(before?.dropped ?? []), ...dropped],
		notStored: [...(before?.notStored ?? []), ...notStored],
		unsettled: unsettledItems(mapping),
		...(replaces === undefined ? {} : { replaces })
	};
	return {
		meta,
		records,
		codebook: mapping.kind === 'survey' ? codebookOf(bareMapping(mapping, cleaned.mapping)) : null,
		pack: async () => {
			const named = secret && waits ? pseudonymised(bare, secret) : cleaned;
			const kept = withoutUnused(withoutUnreadable(named, records.findings));
			return { batch: await packBatch({ meta, ...kept }), keys: packKeys(rowKeys(named)) };
		}
	};
}
