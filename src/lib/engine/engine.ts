/** Numbers column by column, as many in each. */
export type SqlColumns = Record<string, NumberColumn>;
export type NumberColumn =
	Uint8Array | Uint16Array | Uint32Array | Int8Array | Int16Array | Int32Array | Float64Array;

/** What a cell of an answer can be; dates arrive as milliseconds since 1970. */
export type SqlValue = number | string | boolean | null;
export type SqlRow = Record<string, SqlValue>;

/**
 * The analytical database, as little of it as the other rooms need. The browser's DuckDB, Node's
 * DuckDB and later a server stand behind the same few methods.
 */
export type Engine = {
	/** Answers a query. An aborted signal cancels it in the database and rejects with the signal's reason. */
	query(sql: string, options?: { signal?: AbortSignal | undefined }): Promise<SqlRow[]>;
	/**
	 * Answers a query whose columns are numbers without gaps (no BIGINT, no NULL), column by column:
	 * the way for many rows, of which each would else be an object.
	 */
	columns(sql: string): Promise<SqlColumns>;
	/**
	 * As `columns`, in the form in which Arrow carries it (IPC), for whoever reads it in another thread:
	 * see `columnsIn`.
	 */
	ipc(sql: string): Promise<Uint8Array>;
	/**
	 * Does work in one transaction on a connection of its own: everything of it holds, or nothing.
	 * Other queries see the state before until it is done.
	 */
	transaction<T>(work: (write: Writer) => Promise<T>): Promise<T>;
	/** Counts committed transactions, so that whoever keeps something knows when it is old. */
	readonly version: number;
	close(): Promise<void>;
};

/** The half of the database that only answers. */
export type Reader = Pick<Engine, 'query' | 'columns'>;

/** The same for another thread. */
export type IpcReader = Pick<Engine, 'query' | 'ipc'>;

export type Writer = {
	execute(sql: string): Promise<void>;
	/**
	 * Appends the rows of an Arrow IPC stream, sorted where `orderBy` says by what; its columns are those
	 * of the table in their order. The stream is handed over. Throws what the database says.
	 */
	append(table: string, ipc: Uint8Array, orderBy?: readonly string[]): Promise<void>;
};

/** The two things that differ between DuckDB in a worker and DuckDB in Node. */
export type Connection = {
	run(sql: string, signal?: AbortSignal): Promise<SqlRow[]>;
	/** answers a query in Arrow's IPC format */
	ipc(sql: string): Promise<Uint8Array>;
	/** adds rows to a table, which is made where `create` says so */
	insertIpc(name: string, ipc: Uint8Array, create: boolean): Promise<void>;
	close(): Promise<void>;
};
