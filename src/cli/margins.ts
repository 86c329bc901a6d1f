import { fail } from '$lib/domain';
import { cellAt, numberFormat, parseNumber, readFile } from '$lib/ingest';
import { about, bytesOf } from './file';

/** The population of each category of a column. */
export type RakeMargin = { column: string; populations: [category: string, population: number][] };

const EXAMPLE = '{"age": {"65+": 820, "18-64": 1940}}';

type Line = { column: string; category: string; population: number };

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The lines of a margin as JSON: `{"A": 10}`, or rows such as `{"stype": "A", "Freq": 10}`. */
function marginLines(column: string, margin: unknown): Line[] {
	if (isRecord(margin))
		return Object.entries(margin).map(([category, population]) => ({
			column,
			category,
			population: Number(population)
		}));
	if (!Array.isArray(margin)) return fail('rake_unreadable', { example: EXAMPLE });
	return margin.map((row: unknown): Line => {
		if (!isRecord(row)) return fail('rake_unreadable', { example: EXAMPLE });
		const population = Object.entries(row).find(
			([name, value]) => name !== column && typeof value === 'number'
		);
		const category = row[column] ?? row['category'];
		return {
			column,
			category: typeof category === 'string' ? category : JSON.stringify(category ?? ''),
			population: Number(population?.[1] ?? NaN)
		};
	});
}

/** Margins as JSON: an object with one entry for each column. @throws ProblemError `rake_unreadable` */
function fromJson(text: string): Line[] {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		return fail('rake_unreadable', { example: EXAMPLE });
	}
	if (!isRecord(parsed)) return fail('rake_unreadable', { example: EXAMPLE });
	return Object.entries(parsed).flatMap(([column, margin]) => marginLines(column, margin));
}

/** Margins as a table: column, category and population, in this order. */
async function fromTable(bytes: Uint8Array): Promise<Line[]> {
	const { table } = await readFile(bytes, { kind: 'survey' });
	if (table.headings.length < 3) return fail('rake_unreadable', { example: EXAMPLE });
	const [columns, categories, populations] = [0, 1, 2].map((at) =>
		Array.from(table.lines, (_, row) => cellAt(table.columns[at], row))
	) as [string[], string[], string[]];
	const format = numberFormat(populations);
	return columns.map((column, row) => ({
		column,
		category: categories[row] ?? '',
		population: parseNumber(populations[row] ?? '', format) ?? NaN
	}));
}

/**
 * The margins that weights are raked to, in the order of the file: a table with column, category and
 * population, or JSON.
 *
 * @throws ProblemError `rake_unreadable`, `rake_population`
 */
export function readMargins(path: string): Promise<RakeMargin[]> {
	return about(path, async () => {
		const bytes = await bytesOf(path);
		const text = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
		const lines = text.startsWith('{')
			? fromJson(new TextDecoder().decode(bytes))
			: await fromTable(bytes);
		const margins = new Map<string, RakeMargin['populations']>();
		for (const { column, category, population } of lines) {
			if (!(population >= 0)) fail('rake_population', { column, category });
			margins.set(column, [...(margins.get(column) ?? []), [category, population]]);
		}
		return [...margins].map(([column, populations]) => ({ column, populations }));
	});
}
