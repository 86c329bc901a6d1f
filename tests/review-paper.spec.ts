import { go } from './go';
import { expect, test } from './reading';
import { keyFigures, loadSample, painted, press } from './wizard';
import { say } from './words';
import { openQuartier, panel } from './panels';

test('what nobody has scrolled to goes on paper as well', async ({ page }) => {
	await openQuartier(page);
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', 'true');
	});
	await expect(panel(page, 'terms')).toHaveCount(0);
	// The keys of the browser wait for the panels as the button does.
	await page.keyboard.press('Control+p');
	await expect(page.locator('body[data-printed]')).toBeAttached();
	await expect(panel(page, 'terms')).toHaveCount(1);
	await expect(panel(page, 'importance')).toHaveCount(1);
	await page.evaluate(() => document.body.removeAttribute('data-printed'));
	await press(page, say('quartier_print'));
	await expect(page.locator('body[data-printed]')).toBeAttached();

	// Where the browser does not say that its dialog is gone, the next page shows what staff see nonetheless.
	await go(page, '/quartiere/weststadt');
	await painted(page);
	expect(Object.keys(await keyFigures(page))).toHaveLength(5);
	await expect(page.getByText(say('print_use_button'))).toBeAttached();
});

test('paper shows what may be handed over, and the browser’s own command none of it', async ({
	page
}) => {
	await loadSample(page, '/vergleich?von=2025&bis=2025');
	await painted(page);
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', 'true');
	});
	const hidden = () => page.locator('[data-panel="case-differences"]').getByText('verdeckt');
	await expect(hidden()).not.toHaveCount(0);
	const inside = await hidden().count();
	const asShown = await page.locator('main').innerText();

	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('main')).toBeHidden();
	await expect(page.getByText(say('print_use_button'))).toBeVisible();

	await page.keyboard.press('Control+p');
	await expect(page.locator('body[data-printed]')).toBeAttached();
	await expect(page.locator('main')).toBeVisible();
	await expect(page.getByText(say('print_released'))).toBeVisible();
	expect(await hidden().count()).toBeGreaterThan(inside);

	// Back at the screen staff see what they saw.
	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(hidden()).toHaveCount(inside);
	expect(await page.locator('main').innerText()).toBe(asShown);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('main')).toBeHidden();
});
