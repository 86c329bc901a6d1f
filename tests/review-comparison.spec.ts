import { readFile } from 'node:fs/promises';
import { go } from './go';
import { expect, test } from './reading';
import { loadSample, painted } from './wizard';
import { say } from './words';

test('Quartiere stand side by side, with differences, standardised on request', async ({
	page
}) => {
	await loadSample(page, '/vergleich?mit=sz-lebenstedt&mit=weststadt');
	await painted(page);
	const differences = page.locator('[data-panel="differences"]');
	const safety = differences.getByRole('row', { name: /^Nachbarschaft/ });
	await expect(safety).toContainText('▲ +6');
	await expect(differences).not.toContainText(say('note_standardised'));
	await page.getByRole('checkbox', { name: new RegExp(say('comparison_standardise')) }).check();
	await expect(page).toHaveURL(/standard=1/);
	await painted(page);
	await expect(differences).toContainText(say('note_standardised'));
	await page.getByRole('radio', { name: say('comparison_periods') }).check();
	await painted(page);
	await expect(differences.getByRole('row', { name: /^Sicherheit/ })).toContainText('▲ +11');
	expect(await page.locator('[data-panel="item-table"] tbody tr').count()).toBeGreaterThan(20);
});

test('casework stands side by side: Quartiere, one and the rest, a year and the one before', async ({
	page
}) => {
	await loadSample(page, '/vergleich?mit=sz-lebenstedt&mit=weststadt');
	await painted(page);
	const differences = page.locator('[data-panel="case-differences"]');
	const rate = differences.getByRole('row', { name: /^Neue Fälle je 1\.000/ });
	// What it is compared with has its name.
	await expect(rate).toContainText('als „SZ-Lebenstedt“, sehr wahrscheinlich kein Zufall');
	await expect(rate.getByRole('cell').first()).toContainText(/\d Fälle/);
	const download = page.waitForEvent('download');
	await differences
		.getByRole('button', { name: say('panel_csv') })
		.first()
		.click();
	const csv = await readFile(await (await download).path(), 'utf8');
	expect(csv).toContain('Neue Fälle je 1.000 Wohnungen und Jahr');
	expect(csv).toContain('SZ-Lebenstedt');
	await page
		.getByRole('combobox', { name: say('trend_choose') })
		.last()
		.selectOption('case-duration');
	await expect(page).toHaveURL(/faelle=case-duration/);
	await painted(page);
	await expect(page.locator('#cases-heading')).toContainText('Dauer der Fälle');

	await page.getByRole('radio', { name: say('comparison_rest') }).check();
	await painted(page);
	await expect(differences.getByRole('columnheader').nth(1)).toHaveText(say('chart_rest'));

	await page.getByRole('radio', { name: say('comparison_periods') }).check();
	await painted(page);
	// 2026 is not over: two whole years are set against each other, or those that one chooses.
	const years = async () =>
		(await differences.getByRole('columnheader').allTextContents()).slice(1, 3);
	expect(await years()).toEqual(['2024', '2025']);
	await expect(differences).toContainText(say('comparison_years'));
	await page.getByRole('combobox', { name: say('filter_to') }).selectOption('2023');
	await painted(page);
	expect(await years()).toEqual(['2022', '2023']);
	await expect(rate.locator('svg')).toBeVisible();

	await go(page, '/vergleich?mit=sz-lebenstedt&art=rest');
	await painted(page);
	// A sign in the table of items is a test against the other Quartiere.
	const table = page.locator('[data-panel="item-table"]');
	const row = table.getByRole('row', { name: /^Zufriedenheit insgesamt/ });
	// On the overview the same figure of the same Quartiere is set off, and no other.
	const signs = await row.getByRole('cell').allTextContents();
	const names = (await table.getByRole('columnheader').allTextContents()).slice(1);
	const signed = names.filter((_, at) => /[▲▼△▽]/.test(signs[at] ?? ''));
	for (const at of signs.keys())
		expect(/Zufall/.test(signs[at] ?? '')).toBe(/[▲▼△▽]/.test(signs[at] ?? ''));
	expect(signed).toContain('SZ-Lebenstedt');
	expect(signed.length).toBeLessThan(4);
});
