import { go } from './go';
import { upload } from './files';
import { expect, test, type Page } from './watch';
import { atStep, choose, loadSample, press, paperTexts } from './wizard';
import { say } from './words';

/** From the file to the checks: what was recognised and suggested is taken as it is. */
async function toChecks(page: Page, name: string, text: string, kind: string): Promise<void> {
	await page.goto('/import');
	await choose(page, upload(name, text));
	await atStep(page, 'recognised');
	await expect(page.getByLabel(say('recognised_kind'))).toHaveValue(kind);
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await atStep(page, 'checks');
}

test('a list of events stands on the time axes, and goes with its file', async ({ page }) => {
	await loadSample(page);
	await toChecks(
		page,
		'ereignisse.csv',
		'Ereignis;Von;Bis;Art;Quartier\nStraßenbahn gesperrt;01.03.2023;30.11.2023;Sonstiges;\nNur Lehndorf;2024;;Kampagne;Lehndorf\n',
		'event'
	);
	await press(page, say('checks_load_event', { n: 2 }));
	await atStep(page, 'done');

	const marked = async (quartier: string) => {
		await page.getByRole('link', { name: quartier }).first().click();
		await expect(page.getByRole('heading', { level: 1, name: quartier })).toBeVisible();
		await expect(page.locator('[data-panel="flow"] .chart[data-painted="true"]')).toBeVisible();
		return (await paperTexts(page, 'flow')).filter((text) => /^(Straßenbahn|Nur)/.test(text))
			.length;
	};
	await expect.poll(() => marked('SZ-Lebenstedt')).toBe(1);
	await expect.poll(() => marked('Lehndorf')).toBe(2);

	await page
		.getByRole('link', { name: say('nav_batches'), exact: true })
		.first()
		.click();
	await expect(page.getByText('Straßenbahn gesperrt')).toBeVisible();
	await page
		.getByRole('button', { name: say('batches_undo_file', { file: 'ereignisse.csv' }) })
		.click();
	await expect(page.getByText('Straßenbahn gesperrt')).toHaveCount(0);
	await expect.poll(() => marked('Lehndorf')).toBe(0);
});

test('contacts are checked against the cases that are loaded, settled, kept and taken back', async ({
	page
}) => {
	await page.goto('/import');
	await choose(
		page,
		upload(
			'faelle.csv',
			'Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang\n1;Nord;01.02.2025;Energie;selbst\n2;Nord;02.02.2025;Energie;selbst\n'
		)
	);
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await press(page, say('checks_load_supportCase', { n: 2 }));
	await atStep(page, 'done');

	await toChecks(
		page,
		'kontakte.csv',
		'Fall-Nr;Datum;Kontaktart;Minuten;Erstkontakt\n1;03.02.2025;Telefon;10;ja\n2;31.02.2025;Hausbesuch;45;nein\n77;04.02.2025;Telefon;15;nein\n',
		'contact'
	);
	await expect(page.locator('[data-finding="case_unknown"]')).toContainText('77');
	const wrong = page.locator('[data-finding="date_wrong"]');
	await expect(wrong).toContainText('31.02.2025');
	const field = page.getByLabel(
		say('checks_replace_by', { value: '31.02.2025', column: 'Datum' }),
		{ exact: true }
	);
	await field.fill('28.02.2025');
	await field.press('Enter');
	await expect(wrong).toHaveCount(0);
	await press(page, say('checks_load_contact', { n: 3 }));
	await atStep(page, 'done');
	await expect(page.getByText(say('done_loaded_contact', { n: 3 }))).toBeVisible();

	await go(page, '/daten');
	await expect(page.getByText(say('kind_contact'), { exact: false }).first()).toBeVisible();
	await page
		.getByRole('button', { name: say('batches_undo_file', { file: 'kontakte.csv' }) })
		.click();
	await expect(page.getByText('kontakte.csv', { exact: true })).toHaveCount(0);
});
