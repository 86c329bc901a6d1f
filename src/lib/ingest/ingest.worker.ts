import { expose, transfer } from 'comlink';
import { fail, isSettled, nextTask, type Alias } from '../domain';
import type { Catalog, TableRows } from '../engine';
import { codebookOf, readCodebooks, type Codebook } from './codebooks';
import { describedBy } from './declared';
import { withKept } from './again';
import { BATCH_FORMAT, clean, tableOf, type Batch, type BatchMeta } from './batch';
import { refuseLarge } from './decode';
import { draftOf } from './draft';
import { notKept } from './kept';
import { withoutUnreadable, withoutUnused } from './unreadable';
import { describePacked, packBatch, unpackBatch } from './pack';
import { isId, pseudonymised, pseudonymiser, type Pseudonymiser } from './pseudonyms';
import { bareMapping } from './renew';
import { overlapsOf, packKeys, rowKeys, type LoadedKeys, type Overlap } from './row-keys';
import type { Finding } from './findings';
import { interpret, recordCount, unknownCases } from './interpret';
import { itemOf, type Mapping } from './mapping';
import { asOptions } from './multiple';
import { writeTables } from './load';
import { headlines, type Headline } from './preview';
import { quartierSpellings, type QuartierSpelling } from './quartiere';
import { fingerprint, readFile, type ReadOverride } from './read';
import { headingsOf, itemFor } from './suggest';
import { formatOfTable, type TextTable } from './table';
import { columnView, viewOf, type FileView } from './file-view';
import { alone, renewBatch, tablesOf, type Packed } from './kept-batches';
import { suggestWaves } from './waves';

export type CheckView = {
	count: number;
	skipped: number;
	findings: Finding[];
	spellings: QuartierSpelling[];
	/** figures as they will be shown, a few of them */
	headlines: Headline[];
	/** batches that have rows of this file already, the one with most of them first */
	overlaps: Overlap[];
};

/** What is loaded already, for a check to compare the file with. */
export type Known = {
	quartiere: string[];
	/** the pseudonyms of the cases that records may refer to, with the key that they were made with */
	cases?: { keys: string[]; key: Uint8Array };
	/** the rows of batches of the same kind, with the key that their ids were made pseudonyms with */
	loaded?: { batches: readonly LoadedKeys[]; key: Uint8Array };
};

/** A file that was made a batch, with the catalog that the next one is numbered on from. */
export type Committed = {
	meta: BatchMeta;
	/** of a survey: what was confirmed about its columns, for the next wave */
	codebook: Codebook | null;
	catalog: Catalog;
	/** see `writeTables` */
	stale: boolean;
};

/** Ids whose pseudonyms are worked out without a break. */
const AT_ONCE = 2000;

/** Questions of which nobody has said yet what their answers mean; one with several columns is one. */
const unsettledItems = ({ columns }: Mapping): number =>
	new Set(
		columns.flatMap((column) => {
			const item = column.role === 'item' ? itemOf(column) : undefined;
			if (!item || isSettled(item.scale)) return [];
			return [column.option ? `group ${item.group}` : `column ${column.index}`];
		})
	).size;

/** What is in a file, unless it is larger than a tab can hold. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
	refuseLarge(file.size);
	return new Uint8Array(await file.arrayBuffer());
}

/** Imports run here, so that a large file never holds up the page. One file at a time. */
class IngestWorker {
	#table: TextTable | null = null;
	#sha256 = '';
	/** the batch that is read again, where it is none that is new */
	#again: Batch | null = null;
	#pseudonym: Pseudonymiser | null = null;
	/** packs what was made of files, by the id of the batch */
	readonly #packing = new Map<string, () => Promise<Packed>>();
	/** the batch whose file is open again: its rows are no others */
	#same: string | null = null;

	#current(): TextTable {
		if (!this.#table) throw new Error('no file is open');
		return this.#table;
	}

	async open(file: Blob, override: ReadOverride): Promise<FileView> {
		const bytes = await bytesOf(file);
		// In a thread of the browser's own, beside the reading.
		const digest = fingerprint(bytes);
		const { table, mapping, sheets, kindSure } = await readFile(bytes, override);
		this.#table = table;
		this.#again = null;
		this.#same = null;
		this.#pseudonym = null;
		this.#sha256 = await digest;
		const described = describedBy(table, mapping, override.earlier ?? []);
		return this.#view(mapping, { sheets, described, kindSure });
	}

