import { columnsIn } from './arrow';
import type { Connection, Engine, Writer } from './engine';
import { migrate } from './migrate';

/**
 * Shuts the database in. Extensions would be fetched from the internet at first use, and a failed
 * load damages the instance; files outside `upload/` are none of its business. The last line makes
 * the others irrevocable.
 */
const LOCK = [
	`SET autoinstall_known_extensions=false`,
	`SET autoload_known_extensions=false`,
	`SET allowed_directories=['upload/']`,
	`SET enable_external_access=false`,
	`SET lock_configuration=true`
];

/**
 * The tables lie in a database in memory that is compressed, which the first one never is: sorted
 * answers take a twentieth of the room.
 */
const PACKED = `ATTACH ':memory:' AS packed (COMPRESS)`;
const USE = 'USE packed';

/** Values as plain numbers and dates: otherwise 1.234 arrives as "1234" and count(*) as 10n. */
export const OPEN_CONFIG = {
	query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true }
};

const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Builds the engine over a way to connect: locks it, brings its tables up to date, and hands it out. */
export async function createEngine(
	connect: () => Promise<Connection>,
	shutDown: () => Promise<void>
): Promise<Engine> {
	const reader = await connect();
	await reader.run(LOCK.join('; '));
	await reader.run(`${PACKED}; ${USE}`);
	const writer = await connect();
	await writer.run(USE);
	await migrate(writer);

	let version = 0;
	// A connection answers one query at a time; further ones wait here, and leave when cancelled.
	let reading: Promise<unknown> = Promise.resolve();
	let writing: Promise<unknown> = Promise.resolve();
	let staged = 0;

	const write: Writer = {
		execute: async (sql) => void (await writer.run(sql)),
		async append(table, ipc, orderBy) {
			if (!orderBy) return writer.insertIpc(table, ipc, false);
			const stage = `stage_${++staged}`;
			await writer.insertIpc(stage, ipc, true);
			const sorted = orderBy.map(identifier).join(', ');
			const into = `INSERT INTO ${identifier(table)} BY NAME SELECT * FROM ${stage} ORDER BY ${sorted}`;
			await writer.run(`${into}; DROP TABLE ${stage}`);
		}
	};

	const inLine = <T>(ask: () => Promise<T>): Promise<T> => {
		const answer = reading.then(ask);
		reading = answer.catch(() => undefined);
		return answer;
	};

	const inTransaction = async <T>(work: (write: Writer) => Promise<T>): Promise<T> => {
		await writer.run('BEGIN TRANSACTION');
		try {
			const result = await work(write);
			await writer.run('COMMIT');
			version++;
			return result;
		} catch (error) {
			await writer.run('ROLLBACK');
			throw error;
		}
	};

	return {
		get version() {
			return version;
		},
		query: (sql, { signal } = {}) =>
			inLine(() => {
				signal?.throwIfAborted();
				return reader.run(sql, signal);
			}),
		columns: (sql) => inLine(async () => columnsIn(await reader.ipc(sql))),
		ipc: (sql) => inLine(() => reader.ipc(sql)),
		transaction(work) {
			const done = writing.then(() => inTransaction(work));
			writing = done.catch(() => undefined);
			return done;
		},
		async close() {
			await Promise.all([reading, writing]);
			await reader.close();
			await writer.close();
			await shutDown();
		}
	};
}
