import { gzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { ensureBrowser } from '../scripts/browser';
import { filesUnder } from '../scripts/files';
import { serve } from '../scripts/serve';
import { measureAggregate } from './aggregate';
import { openBrowser } from './browser';
import { measureBulk } from './bulk';
import { measureCube } from './cube';
import { measureFilter } from './filter';
import { measureLargest } from './largest';
import { ms, type Line } from './lines';
import { measureR } from './r';
import { measureRelease } from './release';
import { measureReview } from './review';
import { measureImport, measureVisits } from './visit';
import { measureWorkspace, workspaceLines } from './workspace';

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** What the browser downloads, as our build packs it (brotli) and as a host with gzip would. */
async function weights(): Promise<{ brotli: number; gzip: number }> {
	const files = await filesUnder('build');
	const originals = files.filter((file) => !file.endsWith('.br'));
	const sizes = await Promise.all(
		originals.map(async (file) => {
			const packed = files.includes(`${file}.br`);
			const raw = await readFile(file);
			return {
				brotli: packed ? (await readFile(`${file}.br`)).length : raw.length,
				gzip: packed ? gzipSync(raw).length : raw.length
			};
		})
	);
	return {
		brotli: sizes.reduce((sum, size) => sum + size.brotli, 0),
		gzip: sizes.reduce((sum, size) => sum + size.gzip, 0)
	};
}

ensureBrowser();
const server = await serve({ port: 0, root: 'build' });
const browser = await openBrowser();
try {
	const visits = await measureVisits(browser, server.url);
	const sample = await measureImport(browser, server.url);
	const filter = await measureFilter(browser, server.url);
	const review = await measureReview(server.url);
	const bulk = await measureBulk(browser, server.url);
	const workspace = await measureWorkspace(server.url);
	const weight = await weights();
	const aggregate = await measureAggregate();
	const cube = await measureCube();
	const largest = cube.sizes.at(-1)!;
	const paintedLargest = await measureLargest(browser, server.url, largest.packed);
	const r = measureR();
	const release = await measureRelease();
	const lines: Line[] = [
		['measured', 'ours', 'limit', 'beside it'],
		[
			'first visit to the complete sample dashboard',
			ms(visits.first),
			'3000 ms',
			`an empty page that only starts the engine: ${ms(visits.engine)}`
		],
		['second visit, dashboard complete', ms(visits.again), '1500 ms', `first: ${ms(visits.first)}`],
		[
			'three sample files to the drawn dashboard',
			ms(sample),
			'3000 ms',
			`PapaParse alone, survey file: ${ms(aggregate.parse)}`
		],
		[
			'filter change to all panels in view painted (p95)',
			ms(filter.seen),
			'100 ms',
			`median ${ms(filter.median)}; by reload: ${ms(filter.reload)}`
		],
		['the same, with those out of view (p95)', ms(filter.all), '100 ms', '–'],
		['longest task on the main thread meanwhile', ms(filter.longTask), '50 ms', '–'],
		[
			'second visit: the last dashboard painted after the document',
			ms(review.picture),
			'300 ms',
			`by the app, without its picture: ${ms(review.seen)}`
		],
		['layout shift of that visit', review.shift.toFixed(3), '0.02', '–'],
		['longest task while the dashboard is scrolled through', ms(review.scroll), '50 ms', '–'],
		[
			`a CSV of ${bulk.megabytes.toFixed(0)} MB, 200,000 sheets, imported`,
			ms(bulk.csv),
			'6000 ms',
			`native DuckDB, one thread, the same steps: ${ms(bulk.native)}`
		],
		[
			'a workbook of 20,000 × 60 cells read',
			ms(bulk.workbook),
			'3000 ms',
			`@e965/xlsx in Node: ${ms(bulk.otherLibrary)}`
		],
		['longest task on the main thread meanwhile', ms(bulk.longTask), '50 ms', '–'],
		[
			'filter change with those 8 million answers to all panels painted (p95)',
			ms(bulk.filter),
			'250 ms',
			'–'
		],
		...workspaceLines(workspace),
		...cube.sizes.map((size): Line => [
			`${(size.answers / 1e6).toFixed(0)} million answers: figures of a filtered Quartier dashboard (p95, Node)`,
			ms(size.dashboard),
			'50 ms',
			`its answers counted by SQL without the cube: ${ms(size.sql)}; cube counted in ${ms(size.counted)}`
		]),
		[
			`${(largest.answers / 1e6).toFixed(0)} million answers: filter change to all panels in view painted (p95)`,
			ms(paintedLargest.seen),
			'100 ms',
			`with those out of view: ${ms(paintedLargest.all)}; longest task: ${ms(paintedLargest.longTask)}`
		],
		[
			`${(largest.answers / 1e6).toFixed(0)} million answers: filtered overview of 40 Quartiere (p95, Node)`,
			ms(largest.overview),
			'100 ms',
			`Arquero, one Quartier by item, ${cube.arqueroRows / 1e6} million rows: ${ms(cube.arquero)}; svyby in R on 1 million rows: ${r === null ? 'R is not installed' : ms(r)}`
		],
		[
			'memory of those answers and their cube',
			megabytes(largest.database + largest.bytes),
			'500 MB',
			`${cube.sizes.map((size) => `${(size.answers / 1e6).toFixed(0)} million: ${megabytes(size.database + size.bytes)}`).join(', ')}`
		],
		[
			`the whole page of a Quartier released, ${release.panels} panels (Node)`,
			ms(release.quartier),
			'3000 ms',
			`the same figures for staff: ${ms(release.inside)}`
		],
		['the same beside all other Quartiere, which left before', ms(release.beside), '3000 ms', '–'],
		[
			'a table of 12 × 40 counts with totals protected',
			ms(release.table),
			'1000 ms',
			`yalps, looking at what was hidden: ${ms(release.other)}`
		],
		[
			'everything the browser downloads',
			megabytes(weight.brotli),
			'7.50 MB',
			`gzip: ${megabytes(weight.gzip)}`
		],
		[
			'528 shares with intervals, from the cube (Node)',
			ms(aggregate.cube),
			'–',
			`loop over rows in JavaScript, counts only: ${ms(aggregate.loop)}`
		],
		[
			'survey rows to records with checks (Node)',
			ms(aggregate.read),
			'–',
			`PapaParse alone: ${ms(aggregate.parse)}`
		]
	];
	const widths = [0, 1, 2].map((column) =>
		Math.max(...lines.map((line) => line[column]?.length ?? 0))
	);
	for (const line of lines) {
		console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
	}
} finally {
	await browser.close();
	await server.close();
}