	/** Opens a kept batch to be read in another way, or a draft as its columns were assigned last. */
	async reopen(packed: Uint8Array<ArrayBuffer>, mapping?: Mapping): Promise<FileView> {
		const batch = await unpackBatch(packed);
		this.#again = batch;
		this.#same = batch.meta.id;
		this.#table = tableOf(batch);
		this.#sha256 = batch.meta.file.sha256;
		return this.#view(mapping ?? batch.mapping);
	}

	/**
	 * Opens the file of a kept batch once more, as a batch has nothing of the columns that were not stored.
	 * What was `said` about those that were goes on to hold.
	 *
	 * @throws ProblemError `another_file` where it is not the same to the last byte
	 */
	async openAgain(file: File, packed: Uint8Array<ArrayBuffer>, said: Mapping): Promise<FileView> {
		const { meta } = await unpackBatch(packed);
		const { kind, sheet, headerRow, encoding, separator } = said;
		const view = await this.open(file, {
			kind,
			sheet,
			...(encoding === null ? {} : { headerRow, encoding, separator: separator ?? undefined })
		});
		if (view.sha256 !== meta.file.sha256) {
			this.close();
			fail('another_file', { file: file.name, was: meta.file.name });
		}
		this.#same = meta.id;
		return { ...view, mapping: withKept(view.mapping, said) };
	}

