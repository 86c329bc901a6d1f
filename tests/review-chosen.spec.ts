import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './watch';
import { painted, press, toPanel } from './wizard';
import { say } from './words';
import { openQuartier, toQuartier } from './panels';

test('chosen panels become pictures in one zip and a view of one’s own', async ({ page }) => {
	await openQuartier(page);
	for (const id of ['topics', 'flow'])
		await (await toPanel(page, id)).getByRole('checkbox').check();
	await toQuartier(page, 'Weststadt');
	await (await toPanel(page, 'topics')).getByRole('checkbox').check();
	const bar = page.getByRole('region', { name: say('chosen_label') });
	await expect(bar).toContainText(say('chosen_count', { n: 3 }));
	// They stay when the page is loaded again.
	await page.reload();
	await expect(bar).toContainText(say('chosen_count', { n: 3 }));
	const download = page.waitForEvent('download');
	await bar.getByRole('button', { name: say('chosen_pictures') }).click();
	const path = await (await download).path();
	const files = unzipSync(new Uint8Array(await readFile(path)));
	expect(Object.keys(files)).toEqual([
		'01-sz-lebenstedt-topics.png',
		'02-sz-lebenstedt-flow.png',
		'03-weststadt-topics.png'
	]);
	for (const bytes of Object.values(files)) {
		expect(strFromU8(bytes.slice(1, 4))).toBe('PNG');
		expect(bytes.length).toBeGreaterThan(20_000);
	}

	await bar.getByLabel(say('chosen_view_name')).fill('Montag');
	await bar.getByRole('button', { name: say('chosen_collect') }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Montag' })).toBeVisible();
	await painted(page);
	const order = () =>
		page
			.locator('.entry')
			.evaluateAll((all) =>
				all.map((one) => [
					one.querySelector('strong')?.textContent,
					one.querySelector('[data-panel]')?.getAttribute('data-panel')
				])
			);
	expect(await order()).toEqual([
		['SZ-Lebenstedt', 'topics'],
		['SZ-Lebenstedt', 'flow'],
		['Weststadt', 'topics']
	]);
	await press(page, say('view_up', { n: 3 }));
	await expect.poll(async () => (await order())[1]?.[0]).toBe('Weststadt');
	await press(page, say('view_take_out', { n: 1 }));
	await expect(page.locator('.entry')).toHaveCount(2);
	await press(page, say('note_undo'));
	await expect(page.locator('.entry')).toHaveCount(3);
	await page.reload();
	await painted(page);
	await expect(page.locator('.entry')).toHaveCount(3);
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Montag' })).toBeVisible();
});
