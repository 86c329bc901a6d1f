import { go } from './go';
import { enterEvent } from './holdings';
import { kill } from './kill';
import { batchFiles } from './storage';
import { expect, test, type Page } from './watch';
import { loadSample, press } from './wizard';
import { say } from './words';

const undo = (page: Page) =>
	page.getByRole('button', {
		name: say('batches_undo_file', { file: 'beispiel-kontakte.csv' }),
		exact: true
	});

/** Holds the lock of whoever writes, as a window does that sleeps in the middle of it. */
const holdLock = (page: Page) =>
	page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				void navigator.locks
					.request('quartierspiegel-writer', () => {
						resolve();
						return new Promise(() => {});
					})
					.catch(() => undefined);
			})
	);

/** In how many windows the browser says that the workspace is open. */
const windowsOf = (page: Page) => () =>
	page.evaluate(async () => {
		const { held = [] } = await navigator.locks.query();
		return held.filter(({ name }) => name === 'quartierspiegel-open').length;
	});

test('a second window follows live, says so, and takes over from one that sleeps', async ({
	page,
	context
}) => {
	await loadSample(page);
	await go(page, '/daten');
	await expect(page.locator('[data-windows]')).toHaveCount(0);
	const other = await context.newPage();
	await other.goto('/daten');
	await expect(other.locator('[data-windows]')).toHaveText(say('windows_other'));
	await expect(page.locator('[data-windows]')).toHaveText(say('windows_other'));
	await enterEvent(page, 'Sommerfest');
	await expect(other.getByText('Sommerfest')).toBeVisible();

	await holdLock(page);
	await undo(other).click();
	await expect(other.locator('[data-blocked]')).toContainText(say('windows_blocked'));
	await press(other, say('windows_take_over'));
	await expect(other.locator('[data-blocked]')).toHaveCount(0);
	await undo(other).click();
	await expect(undo(other)).toHaveCount(0);
	// The first window has heard of it.
	await expect(undo(page)).toHaveCount(0);

	// One that crashes before it says what it has written: whoever comes back to the first sees it.
	await other.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined));
	await enterEvent(other, 'Herbstfest');
	await expect(page.getByText('Herbstfest')).toHaveCount(0);
	await kill(other);
	await expect.poll(windowsOf(page)).toBe(1);
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await expect(page.getByText('Herbstfest')).toBeVisible();
	await expect(page.locator('[data-windows]')).toHaveCount(0);
});

test('a window that wakes after another one took over writes nothing any more', async ({
	page,
	context
}) => {
	await loadSample(page);
	await go(page, '/daten');
	const before = await batchFiles(page);
	const other = await context.newPage();
	await other.goto('/daten');
	// It falls asleep with its first step to take a file back.
	await page.evaluate(() => {
		const prototype = FileSystemDirectoryHandle.prototype;
		const remove: (this: FileSystemDirectoryHandle, name: string) => Promise<void> =
			// eslint-disable-next-line @typescript-eslint/unbound-method -- called on what it is asked of
			prototype.removeEntry;
		prototype.removeEntry = async function (name) {
			await new Promise<void>((resolve) => Object.assign(window, { wake: resolve }));
			return remove.call(this, name);
		};
	});
	await undo(page).click();
	await page.waitForFunction(() => 'wake' in window);

	await undo(other).click();
	await expect(other.locator('[data-blocked]')).toBeVisible();
	await press(other, say('windows_take_over'));
	await expect(other.locator('[data-blocked]')).toHaveCount(0);
	await page.evaluate(() => (window as unknown as { wake: () => void }).wake());
	await expect(page.getByRole('alert')).toHaveText(say('problem_taken_over'));
	expect(await batchFiles(page)).toEqual(before);
	await other.reload();
	await expect(undo(other)).toBeVisible();
	await enterEvent(other, 'Winterfest');
});
