import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Browser } from '@playwright/test';
import { forgetLongTasks, freshPage, longestTask, watchLongTasks, percentile95 } from './browser';
import { ITEM_HEADINGS, SCALE, writeBulkFile, writeBulkWorkbook } from './bulk-file';
import { filterTimes, nameHelper } from './filter';

/**
 * The same steps in native DuckDB on one thread: read as text, keep the rows in a file, check and map
 * the answers, lay them long and sorted in a table, count the cube. In ms.
 */
async function nativeImport(csv: string, database: string): Promise<number> {
	const instance = await DuckDBInstance.create(database, { threads: '1' });
	const connection = await instance.connect();
	const start = performance.now();
	const items = ITEM_HEADINGS.map((heading) => `"${heading}"`).join(', ');
	for (const sql of [
		`CREATE TABLE kept AS SELECT row_number() OVER () AS id, * FROM read_csv('${csv}', all_varchar=true, delim=';', header=true)`,
		`CREATE TABLE scale AS SELECT * FROM (VALUES ${SCALE.map((word, at) => `('${word}', ${at + 1}::DOUBLE)`).join(', ')}) AS points(word, value)`,
		`CREATE TABLE quartier AS SELECT row_number() OVER () AS number, name FROM (SELECT DISTINCT "Quartier" AS name FROM kept)`,
		`CREATE TABLE item AS SELECT row_number() OVER () AS number, name FROM (SELECT unnest([${ITEM_HEADINGS.map((one) => `'${one}'`).join(', ')}]) AS name)`,
		`CREATE TABLE profile AS SELECT row_number() OVER () AS number, * FROM (SELECT DISTINCT "Alter", "Haushalt" FROM kept)`,
		`CREATE TABLE answer AS
			SELECT long.id::UINTEGER AS response, quartier.number::USMALLINT AS quartier, "Welle"::USMALLINT AS wave,
				item.number::USMALLINT AS item, profile.number::UINTEGER AS profile, scale.value AS value,
				(scale.value > 3)::UTINYINT AS top, 1.0::DOUBLE AS weight
			FROM (UNPIVOT kept ON ${items} INTO NAME heading VALUE answered) AS long
			JOIN scale ON scale.word = answered JOIN quartier ON quartier.name = "Quartier"
			JOIN item ON item.name = heading JOIN profile USING ("Alter", "Haushalt")
			ORDER BY quartier, wave, item, response`,
		`SELECT count(*) FROM kept WHERE try_strptime("Eingang", '%d.%m.%Y') IS NULL OR "Bogen-Nr" IS NULL`,
		`SELECT item, wave, quartier, profile, value, top, count(*), sum(weight), sum(weight * weight) FROM answer GROUP BY ALL`,
		`CHECKPOINT`
	])
		await connection.run(sql);
	const took = performance.now() - start;
	connection.closeSync();
	instance.closeSync();
	return took;
}

const STEPS = [
	'Erkannt',
	'Spalten zuordnen',
	'Welle benennen',
	'Prüfen und laden',
	'Fertig'
] as const;

/**
 * The import of a file through the pages up to a step, as fast as their buttons can be pressed, and
 * the longest that the main thread was held up meanwhile. In ms.
 */
async function browserImport(
	browser: Browser,
	url: string,
	path: string,
	until: (typeof STEPS)[number]
): Promise<{ took: number; longTask: number; filter: number | null }> {
	const { context, page } = await freshPage(browser);
	await nameHelper(page);
	await watchLongTasks(page);
	await page.goto(`${url}import`);
	await page.locator('input[type=file]').waitFor({ state: 'attached' });
	// The engine starts meanwhile, as it does while people look for their file.
	await page.waitForTimeout(4000);
	await forgetLongTasks(page);
	const start = performance.now();
	await page.locator('input[type=file]').setInputFiles(path);
	for (const step of STEPS) {
		// Looked at in every frame: a locator would look twice a second.
		await page.waitForFunction(
			(name) => document.querySelector('.steps [aria-current=step]')?.textContent.includes(name),
			step,
			{ timeout: 120_000, polling: 'raf' }
		);
		if (step === until) break;
		// Cards of columns have buttons of their own; the one that goes on is the last.
		await page.locator('main .actions > .primary:enabled').last().click();
	}
	const took = performance.now() - start;
	const longTask = await longestTask(page);
	const filter =
		until === 'Fertig'
			? percentile95((await filterTimes(page, CHARTS)).map(({ all }) => all))
			: null;
	await context.close();
	return { took, longTask, filter };
}

/** Charts on the dashboard of a Quartier with a survey alone. */
const CHARTS = 2;

export type Bulk = {
	megabytes: number;
	/** a survey of about 100 MB imported (checked, kept on disk, sorted, queryable); natively; in ms */
	csv: number;
	native: number;
	/** a workbook of 20,000 × 60 cells read and recognised; by another library, in Node; in ms */
	workbook: number;
	otherLibrary: number;
	longTask: number;
	/** filter change to all panels painted with the imported answers, in ms */
	filter: number;
};

/** Large files: a CSV beside native DuckDB, a workbook beside another library. */
export async function measureBulk(browser: Browser, url: string): Promise<Bulk> {
	const folder = await mkdtemp(join(tmpdir(), 'quartierspiegel-'));
	try {
		const [csv, workbook] = [join(folder, 'survey.csv'), join(folder, 'survey.xlsx')];
		const megabytes = (await writeBulkFile(csv)) / 1e6;
		await writeBulkWorkbook(workbook);
		const native = await nativeImport(csv, join(folder, 'native.duckdb'));
		const large = await browserImport(browser, url, csv, 'Fertig');
		const { read } = await import('@e965/xlsx');
		const bytes = await readFile(workbook);
		const start = performance.now();
		read(bytes);
		const otherLibrary = performance.now() - start;
		const sheet = await browserImport(browser, url, workbook, 'Erkannt');
		return {
			megabytes,
			csv: large.took,
			native,
			workbook: sheet.took,
			otherLibrary,
			longTask: Math.max(large.longTask, sheet.longTask),
			filter: large.filter ?? NaN
		};
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
