import { go } from './go';
import { upload } from './files';
import { expect, test, type Page } from './watch';
import { atStep, choose, findColumn, press } from './wizard';
import { say } from './words';

const HEADINGS = 'Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang;Bemerkung';
const row = (number: number): string =>
	`${number};${number % 2 ? 'Nord' : 'Süd'};0${(number % 9) + 1}.02.2025;Energie;selbst;Notiz ${number % 3}`;
/** Cases with numbers from one to another. */
const cases = (name: string, from: number, to: number) =>
	upload(
		name,
		[HEADINGS, ...Array.from({ length: to - from + 1 }, (_, at) => row(from + at))].join('\n')
	);

const loadButton = (page: Page, n: number) =>
	page.getByRole('button', { name: say('checks_load_supportCase', { n }), exact: true });

async function toChecks(page: Page, file: ReturnType<typeof upload>): Promise<void> {
	await page.goto('/import');
	await choose(page, file);
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await atStep(page, 'checks');
}

async function load(page: Page, n: number): Promise<void> {
	await loadButton(page, n).click();
	await atStep(page, 'done');
}

const replaceBy = (page: Page, name: string) =>
	page.getByLabel(say('checks_overlaps_replace', { name }));
const files = (page: Page, n: number) => expect(page.locator('main time')).toHaveCount(n);

test('a corrected file under a new name takes the place of the first, and the first comes back', async ({
	page
}) => {
	await toChecks(page, cases('faelle.csv', 1, 12));
	await expect(page.locator('[data-overlaps]')).toHaveCount(0);
	await load(page, 12);

	await toChecks(page, cases('faelle-neu.csv', 3, 14));
	const asked = page.locator('[data-overlaps="1"]');
	await expect(asked).toContainText('faelle.csv');
	await expect(asked).toContainText('10 von 12');
	await expect(page.getByText(say('checks_no_findings'))).toHaveCount(0);
	await expect(asked.getByRole('radio', { checked: true })).toHaveCount(0);
	await expect(loadButton(page, 12)).toBeDisabled();
	await replaceBy(page, 'faelle.csv').check();
	await expect(page.locator('[data-lost]')).toHaveText(
		say('checks_overlaps_lost', { n: 2, of: 12, name: 'faelle.csv' })
	);
	await load(page, 12);
	await press(page, say('done_undo'));
	await expect(page.getByText(say('batches_restored', { file: 'faelle-neu.csv' }))).toBeVisible();
	await page.goto('/daten');
	await files(page, 1);
	await expect(page.getByText('faelle.csv', { exact: true })).toBeVisible();
});

test('files are kept side by side where somebody says so, and all that overlap are said', async ({
	page
}) => {
	await toChecks(page, cases('januar.csv', 1, 8));
	await load(page, 8);
	await toChecks(page, cases('februar.csv', 9, 20));
	await expect(page.locator('[data-overlaps]')).toHaveCount(0);
	await load(page, 12);

	// A few common rows are said, and decide nothing.
	await toChecks(page, cases('maerz.csv', 20, 40));
	await expect(page.locator('[data-overlaps="0"]')).toContainText('februar.csv');
	await load(page, 21);

	await toChecks(page, cases('alles.csv', 1, 40));
	const asked = page.locator('[data-overlaps="3"]');
	for (const name of ['januar.csv', 'februar.csv', 'maerz.csv'])
		await expect(replaceBy(page, name)).not.toBeChecked();
	await expect(asked).toContainText('21 von 40');
	await page.getByLabel(say('checks_overlaps_keep')).check();
	await load(page, 40);
	await go(page, '/daten');
	await files(page, 4);
});

test('a column that was not stored is assigned once its file is there again', async ({ page }) => {
	const file = cases('faelle.csv', 1, 12);
	await toChecks(page, file);
	await load(page, 12);
	await expect(page.locator('[data-not-stored]')).toContainText('Bemerkung');
	await go(page, '/daten');
	await page.getByRole('link', { name: say('batches_again_file', { file: file.name }) }).click();
	await atStep(page, 'columns');
	const note = page.locator('[data-again]');
	await expect(note).toContainText('Bemerkung');
	await page.getByRole('searchbox', { name: say('cards_search') }).fill('Bemerkung');
	await expect(page.locator('[data-column="Bemerkung"]')).toHaveCount(0);

	const chooser = page.getByLabel(say('draft_choose_file'));
	await chooser.setInputFiles(cases('andere.csv', 1, 9));
	await expect(page.getByRole('alert')).toHaveText(
		say('problem_another_file', { file: 'andere.csv', was: file.name })
	);
	await chooser.setInputFiles(file);
	await expect(note).toHaveText(say('again_supplied', { file: file.name }));
	await findColumn(page, 'Bemerkung');
	await page
		.getByLabel(say('columns_role_of', { heading: 'Bemerkung' }))
		.selectOption('demography');
	await press(page, say('columns_continue'));
	await expect(page.locator('[data-overlaps]')).toHaveCount(0);
	await load(page, 12);
	await expect(page.locator('[data-not-stored]')).toHaveCount(0);
	await go(page, '/daten');
	await files(page, 1);
});
