import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { localFigures } from '../src/lib/disclosure';
import { loadSolver } from '../src/cli/solver';
import { appendRows, emptyCatalog } from '../src/lib/engine';
import { openNodeEngine } from '../src/lib/engine/node';
import { cellsOf, interpret, readText as readTable, toTables } from '../src/lib/ingest';
import { median } from './browser';

const SURVEY = 'datasets/beispiel-mieterbefragung.csv';
const ROUNDS = 15;

const timed = async (work: () => Promise<unknown> | unknown): Promise<number> => {
	const times: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const start = performance.now();
		await work();
		times.push(performance.now() - start);
	}
	return median(times);
};

/**
 * One figure with its moments (share satisfied per item, Quartier and wave) from the cube, and
 * beside it the same counts by a loop over the parsed rows in JavaScript. In Node, one thread each.
 */
export async function measureAggregate(): Promise<{
	cube: number;
	loop: number;
	read: number;
	parse: number;
}> {
	const bytes = new Uint8Array(await readFile(SURVEY));
	const { table, mapping } = readTable(bytes);
	const engine = await openNodeEngine();
	await appendRows(
		engine,
		toTables([interpret(table, mapping, '2026-12-31')], emptyCatalog()).tables
	);
	const query = { indicators: ['item-share'], by: ['item', 'quartier', 'wave'] } as const;
	const figures = localFigures(engine, { solver: loadSolver });
	await figures.read();
	const viaCube = await timed(() =>
		figures.evaluate({ ...query, indicators: [...query.indicators], by: [...query.by] })
	);
	await engine.close();

	const items = mapping.columns.filter((column) => column.role === 'item' && column.item);
	const columnOf = (role: string) =>
		mapping.columns.find((column) => column.role === role)?.index ?? 0;
	const [quartier, wave] = [columnOf('quartier'), columnOf('wave')];
	const rows = Array.from(table.lines.keys(), (row) => cellsOf(table, row));
	const loop = await timed(() => {
		const counts = new Map<string, { n: number; top: number }>();
		for (const cells of rows) {
			for (const { index, item } of items) {
				const cell = cells[index] ?? '';
				if (!item?.scale.labels.includes(cell)) continue;
				const key = `${index} ${cells[quartier]} ${cells[wave]}`;
				const known = counts.get(key) ?? { n: 0, top: 0 };
				known.n++;
				if (item.scale.topBox.includes(cell)) known.top++;
				counts.set(key, known);
			}
		}
		return counts;
	});

	const text = new TextDecoder().decode(bytes);
	return {
		cube: viaCube,
		loop,
		read: await timed(() => interpret(table, mapping, '2026-12-31')),
		parse: await timed(() => Papa.parse(text, { delimiter: ';' }))
	};
}
