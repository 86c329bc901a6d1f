import { readFile } from 'node:fs/promises';
import { go } from './go';
import { openQuartier } from './panels';
import { test as reading } from './reading';
import { expect, test, type Page } from './watch';
import { loadSample, painted, panelRows, press, rowsOf } from './wizard';
import { say } from './words';

const card = (page: Page, name: string) => page.locator(`[data-panel="${name}"]`);

/** The figures of a panel by the first cell of their row. */
const valuesOf = async (page: Page, panel: string): Promise<Record<string, string>> =>
	Object.fromEntries(
		(await panelRows(page, panel)).map((row) => {
			const [first = ''] = Object.values(row);
			return [first, row[say('chart_table_value')] ?? ''];
		})
	);

/** The shares of the age groups in the weighting form: stock, respondents, weighted. */
const ages = async (page: Page): Promise<string[][]> =>
	(await rowsOf(page, '[data-panel="weighting"] fieldset:nth-of-type(2) table')).map((row) =>
		Object.values(row).slice(2)
	);

test('a wave is weighted to the ages of the stock, everywhere, and back', async ({ page }) => {
	await loadSample(page, '/befragungen');
	await painted(page);
	const before = await valuesOf(page, 'group-share');
	const overall = await valuesOf(page, 'stock');
	expect(Object.keys(overall)).toHaveLength(8);

	const form = card(page, 'weighting');
	const age = form.locator('fieldset', { hasText: say('chart_dimension_age') });
	await age.getByRole('checkbox').check();
	const populations = ['1400', '2.400', 'viele', '2700'];
	for (const [at, text] of populations.entries()) await age.getByRole('textbox').nth(at).fill(text);
	await press(page, say('weighting_save'));
	await expect(form.getByRole('alert')).toContainText('viele');

	await age.getByRole('textbox').nth(2).fill('3000');
	await press(page, say('weighting_save'));
	await expect(form.getByText(say('weighting_done'))).toBeVisible({ timeout: 60_000 });
	await painted(page);
	expect((await ages(page)).map(([stock, , weighted]) => [stock, weighted])).toEqual([
		['15 %', '15 %'],
		['25 %', '25 %'],
		['32 %', '32 %'],
		['28 %', '28 %']
	]);
	await expect(form.locator('.report')).toContainText('49');
	await expect(card(page, 'stock')).toContainText(say('note_weighted'));
	// Within an age all weigh about the same, so its share stays; over the ages it moves.
	expect(await valuesOf(page, 'group-share')).toEqual(before);
	const weighted = await valuesOf(page, 'stock');
	expect(weighted).not.toEqual(overall);

	await page.reload();
	await painted(page);
	expect(await valuesOf(page, 'stock')).toEqual(weighted);

	await age.getByRole('checkbox').uncheck();
	await press(page, say('weighting_save'));
	await expect(form.getByText(say('weighting_lifted'))).toBeVisible({ timeout: 60_000 });
	await painted(page);
	expect(await valuesOf(page, 'stock')).toEqual(overall);
});

reading(
	'what goes with satisfaction, how reliable it is, and where groups differ',
	async ({ page }) => {
		await loadSample(page, '/befragungen');
		await painted(page);
		await expect(card(page, 'drivers').locator('.chart[data-painted="true"]')).toBeVisible();
		const drivers = await panelRows(page, 'drivers');
		const shares = drivers.map((row) => parseInt(row[say('chart_table_value')] ?? '', 10));
		expect(shares).toHaveLength(5);
		expect(Math.abs(shares.reduce((a, b) => a + b, 0) - 100)).toBeLessThanOrEqual(3);
		expect(Object.values(await valuesOf(page, 'reliability'))).toHaveLength(5);
		await expect(card(page, 'group-tests').locator('tbody tr').first()).toContainText(/p [=<]/);
	}
);

