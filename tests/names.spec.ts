import { go } from './go';
import { expect, test, type Page } from './watch';
import { loadSample, painted } from './wizard';
import { say } from './words';

const link = (page: Page, name: string) =>
	page.getByRole('navigation').getByRole('link', { name, exact: true });

/** Opens what names can be corrected with. */
async function openNames(page: Page): Promise<void> {
	await go(page, '/daten');
	await page.getByText(say('names_title')).click();
}

async function rename(page: Page, name: string, to: string): Promise<void> {
	await page.getByLabel(say('names_called_of', { name }), { exact: true }).fill(to);
	await page.getByRole('button', { name: say('names_save_of', { name }), exact: true }).click();
	await expect(page.getByText(say('names_done', { name }))).toBeVisible();
}

test('a Quartier that is called otherwise keeps its address, its notes and its figures', async ({
	page
}) => {
	await loadSample(page, '/quartiere/gliesmarode');
	const notes = page.locator('#notes');
	await notes.getByRole('button', { name: say('note_write') }).click();
	await notes.getByLabel(say('note_text')).fill('Treff wird gut angenommen');
	await notes.getByRole('button', { name: say('note_add') }).click();
	await expect(notes.getByRole('listitem')).toContainText('gut angenommen');
	await painted(page);
	const before = await page.locator('main dl, main .figures').first().innerText();

	await openNames(page);
	await rename(page, 'Gliesmarode', 'Gliesmarode und Riddagshausen');
	await expect(link(page, 'Gliesmarode und Riddagshausen')).toBeVisible();
	await expect(link(page, 'Gliesmarode')).toHaveCount(0);

	await go(page, '/quartiere/gliesmarode');
	await expect(
		page.getByRole('heading', { level: 1, name: 'Gliesmarode und Riddagshausen' })
	).toBeVisible();
	await painted(page);
	expect(await page.locator('main dl, main .figures').first().innerText()).toBe(before);
	await expect(notes.getByRole('listitem')).toContainText('gut angenommen');

	// It outlives the window, and can be taken back.
	await page.reload();
	await expect(link(page, 'Gliesmarode und Riddagshausen')).toBeVisible();
	await openNames(page);
	const name = 'Gliesmarode und Riddagshausen';
	await page.getByRole('button', { name: say('names_undo_of', { name }) }).click();
	await expect(page.getByText(say('names_undone', { name }))).toBeVisible();
	await expect(link(page, 'Gliesmarode')).toBeVisible();
});

test('two names that are one Quartier are counted together, and apart again', async ({ page }) => {
	await loadSample(page, '/quartiere/heidberg');
	const notes = page.locator('#notes');
	await notes.getByRole('button', { name: say('note_write') }).click();
	await notes.getByLabel(say('note_text')).fill('Notiz am Heidberg');
	await notes.getByRole('button', { name: say('note_add') }).click();
	await expect(notes.getByRole('listitem')).toContainText('Notiz am Heidberg');

	await openNames(page);
	await page
		.getByLabel(say('names_same_of', { name: 'Heidberg' }))
		.selectOption({ label: 'Weststadt' });
	await page.getByRole('button', { name: say('names_save_of', { name: 'Heidberg' }) }).click();
	await expect(page.getByText(say('names_done', { name: 'Heidberg' }))).toBeVisible();
	await expect(link(page, 'Heidberg')).toHaveCount(0);

	// What was written and sent leads to where its figures are now.
	await page.goto('/quartiere/heidberg');
	await expect(page.getByRole('heading', { level: 1, name: 'Weststadt' })).toBeVisible();
	await expect(notes.getByRole('listitem')).toContainText('Notiz am Heidberg');

	await openNames(page);
	await page.getByRole('button', { name: say('names_undo_of', { name: 'heidberg' }) }).click();
	await expect(link(page, 'Heidberg')).toBeVisible();
	await go(page, '/quartiere/heidberg');
	await expect(page.getByRole('heading', { level: 1, name: 'Heidberg' })).toBeVisible();
	await expect(notes.getByRole('listitem')).toContainText('Notiz am Heidberg');
	await go(page, '/quartiere/weststadt');
	await expect(page.getByRole('heading', { level: 1, name: 'Weststadt' })).toBeVisible();
	await expect(notes).toContainText(say('note_none'));
});

test('a wave is called otherwise everywhere, and its address stays', async ({ page }) => {
	await loadSample(page);
	await openNames(page);
	await rename(page, '2022', 'Frühjahr 2022');
	await page.goto('/befragungen?welle=2022');
	await expect(page.getByLabel(say('filter_wave')).locator('option:checked')).toHaveText(
		'Frühjahr 2022'
	);
	await go(page, '/quartiere/sz-lebenstedt');
	await painted(page);
	await expect(page.locator('main')).toContainText('Frühjahr 2022');
	await expect(page.locator('main')).not.toContainText('seit 2022');
});
