import type { Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import {
	keepContent,
	memoryStore,
	mergeContents,
	writeWorkspaceFile
} from '../src/lib/workspace/file';
import { withPicker } from '../tests/holdings';
import { forgetLongTasks, longestTask, median, profilePage, watchLongTasks } from './browser';
import { nameHelper } from './filter';
import { ms, type Line } from './lines';
import { encryptedWorkspaces, makeWorkspaces, type Workspaces } from './workspace-files';
import {
	DRIVE,
	encryptBrowser,
	enter,
	openData,
	putFile,
	save,
	takeIn,
	unlock
} from './workspace-page';

const VISITS = 3;
const SAVES = 7;
const REST = 3000;

/** Times in ms, each with the longest task on the main thread meanwhile. */
type Timed = { took: number; longTask: number };

type Measured = {
	/** from the address to the overview with its figures, on another visit */
	visit: Timed;
	/** from a file in an empty browser, to everything taken in */
	file: Timed;
	/** an event entered, until the page lists it; and until the connected file has it */
	entered: Timed;
	saved: Timed;
	/** a colleague's file, from its choice to what would change, and from there until it is taken in and saved */
	merged: Timed & { shown: number };
	/** the same in Node, without copying what did not change: the file encoded anew, both workspaces read anew */
	anew: { saved: number; merged: number };
};

async function timed(page: Page, work: () => Promise<number>): Promise<Timed> {
	await forgetLongTasks(page);
	const took = await work();
	return { took, longTask: await longestTask(page) };
}

const together = (all: readonly Timed[]): Timed => ({
	took: median(all.map(({ took }) => took)),
	longTask: Math.max(...all.map(({ longTask }) => longTask))
});

/** ms from the address to the overview with the figures of all Quartiere, made by the app itself. */
async function visit(page: Page, url: string, isEncrypted: boolean): Promise<Timed> {
	// A visit begins with a browser at rest.
	await page.goto('about:blank');
	await page.waitForTimeout(REST);
	await page.goto(url);
	if (isEncrypted) await unlock(page);
	const handle = await page.waitForFunction(
		() => {
			const isDone =
				document.querySelector('[data-panel="figures"] table') &&
				document.querySelector('[data-pending="false"]') &&
				!document.querySelector('[data-pending="true"], .last-view') &&
				[...document.querySelectorAll<HTMLElement>('.chart[data-seen="true"]')].every(
					(chart) => chart.dataset['painted'] === 'true'
				);
			return isDone ? performance.now() : false;
		},
		undefined,
		{ timeout: 240_000, polling: 'raf' }
	);
	return { took: Number(await handle.jsonValue()), longTask: await longestTask(page) };
}

/** What an app would do that encodes the whole workspace with each change. */
async function savedAnew({ mine, files }: Workspaces, isEncrypted: boolean): Promise<number> {
	const start = performance.now();
	if (isEncrypted) await writeWorkspaceFile(mine);
	else zipSync(unzipSync(files.mine), { level: 6 });
	return performance.now() - start;
}

async function mergedAnew({ mine, theirs }: Workspaces): Promise<number> {
	const start = performance.now();
	await keepContent(memoryStore(), mergeContents(mine, theirs));
	return performance.now() - start;
}

async function measure(
	url: string,
	workspaces: Workspaces,
	isEncrypted: boolean
): Promise<Measured> {
	const { page, close } = await profilePage();
	try {
		await nameHelper(page);
		await watchLongTasks(page);
		await withPicker(page, DRIVE);
		await openData(page, url, false);
		await putFile(page, workspaces.files.mine);
		const file = await timed(page, async () => {
			const { shown, taken } = await takeIn(page, isEncrypted);
			return shown + taken;
		});
		if (isEncrypted) await encryptBrowser(page);

		// What figures are computed from is kept when nobody waits for others any more.
		await visit(page, url, isEncrypted);
		await page.waitForTimeout(2 * REST);
		const visits: Timed[] = [];
		for (let round = 0; round < VISITS; round++) visits.push(await visit(page, url, isEncrypted));

		await openData(page, url, isEncrypted);
		const entered: Timed[] = [];
		const saved: Timed[] = [];
		for (let round = 0; round < SAVES; round++) {
			entered.push(await timed(page, () => enter(page, `Neues Ereignis ${round}.`)));
			saved.push(await timed(page, () => save(page)));
		}

		await putFile(page, workspaces.files.theirs);
		let shown = 0;
		const merged = await timed(page, async () => {
			const { shown: first, taken } = await takeIn(page, false);
			shown = first;
			return first + taken;
		});
		return {
			visit: together(visits),
			file,
			entered: together(entered),
			saved: together(saved),
			merged: { ...merged, shown },
			anew: {
				saved: await savedAnew(workspaces, isEncrypted),
				merged: await mergedAnew(workspaces)
			}
		};
	} finally {
		await close();
	}
}

/** A workspace of 50 batches and 2 million answers: opened, changed, saved and merged. */
export async function measureWorkspace(
	url: string
): Promise<{ plain: Measured; encrypted: Measured }> {
	const plain = await makeWorkspaces();
	return {
		plain: await measure(url, plain, false),
		encrypted: await measure(url, await encryptedWorkspaces(plain), true)
	};
}

function linesOf(name: string, measured: Measured): Line[] {
	const { visit: visited, file, entered, saved, merged, anew } = measured;
	const longest = [visited, entered, saved, merged].map(({ longTask }) => longTask);
	return [
		[
			`${name}: opened, overview complete`,
			ms(visited.took),
			'3000 ms',
			`from its file in an empty browser: ${ms(file.took)}`
		],
		[`${name}: an event entered, until it is listed`, ms(entered.took), '200 ms', '–'],
		[
			`${name}: that change saved to its file`,
			ms(saved.took),
			'1000 ms',
			`every part encoded anew (Node): ${ms(anew.saved)}`
		],
		[
			`${name}: merged with another one and saved`,
			ms(merged.took),
			'5000 ms',
			`of it until the changes are shown: ${ms(merged.shown)}; every batch of both read anew (Node): ${ms(anew.merged)}`
		],
		[
			`${name}: longest task on the main thread meanwhile`,
			ms(Math.max(...longest)),
			'50 ms',
			`opened, entered, saved, merged: ${longest.map(ms).join(', ')}; opened from its file: ${ms(file.longTask)}`
		]
	];
}

/** The lines of the table on workspaces. */
export const workspaceLines = ({
	plain,
	encrypted
}: Awaited<ReturnType<typeof measureWorkspace>>): Line[] => [
	...linesOf('2 million answers in 50 files', plain),
	...linesOf('the same, encrypted', encrypted)
];
