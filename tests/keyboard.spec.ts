import type { Locator } from '@playwright/test';
import { survey, type Upload } from './files';
import { test as reading } from './reading';
import { expect, test, type Page } from './watch';
import { atStep, loadSample, painted, overviewTable, toPanel } from './wizard';
import { say } from './words';

/** More steps than any page needs from one end to the other. */
const MOST_STEPS = 150;

const isFocused = (target: Locator): Promise<boolean> =>
	target.evaluate((element) => element === document.activeElement);

/** Goes on with the tabulator until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
	await expect(target).toBeVisible();
	for (let step = 0; step < MOST_STEPS; step++) {
		if (await isFocused(target)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the tabulator does not come to ${String(target)}`);
}

const press = async (page: Page, target: Locator, key = 'Enter'): Promise<void> => {
	await tabTo(page, target);
	await page.keyboard.press(key);
};

const button = (page: Page, key: string, inputs: Record<string, string | number> = {}) =>
	page.getByRole('button', { name: say(key, inputs), exact: true });

/** The first stop of a page is the link that jumps over the navigation. */
async function expectSkipLink(page: Page): Promise<void> {
	const skip = page.getByRole('link', { name: say('nav_skip') });
	await expect(skip).toBeAttached();
	await page.keyboard.press('Tab');
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
}

test('from the sample to a filtered dashboard, a chart and its explanation', async ({ page }) => {
	await page.goto('/');
	await expect(button(page, 'welcome_sample_button')).toBeVisible();
	await expectSkipLink(page);
	await press(page, button(page, 'welcome_sample_button'));
	await expect(overviewTable(page)).toBeVisible({ timeout: 90_000 });
	await press(page, overviewTable(page).getByRole('link', { name: 'SZ-Lebenstedt' }));
	await expect(page.getByRole('heading', { level: 1, name: 'SZ-Lebenstedt' })).toBeVisible();
	await painted(page);

	await press(page, page.locator('summary', { hasText: say('group_age') }));
	const age = page.getByRole('checkbox', { name: 'unter 30' });
	await press(page, age, 'Space');
	await expect(page).toHaveURL((url) => url.searchParams.get('alter') === 'unter 30');
	await expect(age).toBeFocused();
	await painted(page);

	const topics = await toPanel(page, 'topics');
	await painted(page);
	await tabTo(page, topics.locator('.chart'));
	await expect(topics.locator('.spoken')).toBeEmpty();
	await page.keyboard.press('ArrowRight');
	await expect(topics.locator('.spoken')).toContainText(/Wohnung und Gebäude.*n = \d+/);
	await page.keyboard.press('ArrowDown');
	await expect(topics.locator('.spoken')).toContainText(/Wohnumfeld.*n = \d+/);
	await page.keyboard.press('End');
	await expect(topics.locator('.spoken')).toContainText(/Service.*n = \d+/);
	await page.keyboard.press('Escape');
	await expect(topics.locator('.spoken')).toBeEmpty();

	const table = topics.locator('button[aria-expanded]');
	await press(page, table);
	await expect(topics.getByRole('table')).toBeVisible();
	await expect(table).toBeFocused();

	const explain = topics.getByRole('button', { name: say('panel_explain') });
	const dialog = page.getByRole('dialog', { name: say('panel_explain_title') });
	for (const close of ['Escape', 'Enter']) {
		await press(page, explain);
		await expect(dialog).toBeVisible();
		// Closed and opened again at once, before the browser says that it has closed.
		await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Enter')]);
		await expect(dialog).toBeVisible();
		if (close === 'Enter') await tabTo(page, dialog.getByRole('button'));
		await page.keyboard.press(close);
		await expect(dialog).toBeHidden();
		await expect(explain).toBeFocused();
	}
});

reading('a table of the start page is sorted by keyboard', async ({ page }) => {
	await loadSample(page);
	const heading = page.getByRole('columnheader', { name: 'Offene Fälle' });
	await press(page, heading.getByRole('button'));
	await expect(heading).toHaveAttribute('aria-sort', 'descending');
	await expect(overviewTable(page).getByRole('rowheader').first()).toContainText('Weststadt');
	await page.keyboard.press('Enter');
	await expect(heading).toHaveAttribute('aria-sort', 'ascending');
	await expect(overviewTable(page).getByRole('rowheader').first()).toContainText('SZ-Thiede');
});

