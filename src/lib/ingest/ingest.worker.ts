import { expose, transfer } from 'comlink';
import { emptyCatalog, type Catalog, type TableRows } from '../engine';
import { codebookOf, readCodebooks, type Codebook } from './codebooks';
import { describedBy, type Described } from './declared';
import { batchSchema, clean, tableOf, type Batch, type BatchMeta } from './batch';
import { packBatch, unpackBatch } from './pack';
import type { Finding } from './findings';
import { interpret, recordCount, type Records } from './interpret';
import type { Mapping } from './mapping';
import { toTables } from './load';
import { quartierSpellings, type QuartierSpelling } from './quartiere';
import { fingerprint, readFile, type ReadOverride } from './read';
import { itemFor } from './suggest';
import { columnValues, type TextTable } from './table';
import { suggestWaves } from './waves';

/** What the wizard shows of a file; the rows themselves stay here. */
export type FileView = {
	mapping: Mapping;
	/** names of the sheets, where the file is a workbook */
	sheets: string[];
	rows: number;
	/** the first rows, as text */
	preview: string[][];
	/** per column the most frequent answers, and how many different ones there are */
	columns: { values: string[]; distinct: number; filled: number }[];
	sha256: string;
	/** what the codebook knows of the columns; null without one */
	described: Described | null;
};

export type CheckView = {
	count: number;
	skipped: number;
	findings: Finding[];
	spellings: QuartierSpelling[];
};

/** A file as it is kept and as it is loaded, with the catalog that the next one is numbered on from. */
export type Committed = {
	batch: Uint8Array<ArrayBuffer>;
	meta: BatchMeta;
	/** of a survey: what was confirmed about its columns, for the next wave */
	codebook: Codebook | null;
	tables: TableRows[];
	catalog: Catalog;
};

const PREVIEW_ROWS = 8;
const SHOWN_VALUES = 30;

/** Imports run here, so that a large file never holds up the page. One file at a time. */
class IngestWorker {
	#table: TextTable | null = null;
	#sha256 = '';
	/** the batch that is read again, where it is none that is new */
	#again: Batch | null = null;

	#current(): TextTable {
		if (!this.#table) throw new Error('no file is open');
		return this.#table;
	}

	async open(bytes: Uint8Array<ArrayBuffer>, override: ReadOverride): Promise<FileView> {
		const { table, mapping, sheets } = await readFile(bytes, override);
		this.#table = table;
		this.#again = null;
		this.#sha256 = await fingerprint(bytes);
		return this.#view(mapping, sheets, describedBy(table, mapping, override.earlier ?? []));
	}

	/** Opens a kept batch with its mapping, to be read in another way. */
	async reopen(packed: Uint8Array<ArrayBuffer>): Promise<FileView> {
		const batch = await unpackBatch(packed);
		this.#again = batch;
		this.#table = tableOf(batch);
		this.#sha256 = batch.meta.file.sha256;
		return this.#view(batch.mapping, [], null);
	}

	#view(mapping: Mapping, sheets: string[], described: Described | null): FileView {
		const table = this.#current();
		return {
			mapping,
			sheets,
			rows: table.rows.length,
			preview: table.rows.slice(0, PREVIEW_ROWS).map((row) => row.cells),
			columns: table.headings.map((_, index) => {
				const { values, distinct } = columnValues(table, index);
				return {
					values: distinct.slice(0, SHOWN_VALUES),
					distinct: distinct.length,
					filled: values.length
				};
			}),
			sha256: this.#sha256,
			described
		};
	}

	/** What the file says about the columns of another one, in each of its languages; null where it is data. */
	codebooks(bytes: Uint8Array<ArrayBuffer>): Promise<Codebook[] | null> {
		return readCodebooks(bytes);
	}

	/** The column as an item, and the waves as they follow from the columns: asked for when the user changes a role. */
	itemFor(mapping: Mapping, index: number): Mapping['columns'][number] {
		return itemFor(this.#current(), mapping, index);
	}

	waves(mapping: Mapping): Mapping['waves'] {
		return suggestWaves(mapping, this.#current());
	}

	check(mapping: Mapping, knownQuartiere: string[], today: string): CheckView {
		const table = this.#current();
		const records = interpret(table, mapping, today);
		const count = recordCount(records);
		return {
			count,
			skipped: table.rows.length - count,
			findings: records.findings,
			spellings: quartierSpellings(table, mapping, knownQuartiere)
		};
	}

	/** The file as a batch to be kept, and as rows to be loaded. */
	async commit(
		mapping: Mapping,
		about: Pick<BatchMeta, 'id' | 'author' | 'created' | 'sample'> & { name: string; size: number },
		key: CryptoKey,
		catalog: Catalog
	): Promise<Committed> {
		const table = this.#current();
		const cleaned = await clean(table, mapping, this.#again ? null : key);
		const records = interpret(tableOf(cleaned), cleaned.mapping, about.created.slice(0, 10));
		const count = recordCount(records);
		const meta: BatchMeta = {
			id: about.id,
			kind: mapping.kind,
			file: { name: about.name, size: about.size, sha256: this.#sha256 },
			sample: about.sample,
			author: about.author,
			created: about.created,
			loaded: count,
			skipped: table.rows.length - count,
			dropped: [
				...(this.#again?.meta.dropped ?? []),
				...mapping.columns
					.filter((column) => column.role === 'dropped')
					.map((column): [string, string] => [column.heading, column.dropped ?? 'user'])
			]
		};
		const batch = await packBatch(batchSchema.parse({ meta, ...cleaned }));
		const { tables, catalog: next } = toTransfer([records], catalog);
		const codebook = mapping.kind === 'survey' ? codebookOf(mapping) : null;
		return transfer({ batch, meta, codebook, tables, catalog: next }, [
			batch.buffer,
			...tables.map(({ ipc }) => ipc.buffer)
		]);
	}

	/** All tables anew from the batches. A damaged one is named and left out; the others are not lost with it. */
	async rebuild(
		packed: { id: string; bytes: Uint8Array<ArrayBuffer> }[]
	): Promise<{ tables: TableRows[]; damaged: string[] }> {
		const records: Records[] = [];
		const damaged: string[] = [];
		for (const { id, bytes } of packed) {
			try {
				const batch = await unpackBatch(bytes);
				records.push(interpret(tableOf(batch), batch.mapping, batch.meta.created.slice(0, 10)));
			} catch {
				damaged.push(id);
			}
		}
		const { tables } = toTransfer(records, emptyCatalog());
		return transfer(
			{ tables, damaged },
			tables.map(({ ipc }) => ipc.buffer)
		);
	}

	close(): void {
		this.#table = null;
	}
}

/** Rows whose buffers can be handed over instead of copied. */
function toTransfer(records: Records[], catalog: Catalog): ReturnType<typeof toTables> {
	const { tables, catalog: next } = toTables(records, catalog);
	return {
		tables: tables.map(({ table, ipc }) => ({ table, ipc: ipc.slice() })),
		catalog: next
	};
}

export type IngestApi = IngestWorker;

expose(new IngestWorker());
