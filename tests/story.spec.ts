import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { go } from './go';
import { openQuartier, panel } from './panels';
import { expect, test } from './reading';
import { test as fresh, type Page } from './watch';
import { loadSample, painted, press, rowsOf } from './wizard';
import { say } from './words';

/** Goes on with the tab key until a link of a panel has the focus; how many stops that took. */
async function stopsTo(page: Page, id: string): Promise<number> {
	for (let stop = 1; stop < 60; stop++) {
		await page.keyboard.press('Tab');
		const isThere = await page.evaluate(
			(wanted) => document.activeElement?.closest(`[data-panel="${wanted}"] a`) !== null,
			id
		);
		if (isThere) return stop;
	}
	return Infinity;
}

test('the overview opens with what is new, each sentence leading to its chart, in twelve stops', async ({
	page
}) => {
	await loadSample(page);
	const news = panel(page, 'news').getByRole('link');
	await expect(news).toHaveCount(4);
	const words = await news.allInnerTexts();
	// Planted: safety, cases and young visitors of SZ-Lebenstedt; nothing else changed.
	for (const text of words) expect(text).toContain('SZ-Lebenstedt');
	expect(words.join()).toMatch(/Sicherheit.*von 58 \(2022\) auf 69 \(2025\) gestiegen/);
	expect(words.join()).toMatch(/neuer Fälle.*von 70 \(2019\) auf 103 \(2025\) gestiegen/);
	expect(words.join()).toMatch(/junger Menschen.*von 32 % \(2023\) auf 46 % \(2025\) gestiegen/);
	// Without a scroll, on the first screen.
	await expect(news.nth(2)).toBeInViewport();
	await expect(panel(page, 'needs').getByRole('listitem').first()).toContainText('SZ-Lebenstedt');
	// What is permanently different names both figures, the interval, and the certainty once.
	const table = panel(page, 'standing');
	const rows = await rowsOf(page, '[data-panel="standing"] table');
	expect(rows).toHaveLength(6);
	expect(rows[0]).toMatchObject({
		[say('chart_table_indicator')]: 'Weiterempfehlung (NPS)',
		[say('standing_here')]: '−5',
		[say('standing_others')]: '+16'
	});
	expect(Object.values(rows[0] ?? {}).join(' ')).toMatch(/−21 \(−\d+ bis −\d+\)/);
	expect((await table.innerText()).match(/sehr wahrscheinlich/g)).toHaveLength(1);
	const more = table.getByRole('button');
	const all = Number(/\d+/.exec(await more.innerText())?.[0]);
	expect(all).toBeGreaterThan(20);
	await more.click();
	expect(await rowsOf(page, '[data-panel="standing"] table')).toHaveLength(all);

	await page.goto('/');
	await expect(news.first()).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	expect(1 + (await stopsTo(page, 'news'))).toBeLessThanOrEqual(12);

	for (const [at, title] of [
		[0, '#safety-course-title'],
		[1, '#young-title'],
		[2, '#case-rate-title']
	] as const) {
		await go(page, '/');
		await news.nth(at).click();
		await painted(page);
		await expect(page.locator(title)).toBeInViewport();
	}
	await expect(page.locator('#case-rate-title')).toContainText('seit 2019');
});

test('each topic is one row that opens in place', async ({ page }) => {
	await openQuartier(page);
	const row = panel(page, 'topic-rows').getByRole('group', { name: 'Nachbarschaft' });
	await row.scrollIntoViewIfNeeded();
	await expect(row).toContainText(/61 ± 2/);
	await expect(row).toContainText('▼ −10');
	await expect(row).toContainText(/Umgang mit Konflikten 47 %/);
	await expect(row).toContainText('„Nachbarn“ 11 %');
	await expect(row).toContainText(/Nachbarschaftskonflikt \d+/);
	await expect(panel(page, 'neighbourhood-items')).toHaveCount(0);
	await row.getByRole('button').click();
	await expect(panel(page, 'neighbourhood-items').locator('.chart')).toBeVisible();
	await expect(panel(page, 'neighbourhood-course').locator('.chart')).toBeVisible();
	await row.getByRole('button').click();
	await expect(panel(page, 'neighbourhood-items')).toHaveCount(0);
});

test('five pictures for the meeting are proposed, changed and saved in four clicks', async ({
	page
}) => {
	await loadSample(page);
	await press(page, say('meeting_open'));
	const dialog = page.getByRole('dialog');
	const pictures = dialog.getByRole('combobox');
	await expect(pictures).toHaveCount(5);
	await pictures.nth(4).selectOption({ index: 6 });
	const download = page.waitForEvent('download');
	await dialog.getByRole('button', { name: say('meeting_save', { n: 5 }) }).click();
	const path = await (await download).path();
	const files = unzipSync(new Uint8Array(await readFile(path)));
	expect(Object.keys(files)).toHaveLength(5);
	expect(Object.keys(files)[0]).toBe('01-sz-lebenstedt-strip.png');
	for (const bytes of Object.values(files)) expect(bytes.length).toBeGreaterThan(20_000);
	await expect(dialog).toBeHidden();
});

test('the page for the board is one page', async ({ page }) => {
	await openQuartier(page);
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', 'true');
	});
	// Whatever is open on the screen stays off it.
	const row = panel(page, 'topic-rows').getByRole('group', { name: 'Nachbarschaft' });
	await row.getByRole('button').click();
	await expect(panel(page, 'neighbourhood-items').locator('.chart')).toBeVisible();
	await press(page, say('quartier_print_board'));
	await expect(page.locator('body[data-printed]')).toBeAttached();
	await expect(panel(page, 'flow')).toHaveCount(0);
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
	// Back at the screen all of it is there.
	await expect(panel(page, 'flow')).toBeVisible();
	await expect(panel(page, 'neighbourhood-items')).toBeVisible();
	await row.getByRole('button').click();
});

fresh('another language is there everywhere at once', async ({ page }) => {
	await loadSample(page);
	/** All words but what says that figures are those of the last visit, and what names a page that was gone to. */
	const words = () =>
		page.evaluate(() => {
			const passing = document.querySelectorAll<HTMLElement>('.kept, #svelte-announcer');
			for (const one of passing) one.style.display = 'none';
			const text = document.body.innerText;
			for (const one of passing) one.style.display = '';
			return text;
		});
	for (const address of ['/', '/quartiere/sz-lebenstedt', '/vergleich?mit=sz-lebenstedt']) {
		await go(page, address);
		await painted(page);
		await press(page, 'English');
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await painted(page);
		const switched = await words();
		const title = await page.title();
		await page.reload();
		await painted(page);
		expect(switched, address).toBe(await words());
		expect(title).toBe(await page.title());
		await press(page, 'Deutsch');
	}
});
