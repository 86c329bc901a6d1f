import type { Download } from '@playwright/test';
import Papa from 'papaparse';
import { caseList } from './case-file';
import { survey as surveyFigures, validCases, validSheets } from './expected';
import { masterData, survey } from './files';
import * as figures from './main-figures';
import { importCases, importMasterData, importSurvey } from './main-import';
import { toQuartier } from './panels';
import { expect, test, type Page } from './watch';
import { choose, filtered, keyFigures, painted, press, toPanel } from './wizard';
import { like, say } from './words';

const [master, answers, list] = [masterData(), survey(), caseList()];
const raw: figures.Raw = {
	sheets: validSheets(answers.rows),
	cases: validCases(list.rows),
	master: master.rows
};

test('from three files of one’s own to the dashboard and a chart in the hand', async ({
	page,
	fresh
}) => {
	await test.step('three files at once into a fresh profile', async () => {
		await page.goto('/');
		await page.getByRole('link', { name: say('welcome_own_button') }).click();
		await choose(page, master, answers, list);
		await expect(
			page.getByText(say('import_waiting', { files: `${answers.name}, ${list.name}` }))
		).toBeVisible();
		await importMasterData(page);
		await press(page, say('done_next', { file: answers.name }));
		await importSurvey(page);
		await press(page, say('done_next', { file: list.name }));
		await importCases(page);
	});

	await test.step('the same file again is refused', async () => {
		await press(page, say('done_more'));
		await choose(page, answers);
		await expect(page.getByRole('alert')).toContainText(
			like('problem_same_file', { file: answers.name })
		);
	});

	await test.step('figures and intervals are those of the raw rows', async () => {
		await toQuartier(page, 'SZ-Lebenstedt');
		await figures.expectKeyFigures(page, raw);
		await figures.expectIndices(page, raw);
		await figures.expectAges(page, raw);
		await figures.expectRates(page, raw);
		await figures.expectSuccess(page, raw);
		await figures.expectCounts(page, raw);
	});

	await test.step('a filter stands in the address and acts on all panels', async () => {
		const age = '65 und älter';
		const old = figures.ofAge(raw, age);
		await page.locator('summary', { hasText: say('group_age') }).click();
		await page.getByRole('checkbox', { name: age }).check();
		await expect(page).toHaveURL((url) => url.searchParams.get('alter') === age);
		await filtered(page, 'age', age);
		await painted(page);
		await figures.expectKeyFigures(page, old, raw);
		await figures.expectIndices(page, old);
		// What is picked does not filter the panel that is broken down by it.
		await figures.expectAges(page, raw);
		await figures.expectRates(page, old);
		await figures.expectSuccess(page, old);
		await figures.expectCounts(page, old);
		await page.goBack();
		await expect(page).toHaveURL((url) => url.search === '');
		await filtered(page, 'age', age, false);
		await painted(page);
		await figures.expectKeyFigures(page, raw);
	});

	await test.step('a picture, and the figures as a sheet', async () => {
		await expectPicture(page);
		await expectSheet(page);
	});

	await test.step('all of it is there after a reload, and nowhere else', async () => {
		await page.reload();
		await painted(page);
		await figures.expectKeyFigures(page, raw);
		await figures.expectIndices(page, raw);
		await figures.expectCounts(page, raw);
		const other = await fresh();
		await other.goto('/');
		await expect(other.getByRole('button', { name: say('welcome_sample_button') })).toBeVisible();
		await other.goto('/daten');
		await expect(other.getByText(say('batches_empty'))).toBeVisible();
	});

	await test.step('what is taken back is gone, and in the end everything is', async () => {
		await page.getByRole('link', { name: say('nav_batches') }).click();
		await press(page, say('batches_undo_file', { file: answers.name }));
		await expect(page.getByText(answers.name, { exact: true })).toHaveCount(0);
		await page.getByRole('link', { name: 'SZ-Lebenstedt' }).click();
		await expect(page.locator('[data-panel="case-rate"]')).toBeVisible();
		await painted(page);
		await expect(page.locator('[data-panel="strip"]')).toHaveCount(0);
		expect((await keyFigures(page))['Zufrieden insgesamt']).toBeUndefined();
		await figures.expectRates(page, raw);
		await page.getByRole('link', { name: say('nav_batches') }).click();
		await press(page, say('batches_delete'));
		await press(page, say('batches_delete_yes'));
		await expect(page.getByText(say('batches_empty'))).toBeVisible();
		await page.goto('/');
		await expect(page.getByRole('button', { name: say('welcome_sample_button') })).toBeVisible();
	});
});

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
	const panel = await toPanel(page, 'topics');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		panel.getByRole('button', { name: button }).click()
	]);
	return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function bytesOf(download: Download): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Width and height stand in the head of a PNG. */
async function expectPicture(page: Page): Promise<void> {
	const { name, bytes } = await saved(page, say('panel_picture'));
	expect(name).toMatch(/^sz-lebenstedt-.*\.png$/);
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2560, 1440]);
}

async function expectSheet(page: Page): Promise<void> {
	const { name, bytes } = await saved(page, say('panel_csv'));
	expect(name).toMatch(/^sz-lebenstedt-.*\.csv$/);
	const text = bytes.toString();
	expect(text.startsWith('\uFEFF')).toBe(true);
	const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';' });
	const head = data.find((row) => row.includes(say('chart_table_low'))) ?? [];
	const at = (key: string) => head.indexOf(say(`chart_table_${key}`));
	const row = data.find((one) => one[0] === 'SZ-Lebenstedt' && one[at('indicator')] === 'Service');
	const number = (key: string) => Number(row?.[at(key)]?.replace(',', '.'));
	const here = raw.sheets.filter(({ quartier }) => quartier === 'SZ-Lebenstedt');
	const { value, low, high, n } = surveyFigures(here).index('service');
	expect(number('value')).toBeCloseTo(value, 3);
	expect(number('low')).toBeCloseTo(low, 3);
	expect(number('high')).toBeCloseTo(high, 3);
	expect(number('n')).toBe(n);
}