reading(
	'a wave has its response as a whole, and the answers behind each figure; the first one none before it',
	async ({ page }) => {
		await loadSample(page, '/befragungen');
		await painted(page);
		const whole = await valuesOf(page, 'whole');
		const [rates, margins] = [await valuesOf(page, 'response'), await valuesOf(page, 'margin')];
		const numbers = (of: Record<string, string>) =>
			Object.values(of).map((text) => parseFloat(text.replace(',', '.')));
		const [response = NaN, margin = NaN] = numbers(whole);
		expect(response).toBeGreaterThanOrEqual(Math.min(...numbers(rates)));
		expect(response).toBeLessThanOrEqual(Math.max(...numbers(rates)));
		// All together are surer than any Quartier alone.
		expect(margin).toBeLessThan(Math.min(...numbers(margins)));

		const answers = page.locator('[data-panel$="-answers"]');
		await expect(answers).toHaveCount(1);
		const id = (await answers.getAttribute('data-panel')) ?? '';
		const now = (await panelRows(page, id)).filter((row) => Object.values(row).includes('2025'));
		const shares = now.map((row) => parseInt(row[say('chart_table_value')] ?? '', 10));
		expect(shares).toHaveLength(11);
		expect(Math.abs(shares.reduce((sum, one) => sum + one, 0) - 100)).toBeLessThanOrEqual(5);

		await go(page, '/befragungen?welle=2019');
		await painted(page);
		await expect(page.getByText(say('questionnaire_trend_first', { wave: '2019' }))).toBeVisible();
		await go(page, '/vergleich?mit=sz-lebenstedt&art=zeit&welle=2019');
		await painted(page);
		await expect(page.locator('[data-panel="differences"]')).toContainText(
			say('comparison_no_wave_before')
		);
	}
);

test('the calculator plans a sample by the rule of the standard', async ({ page }) => {
	await page.goto('/befragungen');
	const calculator = card(page, 'calculator');
	await calculator.getByLabel(say('calculator_population')).fill('9500');
	await expect(calculator.getByRole('status')).toContainText('565');
	await calculator.getByLabel(say('calculator_answers')).fill('565');
	await expect(calculator.getByRole('status')).toContainText('4,0');
	await calculator.getByLabel(say('calculator_answers')).fill('9600');
	await expect(calculator.getByRole('status')).toContainText(say('calculator_too_many'));
});

reading('records have figures; what an eviction costs is the user’s own', async ({ page }) => {
	await openQuartier(page);
	const debts = card(page, 'debts');
	expect(Object.keys(await valuesOf(page, 'debts'))).not.toContain('Vermiedene Räumungskosten');
	await debts.getByLabel(say('eviction_from')).fill('8000');
	await debts.getByLabel(say('eviction_from')).press('Enter');
	await debts.getByLabel(say('eviction_to')).fill('20000');
	await debts.getByLabel(say('eviction_to')).press('Enter');
	await expect(page).toHaveURL(/raeumung=8000-20000/);
	await painted(page);
	const figures = await valuesOf(page, 'debts');
	const averted = Number(figures['Abgewendete Räumungen']);
	const cost = Number(figures['Vermiedene Räumungskosten']?.replace(/\D/g, ''));
	expect(cost).toBe(averted * 14_000);
});

test('the catalogue lists every figure, and is there for machines', async ({ page }) => {
	await page.goto('/hilfe/kennzahlen');
	await expect(page.locator('article code').first()).toBeVisible();
	const ids = await page.locator('article code').allTextContents();
	const download = page.waitForEvent('download');
	await page.getByRole('link', { name: say('catalogue_download') }).click();
	const path = await (await download).path();
	const catalogue = JSON.parse(await readFile(path, 'utf-8')) as { indicators: { id: string }[] };
	expect(catalogue.indicators.map(({ id }) => id).sort()).toEqual([...ids].sort());
	expect(ids.length).toBeGreaterThan(40);
});
