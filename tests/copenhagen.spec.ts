import Papa from 'papaparse';
import { expect, test, type Page } from './watch';
import {
	atStep,
	filtered,
	findColumn,
	keyFigures,
	painted,
	press,
	setTopic,
	toPanel
} from './wizard';
import { say } from './words';

/**
 * Share of high satisfaction and mean (Low 1, Medium 2, High 3) by type of building: Madsen (1976),
 * calculated in R from the 72 published frequencies, not by this program.
 */
const REFERENCE = {
	Tower: { n: 400, share: 0.5, mean: 2.2525 },
	Apartment: { n: 765, share: 0.394771241830065, mean: 2.04052287581699 },
	Atrium: { n: 239, share: 0.401673640167364, mean: 2.13389121338912 },
	Terrace: { n: 277, share: 0.252707581227437, mean: 1.77256317689531 }
};

/** The distribution of the answers on satisfaction, from the sheet that the panel hands over. */
async function distribution(page: Page): Promise<Record<string, number>> {
	const panel = await toPanel(page, 'items');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		panel.getByRole('button', { name: say('panel_csv') }).click()
	]);
	let text = '';
	for await (const chunk of await download.createReadStream()) text += String(chunk);
	const { data } = Papa.parse<string[]>(text, { delimiter: ';' });
	const head = data.find((row) => row.includes(say('chart_dimension_answer'))) ?? [];
	const [answer, value] = [say('chart_dimension_answer'), say('chart_table_value')].map((name) =>
		head.indexOf(name)
	) as [number, number];
	return Object.fromEntries(
		data
			.filter((row) => row[0] === 'Satisfaction' && row[answer] !== '')
			.map((row) => [row[answer], Number(row[value]?.replace(',', '.')) / 100])
	) as Record<string, number>;
}

async function load(page: Page): Promise<void> {
	await page.goto('/');
	await page.getByRole('link', { name: say('welcome_survey_link') }).click();
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await expect(page.getByText(say('columns_need_quartier'))).toBeVisible();
	await expect(page.getByRole('button', { name: say('columns_continue') })).toBeDisabled();
	await page.getByLabel(say('columns_quartier_name')).fill('Kopenhagen');
	await expect((await findColumn(page, 'Type')).locator('select').first()).toHaveValue(
		'demography'
	);
	await setTopic(page, 'Satisfaction', 'overall');
	await press(page, say('columns_continue'));
	await page.getByLabel(say('waves_name'), { exact: true }).fill('1976');
	await page.getByLabel(say('waves_from')).fill('1976-01-01');
	await page.getByLabel(say('waves_to')).fill('1976-12-31');
	await press(page, say('waves_continue'));
	await press(page, say('checks_load_survey', { n: '1.681' }));
	await atStep(page, 'done');
	await page.getByRole('link', { name: say('done_dashboard') }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Kopenhagen' })).toBeVisible();
	await painted(page);
}

test('the Copenhagen survey gives the published figures, type by type', async ({ page }) => {
	await load(page);
	const list = page.locator('details', { hasText: say('group_building') });
	let last: string | undefined;
	for (const [type, { n, share, mean }] of Object.entries(REFERENCE)) {
		// A click elsewhere has closed it.
		if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
		await page.getByRole('checkbox', { name: type }).check();
		if (last !== undefined) await page.getByRole('checkbox', { name: last }).uncheck();
		last = type;
		await expect(page).toHaveURL((url) => [...url.searchParams.values()].join() === type);
		await filtered(page, 'building', type);
		await painted(page);
		const satisfied = (await keyFigures(page))['Zufrieden insgesamt'] ?? '';
		expect(satisfied, type).toMatch(new RegExp(`^${Math.round(100 * share)} % ± \\d`));
		expect(satisfied, type).toContain(say('key_sheets', { n }));
		const shares = await distribution(page);
		expect(Object.keys(shares).sort()).toEqual(['High', 'Low', 'Medium']);
		const { Low = NaN, Medium = NaN, High = NaN } = shares;
		expect(High, `share of ${type}`).toBeCloseTo(share, 5);
		expect(Low + 2 * Medium + 3 * High, `mean of ${type}`).toBeCloseTo(mean, 4);
	}
});
