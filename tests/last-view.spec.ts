import { kept, keptPage } from './kept-view';
import { toQuartier } from './panels';
import { expect, test, type Page } from './watch';
import { loadSample, painted, press, overviewTable } from './wizard';
import { say } from './words';

const DASHBOARD = '/quartiere/sz-lebenstedt';
const picture = (page: Page) => page.locator('html > .last-view');

/** What says that figures are those of the last visit, until the database is there. */
const keptMark = (page: Page) => page.getByRole('status').getByText(say('state_kept'));

/** Waits until it is decided whether there is a picture, and says whether there is. */
const isPictured = async (page: Page): Promise<boolean> => {
	await expect(page.locator('html')).toHaveAttribute('data-last-view', 'decided');
	return (await picture(page).count()) === 1;
};

/** Visits a dashboard until its picture is kept. */
async function visit(page: Page): Promise<void> {
	await toQuartier(page, 'SZ-Lebenstedt');
	await expect.poll(() => keptPage(page)).toBe(DASHBOARD);
}

/** Holds the app back, as a slow start does; what is returned lets it come. */
async function holdBack(page: Page): Promise<() => void> {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/immutable/entry/app.*.js', async (route) => {
		await held;
		await route.continue();
	});
	return release;
}

/** Share of the pixels in which two pictures of the same size differ visibly. */
const difference = (page: Page, pictures: Buffer[]): Promise<number> =>
	page.evaluate(
		async (sources) => {
			const pixels = await Promise.all(
				sources.map(async (source) => {
					const image = new Image();
					image.src = `data:image/png;base64,${source}`;
					await image.decode();
					const canvas = new OffscreenCanvas(image.width, image.height);
					const context = canvas.getContext('2d');
					context?.drawImage(image, 0, 0);
					return context?.getImageData(0, 0, image.width, image.height).data ?? [];
				})
			);
			const [one = [], other = []] = pixels;
			let differing = 0;
			for (let i = 0; i < one.length; i++) {
				if (Math.abs((one[i] ?? 0) - (other[i] ?? 0)) > 32) differing++;
			}
			return differing / one.length;
		},
		pictures.map((picture) => picture.toString('base64'))
	);

test('the last dashboard stands there before the app does, looks the same, and gives way to it', async ({
	page
}) => {
	await loadSample(page);
	await visit(page);
	await expect(keptMark(page)).toHaveCount(0);
	await page.mouse.move(0, 0);
	const before = await page.screenshot();

	const letTheAppCome = await holdBack(page);
	await page.goto(DASHBOARD, { waitUntil: 'commit' });
	await expect(picture(page)).toHaveAttribute('data-painted', 'true');
	await expect(page.getByRole('main')).toHaveCount(0);
	const shown = await page.screenshot();
	// The mark, which says that these are figures of the last visit, is all that is new.
	const changed = await difference(page, [before, shown]);
	expect(changed).toBeGreaterThan(0);
	expect(changed).toBeLessThan(0.01);

	letTheAppCome();
	await expect(picture(page)).toHaveCount(0);
	await painted(page);
	await expect(keptMark(page)).toHaveCount(0);
	await page.mouse.move(0, 0);
	expect(await difference(page, [before, await page.screenshot()])).toBeLessThan(0.0005);
});

test('the picture is of one page, in one window and one light, and nobody has to wait for it', async ({
	page
}) => {
	await loadSample(page);
	await visit(page);
	const letTheAppCome = await holdBack(page);

	for (const other of ['/', `${DASHBOARD}?wave=2022`, '/quartiere/gliesmarode']) {
		await page.goto(other, { waitUntil: 'domcontentloaded' });
		// At once: a picture would go by itself after a while.
		expect(await isPictured(page)).toBe(false);
	}
	const window = page.viewportSize() ?? { width: 1280, height: 720 };
	await page.setViewportSize({ width: 800, height: 600 });
	await page.goto(DASHBOARD, { waitUntil: 'domcontentloaded' });
	expect(await isPictured(page)).toBe(false);
	await page.setViewportSize(window);
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.reload({ waitUntil: 'domcontentloaded' });
	expect(await isPictured(page)).toBe(false);

	await page.emulateMedia({ colorScheme: 'light' });
	await page.reload({ waitUntil: 'domcontentloaded' });
	await expect(picture(page)).toHaveCount(1);
	await page.keyboard.press('Tab');
	await expect(picture(page)).toHaveCount(0);
	letTheAppCome();
	await painted(page);
});

test('the light that was chosen is there before the app is', async ({ page }) => {
	await page.goto('/hilfe');
	await page.getByRole('button', { name: say('theme_dark') }).click();
	const letTheAppCome = await holdBack(page);
	await page.reload({ waitUntil: 'domcontentloaded' });
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	letTheAppCome();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the picture of a page without a chart in its first screen gives way as soon', async ({
	page
}) => {
	await loadSample(page);
	await painted(page);
	await page.mouse.move(0, 0);
	await expect.poll(async () => (await kept(page)) !== null).toBe(true);
	expect(await page.locator('.chart[data-seen="true"]').count()).toBe(0);
	const letTheAppCome = await holdBack(page);
	await page.reload({ waitUntil: 'domcontentloaded' });
	expect(await isPictured(page)).toBe(true);
	letTheAppCome();
	await expect(overviewTable(page)).toBeVisible();
	// Long before the time after which it goes in any case.
	await expect(picture(page)).toHaveCount(0, { timeout: 4000 });
});

test('what tenants wrote is in no picture', async ({ page }) => {
	await page.addInitScript(() =>
		localStorage.setItem('quartierspiegel-folded', 'profile satisfaction surroundings')
	);
	await page.setViewportSize({ width: 1280, height: 1600 });
	await loadSample(page);
	await page.getByRole('navigation').getByRole('link', { name: 'SZ-Lebenstedt' }).click();
	const terms = page.locator('[data-panel="terms"] [data-private]');
	await terms.getByRole('button').first().click();
	await expect(terms.locator('li').first()).toBeInViewport();
	const sentence = await terms.locator('li').first().textContent();
	await page.evaluate(() => scrollTo(0, 0));
	await expect.poll(() => keptPage(page)).toContain('begriff=');
	const picture = (await kept(page)) ?? '';
	expect(picture).toContain('data-panel');
	expect(sentence?.length).toBeGreaterThan(20);
	expect(picture).not.toContain(JSON.stringify(sentence?.trim()).slice(1, -1));
	expect(picture).not.toContain('data-private');
});

test('when the figures change, what was kept of them is gone at once', async ({ page }) => {
	await loadSample(page);
	await visit(page);
	await page
		.getByRole('navigation')
		.getByRole('link', { name: say('nav_batches') })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await keptPage(page)).toBe(DASHBOARD);
	await press(page, say('batches_delete'));
	await press(page, say('batches_delete_yes'));
	await expect.poll(() => kept(page)).toBeNull();
});