	/** The open file as its draft keeps it: the columns that have a role, without anything personal. */
	async draft(mapping: Mapping, key: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
		const draft = draftOf(this.#current(), mapping, this.#pseudonymiser(key));
		const meta: BatchMeta = {
			format: BATCH_FORMAT,
			notStored: [],
			id: crypto.randomUUID(),
			kind: mapping.kind,
			file: { name: '', size: 0, sha256: this.#sha256 },
			sample: false,
			author: '',
			created: new Date().toISOString(),
			loaded: 0,
			skipped: 0,
			dropped: []
		};
		const packed = await packBatch({ meta, ...draft });
		return transfer(packed, [packed.buffer]);
	}

	/** What makes pseudonyms of the file's ids; null of a batch or a draft that is read again, whose ids are some already. */
	#pseudonymiser(key: Uint8Array): Pseudonymiser | null {
		return this.#again ? null : (this.#pseudonym ??= pseudonymiser(key));
	}

	#view(mapping: Mapping, more: Partial<FileView> = {}): FileView {
		return { ...viewOf(this.#current(), mapping), sha256: this.#sha256, ...more };
	}

	/** What the wizard shows of a column. */
	shown(index: number): FileView['columns'][number] {
		return columnView(this.#current(), index);
	}

	/** What the file says about the columns of another one, in each of its languages; null where it is data. */
	async codebooks(file: Blob): Promise<Codebook[] | null> {
		return readCodebooks(await bytesOf(file));
	}

	/**
	 * Works out the pseudonyms of the ids while the user looks at the columns, a few at a time, so that
	 * whatever else is asked is answered in between.
	 */
	async pseudonymise(mapping: Mapping, key: Uint8Array): Promise<void> {
		const table = this.#current();
		const pseudonym = (this.#pseudonym = pseudonymiser(key));
		for (const { index, role } of mapping.columns) {
			if (!isId(role)) continue;
			const { words = [] } = table.columns[index] ?? {};
			for (let at = 0; at < words.length && this.#pseudonym === pseudonym; at += AT_ONCE) {
				words.slice(at, at + AT_ONCE).forEach(pseudonym);
				await nextTask();
			}
		}
	}

	/** The column as an item, and the waves as they follow from the columns: asked for when the user changes a role. */
	itemFor(mapping: Mapping, index: number): Mapping['columns'][number] {
		return itemFor(this.#current(), mapping, index);
	}

	/** Columns of one battery as the options of one question; as they are where their cells do not say yes and no. */
	asOptions(mapping: Mapping, indexes: readonly number[]): Mapping['columns'] {
		const table = this.#current();
		const format = formatOfTable(table);
		const own = mapping.columns.filter(({ index }) => indexes.includes(index));
		return asOptions(own, headingsOf(table, format).headings, table, format);
	}

	waves(mapping: Mapping): Mapping['waves'] {
		return suggestWaves(mapping, this.#current());
	}

	/** Reads every row, and compares the file with what is loaded. */
	check(mapping: Mapping, known: Known, today: string): CheckView {
		const table = this.#current();
		const records = interpret(table, mapping, today);
		if (known.cases) {
			const keys = new Set(known.cases.keys);
			const pseudonym = this.#pseudonymiser(known.cases.key) ?? ((id: string) => id);
			records.findings.push(...unknownCases(table, mapping, (id) => keys.has(pseudonym(id))));
		}
		const count = recordCount(records);
		return {
			count,
			skipped: table.lines.length - count,
			findings: records.findings,
			spellings: quartierSpellings(table, mapping, known.quartiere),
			overlaps: this.#overlaps(table, mapping, known.loaded),
			headlines: headlines(records)
		};
	}

	#overlaps(table: TextTable, mapping: Mapping, loaded: Known['loaded']): Overlap[] {
		const others = loaded?.batches.filter(({ batch }) => batch !== this.#same) ?? [];
		if (!loaded || others.length === 0) return [];
		const bare = clean(table, mapping);
		const secret = this.#pseudonymiser(loaded.key);
		return overlapsOf(rowKeys(secret ? pseudonymised(bare, secret) : bare), others);
	}

	/** The file as a batch, which `pack` gives, and as rows to be loaded, which `take` gets as they are made. */
	async commit(
		mapping: Mapping,
		about: Pick<BatchMeta, 'id' | 'author' | 'created' | 'sample' | 'replaces'> & {
			name: string;
			size: number;
		},
		key: Uint8Array,
		{ catalog, aliases }: { catalog: Catalog; aliases: readonly Alias[] },
		take: (rows: TableRows) => void | Promise<void>
	): Promise<Committed> {
		const table = this.#current();
		const bare = clean(table, mapping);
		const secret = this.#pseudonymiser(key);
		// Those of answer sheets only tell sheets apart: their pseudonyms can wait until the rows are made.
		const waits = mapping.kind === 'survey';
		const cleaned = secret && !waits ? pseudonymised(bare, secret) : bare;
		const records = interpret(tableOf(cleaned), cleaned.mapping, about.created.slice(0, 10));
		const count = recordCount(records);
		const before = this.#again?.meta;
		const { dropped, notStored } = notKept(mapping);
		const meta: BatchMeta = {
			format: BATCH_FORMAT,
			id: about.id,
			kind: mapping.kind,
			file: { name: about.name, size: about.size, sha256: this.#sha256 },
			sample: about.sample,
			author: about.author,
			created: about.created,
			loaded: count,
			skipped: (before ? before.loaded + before.skipped : table.lines.length) - count,
			dropped: [...(before?.dropped ?? []), ...dropped],
			notStored: [...(before?.notStored ?? []), ...notStored],
			unsettled: unsettledItems(mapping),
			...(about.replaces === undefined ? {} : { replaces: about.replaces })
		};
		this.#packing.set(meta.id, async () => {
			const named = secret && waits ? pseudonymised(bare, secret) : cleaned;
			const kept = withoutUnused(withoutUnreadable(named, records.findings));
			return { batch: await packBatch({ meta, ...kept }), keys: packKeys(rowKeys(named)) };
		});
		const taken: Promise<void>[] = [];
		const push = (rows: TableRows) => taken.push(Promise.resolve(take(handedOver(alone(rows)))));
		const written = writeTables([records], catalog, push, aliases);
		await Promise.all(taken);
		return {
			meta,
			codebook:
				mapping.kind === 'survey' ? codebookOf(bareMapping(mapping, cleaned.mapping)) : null,
			...written
		};
	}

	/** A batch as it is kept, while its rows are being loaded. */
	async pack(id: string): Promise<Packed> {
		const pack = this.#packing.get(id);
		if (!pack) throw new Error('there is no such batch');
		this.#packing.delete(id);
		const packed = await pack();
		return transfer(packed, [packed.batch.buffer, packed.keys.buffer]);
	}

	/** See `renewBatch`. */
	renew(...args: Parameters<typeof renewBatch>): ReturnType<typeof renewBatch> {
		return renewBatch(...args);
	}

	/** What a kept batch says of itself, where its description is damaged. */
	describe(bytes: Uint8Array<ArrayBuffer>): ReturnType<typeof describePacked> {
		return describePacked(bytes);
	}

	/** See `tablesOf`. */
	async rebuild(...args: Parameters<typeof tablesOf>): ReturnType<typeof tablesOf> {
		const made = await tablesOf(...args);
		return transfer(
			made,
			made.tables.map(({ ipc }) => ipc.buffer)
		);
	}

	close(): void {
		this.#table = null;
	}
}

const handedOver = (rows: TableRows): TableRows => transfer(rows, [rows.ipc.buffer]);

export type IngestApi = IngestWorker;

expose(new IngestWorker());
