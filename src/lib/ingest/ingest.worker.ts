import { expose, transfer } from 'comlink';
import { fail, nextTask, type Alias } from '../domain';
import type { Catalog, TableRows } from '../engine';
import { withKept } from './again';
import { clean, tableOf, type Batch, type BatchMeta } from './batch';
import { checkTable, type CheckView, type Known } from './check';
import { readCodebooks, type Codebook } from './codebooks';
import { describedBy } from './declared';
import { refuseLarge } from './decode';
import { draftMeta, draftOf } from './draft';
import { columnView, viewOf, type FileView } from './file-view';
import { headingsOf, itemFor } from './item-for';
import { alone, renewBatch, tablesOf, type Packed } from './kept-batches';
import { writeTables } from './load';
import { makeBatch, type AboutFile } from './make-batch';
import type { Mapping } from './mapping';
import { asOptions } from './multiple';
import { overlapsUnderKeys } from './overlaps';
import { describePacked, packBatch, unpackBatch } from './pack';
import { isId, keyId, Pseudonymisers, type Pseudonymiser } from './pseudonyms';
import { fingerprint, readFile, type ReadOverride } from './read';
import type { Overlap } from './row-keys';
import { formatOfTable, type TextTable } from './table';
import { suggestWaves } from './waves';

export type { CheckView } from './check';

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
	/** of the open file */
	#pseudonyms = new Pseudonymisers();
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
		this.#pseudonyms = new Pseudonymisers();
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
		const meta = draftMeta(mapping.kind, this.#sha256, this.#again?.meta.key ?? keyId(key));
		const packed = await packBatch({ meta, ...draft });
		return transfer(packed, [packed.buffer]);
	}

	/** What makes pseudonyms of the file's ids; null of a batch or a draft that is read again, whose ids are some already. */
	#pseudonymiser(key: Uint8Array): Pseudonymiser | null {
		return this.#again ? null : this.#pseudonyms.of(key);
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
		const own = (this.#pseudonyms = new Pseudonymisers());
		const pseudonym = own.of(key);
		for (const { index, role } of mapping.columns) {
			if (!isId(role)) continue;
			const { words = [] } = table.columns[index] ?? {};
			for (let at = 0; at < words.length && this.#pseudonyms === own; at += AT_ONCE) {
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

	/** See `checkTable`. */
	check(mapping: Mapping, known: Known, today: string): CheckView {
		const table = this.#current();
		const pseudonym = (known.cases && this.#pseudonymiser(known.cases.key)) ?? ((id: string) => id);
		return {
			...checkTable(table, mapping, known, today, pseudonym),
			overlaps: this.#overlaps(table, mapping, known.loaded)
		};
	}

	#overlaps(table: TextTable, mapping: Mapping, loaded: Known['loaded']): Overlap[] {
		const others = loaded?.filter(({ batch }) => batch !== this.#same) ?? [];
		if (others.length === 0) return [];
		const secretOf = (key: Uint8Array) => this.#pseudonymiser(key);
		return overlapsUnderKeys(clean(table, mapping), others, secretOf);
	}

	/** The file as a batch, which `pack` gives, and as rows to be loaded, which `take` gets as they are made. */
	async commit(
		mapping: Mapping,
		about: Omit<AboutFile, 'sha256'>,
		key: Uint8Array,
		{ catalog, aliases }: { catalog: Catalog; aliases: readonly Alias[] },
		take: (rows: TableRows) => void | Promise<void>
	): Promise<Committed> {
		const file = { ...about, sha256: this.#sha256 };
		const [secret, before] = [this.#pseudonymiser(key), this.#again?.meta];
		const options = { secret, before, key: keyId(key), same: this.#same };
		const made = makeBatch(this.#current(), mapping, file, options);
		const { meta, records, codebook, pack } = made;
		this.#packing.set(meta.id, pack);
		const taken: Promise<void>[] = [];
		const push = (rows: TableRows) => taken.push(Promise.resolve(take(handedOver(alone(rows)))));
		const written = writeTables([records], catalog, push, aliases);
		await Promise.all(taken);
		return { meta, codebook, ...written };
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