/** Chooses a file as the browser's own dialog would, opened from the keyboard. */
async function chooseByKey(page: Page, file: Upload): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	const input = page.locator('input[type=file]');
	for (let step = 0; step < MOST_STEPS && !(await isFocused(input)); step++) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Space');
	await (await chooser).setFiles(file);
	await atStep(page, 'recognised');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
}

/** A day whose day and month are the same number, as the order of the fields is the browser's own. */
async function typeDay(page: Page, label: string, digits: string): Promise<void> {
	await tabTo(page, page.getByLabel(say(label)));
	await page.keyboard.type(digits);
}

test('the import from the file to the loaded data', async ({ page }) => {
	await page.goto('/import');
	await expectSkipLink(page);
	await chooseByKey(page, survey(60));
	const encoding = page.getByLabel(say('recognised_encoding'));
	for (const [key, value] of [
		['w', 'windows-1252'],
		['Home', 'utf-8']
	] as const) {
		await tabTo(page, encoding);
		await page.keyboard.press(key);
		await expect(encoding).toHaveValue(value);
		await expect(page.getByText(say('import_reading'))).toHaveCount(0);
		await expect(encoding).toBeFocused();
	}
	await press(page, button(page, 'recognised_continue'));
	await atStep(page, 'columns');
	await tabTo(page, page.getByRole('searchbox', { name: say('cards_search') }));
	await page.keyboard.type('Q00');
	const topic = page.getByLabel(say('columns_topic_of', { heading: 'Q00' }));
	await tabTo(page, topic);
	await page.keyboard.type(say('topic_overall'));
	await expect(topic).toHaveValue('overall');
	await press(page, button(page, 'columns_continue'));
	await atStep(page, 'wave');
	await tabTo(page, page.getByLabel(say('waves_name'), { exact: true }));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('Herbst');
	await typeDay(page, 'waves_from', '09092025');
	await typeDay(page, 'waves_to', '10102025');
	await expect(page.getByLabel(say('waves_to'))).toHaveValue('2025-10-10');
	await press(page, button(page, 'waves_continue'));
	await atStep(page, 'checks');
	await press(page, button(page, 'checks_load_survey', { n: 60 }));
	await atStep(page, 'done');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await press(page, page.getByRole('link', { name: say('done_dashboard') }));
	await expect(page.getByRole('heading', { level: 1, name: say('overview_title') })).toBeVisible();
});

test('holdings and help', async ({ page }) => {
	await page.goto('/daten');
	await expect(page.getByText(say('batches_empty'))).toBeVisible();
	await expectSkipLink(page);
	await tabTo(page, page.getByLabel(say('events_name')));
	await page.keyboard.type('Sommerfest');
	await typeDay(page, 'events_from', '07072025');
	await page.keyboard.press('Enter');
	await expect(button(page, 'events_remove_one', { title: 'Sommerfest' })).toBeVisible();
	await press(page, button(page, 'events_edit_one', { title: 'Sommerfest' }));
	await expect(page.getByLabel(say('events_name'))).toBeFocused();
	await expect(page.getByLabel(say('events_from'))).toHaveValue('2025-07-07');
	await page.keyboard.press('End');
	await page.keyboard.type(' am See');
	await page.keyboard.press('Enter');
	await expect(button(page, 'events_edit_one', { title: 'Sommerfest' })).toHaveCount(0);
	const removal = button(page, 'events_remove_one', { title: 'Sommerfest am See' });
	await press(page, removal);
	await expect(removal).toHaveCount(0);
	await press(page, button(page, 'note_undo'));
	await expect(removal).toBeVisible();
	await press(page, removal);
	await expect(removal).toHaveCount(0);
	await press(page, button(page, 'batches_delete'));
	const dialog = page.getByRole('dialog', { name: say('batches_delete_sure') });
	await expect(dialog).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(button(page, 'batches_delete')).toBeFocused();

	await page.goto('/hilfe');
	await expect(page.getByRole('heading', { level: 1, name: say('help_title') })).toBeVisible();
	await expectSkipLink(page);
	await press(page, page.getByRole('link', { name: say('help_keyboard_title') }));
	await expect(page.getByRole('heading', { name: say('help_keyboard_title') })).toBeInViewport();
});
