import { AxeBuilder } from '@axe-core/playwright';
import { go } from './go';
import { wear, type Look } from './look';
import { expect, test, type Page } from './watch';
import { atStep, findColumn, painted, overviewTable, toPanel } from './wizard';
import { say } from './words';

/** Each language, theme and width meets each of the others; `npm test` asks about the first. */
const LOOKS: Look[] = [
	{ language: 'de', theme: 'light', width: 1440 },
	{ language: 'de', theme: 'dark', width: 390 },
	{ language: 'en', theme: 'light', width: 390 },
	{ language: 'en', theme: 'dark', width: 1440 }
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Asks axe about the page or a part of it, and whether the page is as wide as the window. */
async function expectAccessible(page: Page, where: string, part = 'html'): Promise<void> {
	// What fades in is not read before it is there.
	await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
	// There are no frames, which would need a page of their own each time; only violations are wanted whole.
	const axe = new AxeBuilder({ page })
		.setLegacyMode(true)
		.include(part)
		.options({ runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] });
	const { violations, passes } = await axe.analyze();
	const found = violations.map(({ id, nodes }) => ({
		id,
		nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`)
	}));
	expect.soft(found, where).toEqual([]);
	expect(passes.length, `what axe looked at in ${where}`).toBeGreaterThan(5);
	const [wide, window] = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth
	]);
	expect.soft(wide, `width of ${where}`).toBeLessThanOrEqual(window ?? 0);
}

for (const look of LOOKS) {
	const { language, theme, width } = look;
	const name = `${language}, ${theme}, ${width} pixels wide`;
	const tag = look === LOOKS[0] ? [] : ['@proof'];
	const words = (key: string, inputs = {}) => say(key, inputs, language);
	const press = (page: Page, key: string, inputs = {}) =>
		page.getByRole('button', { name: words(key, inputs), exact: true }).click();

	test(`axe finds nothing on the pages: ${name}`, { tag }, async ({ page }) => {
		await wear(page, look);
		await page.goto('/');
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
		await expect(page.getByRole('button', { name: words('welcome_sample_button') })).toBeVisible();
		await expectAccessible(page, 'the first visit');
		await press(page, 'welcome_sample_button');
		await expect(overviewTable(page)).toBeVisible({ timeout: 90_000 });
		await expectAccessible(page, 'the overview');

		await overviewTable(page).getByRole('link', { name: 'SZ-Lebenstedt' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'SZ-Lebenstedt' })).toBeVisible();
		await painted(page);
		const topics = await toPanel(page, 'topics');
		await topics.locator('button[aria-expanded]').click();
		await page.locator('summary', { hasText: words('group_age') }).click();
		await page.getByRole('checkbox', { name: '65 und älter' }).check();
		await painted(page);
		await expectAccessible(page, 'the dashboard with a table and a filter');
		await page.keyboard.press('Escape');
		await topics.getByRole('button', { name: words('panel_explain') }).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await expectAccessible(page, 'the explanation of a figure', 'dialog[open]');
		await page.keyboard.press('Escape');

		await go(page, '/quartiere/weststadt?blick=index-safety&angebotsbereich=Sicheres+Wohnen');
		await expect(page.getByRole('dialog').locator('.chart[data-painted="true"]')).toBeVisible();
		await expectAccessible(page, 'the way into depth', 'dialog[open]');
		await page.keyboard.press('Escape');
		await painted(page);
		await expectAccessible(page, 'the dashboard with a modernisation and something picked');
		await page.keyboard.press('Control+k');
		await page.getByRole('dialog').getByRole('combobox').fill('a');
		await expectAccessible(page, 'the search', 'dialog[open]');
		await page.keyboard.press('Escape');
		const topic = await toPanel(page, 'topics');
		await topic.getByRole('checkbox').check();
		await expect(page.getByText(words('chosen_count', { n: 1 }))).toBeVisible();
		// What the bar lies over was looked at before, and scrolls out from under it.
		await expectAccessible(page, 'the chosen panels', '.chosen-bar');
		await page.getByLabel(words('chosen_view_name')).fill('Montag');
		await press(page, 'chosen_collect');
		await expect(page.getByRole('heading', { level: 1, name: 'Montag' })).toBeVisible();
		await painted(page);
		await expectAccessible(page, 'a view of one’s own');
		await go(page, '/vergleich?mit=sz-lebenstedt&mit=weststadt');
		await painted(page);
		await expectAccessible(page, 'the comparison');
		await go(page, '/notizen');
		await page.getByLabel(words('note_text')).fill('Nachfragen');
		await press(page, 'note_add');
		await expect(page.getByRole('listitem').filter({ hasText: 'Nachfragen' })).toBeVisible();
		await expectAccessible(page, 'the notes');

		await go(page, '/daten');
		await expect(page.getByText('beispiel-faelle.csv', { exact: true })).toBeVisible();
		await expectAccessible(page, 'the holdings');
		await page.locator('main details summary').nth(1).click();
		await expect(page.locator('main details[open] table')).toBeVisible();
		await expectAccessible(page, 'how a file was read');
		await page.getByRole('link', { name: words('history_link') }).click();
		await expect(page.locator('[data-step]').first()).toBeVisible();
		await expectAccessible(page, 'the history');
		await go(page, '/daten');
		await press(page, 'batches_delete');
		await expectAccessible(page, 'the question before all is deleted', 'dialog[open]');
		await go(page, '/datenschutz');
		await expect(page.locator('[data-removed]')).toBeVisible();
		await expectAccessible(page, 'the page of data protection');
		await go(page, '/datenschutz/weitergaben');
		await expect(page.locator('[data-releases]')).toBeVisible();
		await expectAccessible(page, 'what has left the house');
		await go(page, '/datenschutz/verzeichnis');
		await expect(page.locator('[data-processing]')).toBeVisible();
		await expectAccessible(page, 'the record of processing activities');
		await go(page, '/hilfe');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('help_title'));
		await expectAccessible(page, 'the help');
		await go(page, '/hilfe/kennzahlen');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('catalogue_title'));
		await expectAccessible(page, 'the catalogue of indicators');
		await go(page, '/hilfe/ueber');
		await page.locator('summary').first().click();
		await expect(page.locator('details[open] p')).toBeVisible();
		await expectAccessible(page, 'the page about the program');
		await go(page, '/befragungen');
		await painted(page);
		await expect(page.locator('[data-panel="drivers"] .chart')).toBeVisible();
		await expectAccessible(page, 'the surveys');
	});

	test(`axe finds nothing in the import: ${name}`, { tag }, async ({ page }) => {
		await wear(page, look);
		await page.goto('/import');
		await atStep(page, 'choose', language);
		await expectAccessible(page, 'the choice of a file');
		await page.goto('/import?beispiel=kopenhagen');
		await atStep(page, 'recognised', language);
		await expectAccessible(page, 'what was recognised');
		await press(page, 'recognised_continue');
		await page.getByLabel(words('columns_quartier_name')).fill('Kopenhagen');
		await expectAccessible(page, 'the cards of the columns');
		await findColumn(page, 'Satisfaction', language);
		for (const part of await page.locator('[data-card="scale"] summary').all()) await part.click();
		await page
			.getByLabel(say('cards_select_column', { heading: 'Satisfaction' }, language))
			.check();
		await expectAccessible(page, 'a card with its questions and rows');
		await press(page, 'columns_continue');
		await page.getByLabel(words('waves_name'), { exact: true }).fill('1976');
		await page.getByLabel(words('waves_from')).fill('1976-01-01');
		await page.getByLabel(words('waves_to')).fill('1976-12-31');
		await expectAccessible(page, 'the wave');
		await press(page, 'waves_continue');
		await atStep(page, 'checks', language);
		await expectAccessible(page, 'the checks');
		const count = (1681).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB');
		await press(page, 'checks_load_survey', { n: count });
		await atStep(page, 'done', language);
		await expectAccessible(page, 'the end of the import');
	});
}
