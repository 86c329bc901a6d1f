import type { Browser } from '@playwright/test';
import type { BatchMeta } from '../src/lib/ingest';
import { writeCache } from '../src/lib/workspace/cache';
import type { Store } from '../src/lib/workspace/store';
import { forgetLongTasks, freshPage, longestTask, percentile95, watchLongTasks } from './browser';
import { filterTimes, nameHelper } from './filter';

/** Charts of a Quartier where there is a survey and nothing else. */
const CHARTS = 7;

/** The file that keeps what figures are computed from for the next visit, as the app writes it for these batches. */
async function keptFile(
	packed: Uint8Array<ArrayBuffer>,
	ids: readonly string[]
): Promise<Uint8Array> {
	let kept = new Uint8Array();
	const store: Store = {
		folders: async () => [],
		list: async () => [],
		read: async () => null,
		write: async (_folder, _name, ...parts) => {
			kept = Buffer.concat(parts);
		},
		remove: async () => undefined,
		unfinished: async () => [],
		clear: async () => undefined
	};
	const batches = ids.map((id) => ({ id }) as BatchMeta);
	await writeCache(store, { batches, aliases: [] }, packed);
	return kept;
}

/**
 * Filter changes on a dashboard that stands on the largest cube: the app is given it as what it kept
 * from the last visit, since a browser would take minutes to load so many answers. Painting and
 * counting are the app's own.
 */
export async function measureLargest(
	browser: Browser,
	url: string,
	largest: Uint8Array<ArrayBuffer>
): Promise<{ seen: number; all: number; longTask: number }> {
	const { context, page } = await freshPage(browser);
	await nameHelper(page);
	await watchLongTasks(page);
	await page.goto(url);
	await page.getByRole('button', { name: 'Beispieldaten laden' }).click();
	await page.getByRole('table').waitFor({ timeout: 60_000 });
	await page.waitForTimeout(3000);
	const ids = await page.evaluate(async () => {
		const origin = await navigator.storage.getDirectory();
		const root = await origin.getDirectoryHandle('quartierspiegel');
		const folder = await root.getDirectoryHandle('cache');
		const file = await (await folder.getFileHandle('context')).getFile();
		const bytes = await file.arrayBuffer();
		const head = new Uint8Array(bytes, 4, new DataView(bytes).getUint32(0));
		const { made } = JSON.parse(new TextDecoder().decode(head)) as { made: string };
		return (JSON.parse(made) as [string[]])[0];
	});
	const body = Buffer.from(await keptFile(largest, ids));
	await page.route('**/largest.bin', (route) => route.fulfill({ body }));
	await page.evaluate(async () => {
		const bytes = await (await fetch('/largest.bin')).arrayBuffer();
		const origin = await navigator.storage.getDirectory();
		const root = await origin.getDirectoryHandle('quartierspiegel');
		const folder = await root.getDirectoryHandle('cache');
		const handle = await folder.getFileHandle('context', { create: true });
		const writable = await handle.createWritable();
		await writable.write(bytes);
		await writable.close();
	});
	await page.goto(url);
	await page.getByRole('table').waitFor({ timeout: 60_000 });
	// The engine starts behind the figures; it is not what is measured.
	await page.waitForTimeout(6000);
	await forgetLongTasks(page);
	const times = await filterTimes(page, CHARTS, 'Quartier 1');
	const longTask = await longestTask(page);
	await context.close();
	return {
		seen: percentile95(times.map(({ seen }) => seen)),
		all: percentile95(times.map(({ all }) => all)),
		longTask
	};
}
