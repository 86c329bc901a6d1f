import type { Connection } from './engine';
import { tables } from './migrations/001-tables';
import { records } from './migrations/002-records';
import { designs } from './migrations/003-designs';
import { keys } from './migrations/004-keys';
import { meetingPlaces } from './migrations/005-meeting-places';
import { responses } from './migrations/006-responses';

/** The steps in order; a step is never changed once it was released, a new one is added. */
const MIGRATIONS: readonly (readonly string[])[] = [
	tables,
	records,
	designs,
	keys,
	meetingPlaces,
	responses
];

/** Brings the tables to the newest version, each step in a transaction of its own. Returns that version. */
export async function migrate(connection: Connection): Promise<number> {
	await connection.run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER)');
	const [row] = await connection.run(
		'SELECT coalesce(max(version), 0) AS version FROM schema_version'
	);
	const from = Number(row?.['version'] ?? 0);
	for (const [index, statements] of MIGRATIONS.entries()) {
		if (index < from) continue;
		const done = `INSERT INTO schema_version VALUES (${index + 1})`;
		await connection.run(['BEGIN TRANSACTION', ...statements, done, 'COMMIT'].join('; '));
	}
	return MIGRATIONS.length;
}
