import { basename } from 'node:path';
import { fail } from '$lib/domain';
import {
	amountDemands,
	countDemands,
	hiddenDemands,
	Pattern,
	suppress,
	Table,
	type CellSystem,
	type Demand,
	type Layer
} from '$lib/disclosure';
import { readFile } from '$lib/ingest';
import { argumentsBy } from './arguments';
import { about, bytesOf } from './file';
import { loadSolver } from './solver';
import { cellsOfFile, type CellColumns, type CellTable } from './protect-table';

export const PROTECT_USAGE =
	'protect TABLE --rows COLUMN --columns COLUMN --value COLUMN [--n COLUMN] [--min 5] [--hidden COLUMN] [--audit-only] [--format json]';

const MINIMUM = 5;
/** How near an attacker may come to an amount from above, as a share of it. */
const NEAREST = 0.1;

type Arguments = CellColumns & { path: string; minimum: number; auditOnly: boolean };

/** @throws ProblemError `usage`, `unknown_option`, `bad_min` */
function argumentsOf(args: string[]): Arguments {
	const { positionals, values } = argumentsBy({
		args,
		allowPositionals: true,
		options: {
			rows: { type: 'string' },
			columns: { type: 'string' },
			value: { type: 'string' },
			n: { type: 'string' },
			min: { type: 'string' },
			hidden: { type: 'string' },
			format: { type: 'string' },
			'audit-only': { type: 'boolean' }
		}
	});
	const { rows, columns, value, n, hidden, min, format, 'audit-only': auditOnly = false } = values;
	const [path, ...more] = positionals;
	const isWhole = rows !== undefined && columns !== undefined && value !== undefined;
	if (path === undefined || more.length > 0 || !isWhole || (auditOnly && hidden === undefined))
		return fail('usage', { usage: PROTECT_USAGE });
	if (format !== undefined && format !== 'json')
		fail('unknown_option', { option: `--format ${format}` });
	const minimum = min === undefined ? MINIMUM : Number(min);
	if (!Number.isInteger(minimum) || minimum < 2) fail('bad_min', { value: min ?? '' });
	return { path, rows, columns, value, n, hidden, minimum, auditOnly };
}

/** A table with its totals as layers: what its cells come to, and how many are in them where that is another number. */
function layersOf(cells: CellTable, minimum: number) {
	const table = new Table([cells.rows.length, cells.columns.length]);
	const values = table.system(([row = 0, column = 0]) => cells.value(row, column));
	const { n } = cells;
	const counts = n ? table.system(([row = 0, column = 0]) => n(row, column)) : values;
	const within = cells.rows.flatMap((_, row) =>
		cells.columns.map((_, column) => table.cellAt([row, column]))
	);
	const countOf = (cell: number) => counts.values[cell]!;
	const small = within.filter((cell) => countOf(cell) > 0 && countOf(cell) < minimum);
	const given = within.filter((cell) => {
		const [row = 0, column = 0] = table.placesOf(cell);
		return cells.isHidden(row, column);
	});
	const sensitive = { cells: small, singles: small.filter((cell) => countOf(cell) === 1) };
	const others = given.filter((cell) => !small.includes(cell));
	const layerOf = (system: CellSystem, demands: Demand[]): Layer => ({
		system,
		demands: [...demands, ...hiddenDemands(system, others)]
	});
	const counted = layerOf(counts, countDemands(counts, sensitive, minimum));
	const layers = n
		? [layerOf(values, amountDemands(values, sensitive, NEAREST)), counted]
		: [counted];
	return { table, small, given, within, layers };
}

/** The totals that leave a sensitive cell no room: those that are small themselves, else all that it is part of. */
function totalsConcerned(layers: readonly Layer[], unmet: readonly Demand[], minimum: number) {
	const { values, relations } = layers.at(-1)!.system;
	return [
		...new Set(
			unmet.flatMap(({ cell, known }) => {
				const own = relations.filter(({ parts }) => parts.includes(cell));
				const tight = own.filter(({ total, parts }) => {
					const hers = known !== null && parts.includes(known) ? values[known]! : 0;
					return values[total]! - hers < minimum;
				});
				return (tight.length > 0 ? tight : own).map(({ total }) => total);
			})
		)
	];
}

/**
 * `protect TABLE`: which cells of a table of counts to hide, so that its totals give none of the small ones away, as
 * JSON. With `--audit-only` whether a pattern holds. The exit status is 1 where it does not, or nothing may be released.
 */
export async function protectCommand(args: string[]): Promise<string> {
	const { path, minimum, auditOnly, ...columns } = argumentsOf(args);
	const cells = await about(path, async () =>
		cellsOfFile(await readFile(await bytesOf(path)), basename(path), columns)
	);
	const { table, small, given, within, layers } = layersOf(cells, minimum);
	const highs = await loadSolver();
	const found = auditOnly ? null : suppress(highs, layers, [...new Set([...small, ...given])]);
	const unmet = found?.unmet ?? [];
	const hidden = auditOnly ? given : [...small, ...given, ...(found?.complementary ?? [])];
	const pattern = new Pattern(highs, layers, hidden);
	try {
		const [isSmall, isHidden] = [new Set(small), new Set(hidden)];
		const exposed = layers.flatMap((_, layer) => pattern.unmet(layer).map(({ cell }) => cell));
		const isSafe = unmet.length === 0 && exposed.length === 0;
		if (!isSafe) process.exitCode = 1;
		const nameOf = (cell: number) => {
			const [row = 0, column = 0] = table.placesOf(cell);
			return { row: cells.rows[row] ?? null, column: cells.columns[column] ?? null };
		};
		const named = (some: readonly number[]) => [...new Set(some)].map(nameOf);
		const totals = totalsConcerned(layers, unmet, minimum);
		const told = within.map((cell) => {
			const own = { ...nameOf(cell), value: null, ...(layers.length > 1 ? { n: null } : {}) };
			// Of what may not be released nothing is told.
			if (!isSafe && !auditOnly) return { ...own, reason: null, interval: null };
			const interval = pattern.attacker(0).interval(cell);
			const reason = isSmall.has(cell) ? 'small-cell' : 'complementary';
			if (isHidden.has(cell)) return { ...own, reason, interval };
			const [value, count] = [layers[0]!, layers.at(-1)!].map(({ system }) => system.values[cell]);
			const n = layers.length > 1 ? { n: count } : {};
			return { ...own, value, ...n, reason: null, interval };
		});
		return JSON.stringify({
			...(auditOnly ? { holds: isSafe, exposed: named(exposed) } : { releasable: isSafe }),
			...(totals.length > 0 ? { totals: named(totals) } : {}),
			cells: told
		});
	} finally {
		pattern.dispose();
	}
}
