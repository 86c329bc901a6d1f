/** The sample data in the engine of Node, as the sample button loads them: for tests of all that is said of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Inventory, QuartierEvent } from '../lib/domain';
import { localFigures, type LocalFigures } from '../lib/disclosure';
import { appendRows, emptyCatalog, type Engine } from '../lib/engine';
import { openNodeEngine } from '../lib/engine/node';
import { loadSolver } from './solver';
import { confirmedItems, interpret, readText, toTables, withOpenAnswers } from '../lib/ingest';

const FOLDER = join(import.meta.dirname, '../../datasets');
const FILES = [
	'quartiere',
	'mieterbefragung',
	'faelle',
	'kontakte',
	'mietrueckstaende',
	'leistungen',
	'treff',
	'kooperationen'
];

export type Sample = {
	engine: Engine;
	figures: LocalFigures;
	inventory: Inventory;
	events: QuartierEvent[];
	close: () => Promise<void>;
};

export async function loadSample(): Promise<Sample> {
	const engine = await openNodeEngine();
	const records = [];
	for (const name of FILES) {
		const { table, mapping } = readText(
			new Uint8Array(await readFile(join(FOLDER, `beispiel-${name}.csv`)))
		);
		records.push(interpret(table, confirmedItems(withOpenAnswers(mapping)), '2026-11-22'));
	}
	await appendRows(engine, toTables(records, emptyCatalog()).tables, { replace: true });
	const figures = localFigures(engine, { solver: loadSolver });
	await figures.read();
	const events = JSON.parse(
		await readFile(join(FOLDER, 'beispiel-ereignisse.json'), 'utf8')
	) as QuartierEvent[];
	return {
		engine,
		figures,
		inventory: await figures.inventory(),
		events,
		close: () => engine.close()
	};
}
