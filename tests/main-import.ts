import { BROKEN_CASES } from './case-file';
import { ITEMS, OFF_SCALE } from './files';
import { expect, type Page } from './watch';
import { atStep, cardOf, confirmCard, findColumn, press, setTopic } from './wizard';
import { say } from './words';

const named = (page: Page, key: string) => page.getByLabel(say(key));

/** The findings: row, column (– for none), value and what is the matter. */
const findings = (page: Page): Promise<string[][]> =>
	page.locator('[data-finding]').evaluateAll((groups) =>
		groups.flatMap((group) => {
			const { finding = '', column = '' } = (group as HTMLElement).dataset;
			const rows = [...(group.querySelector('tbody')?.rows ?? [])];
			return rows.map(({ cells }) => {
				const [value = '', lines = ''] = [...cells].map((cell) => cell.textContent.trim());
				return [lines, column || '–', value, finding];
			});
		})
	);

const summary = (rows: number, columns: number, tool: string): string =>
	say('recognised_summary', { rows, columns, tool: say(`tool_${tool}`) });

export async function importMasterData(page: Page): Promise<void> {
	await atStep(page, 'recognised');
	await expect(named(page, 'recognised_kind')).toHaveValue('quartierYear');
	await expect(page.getByText(summary(9, 5, 'csv'))).toBeVisible();
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await expect(page.getByText(say('checks_count_quartierYear', { n: 9 }))).toBeVisible();
	await expect(page.getByText(say('checks_no_findings'))).toBeVisible();
	await press(page, say('checks_load_quartierYear', { n: 9 }));
	await atStep(page, 'done');
}

/** What was recognised, overruled twice: the preview changes, and what cannot be read changes nothing. */
async function overruleSurvey(page: Page): Promise<void> {
	await expect(page.getByText(summary(400, 21, 'limesurvey'))).toBeVisible();
	await expect(named(page, 'recognised_kind')).toHaveValue('survey');
	await expect(named(page, 'recognised_encoding')).toHaveValue('utf-8-bom');
	await expect(named(page, 'recognised_separator')).toHaveValue(',');
	await expect(page.getByText(`email (${say('dropped_email')})`)).toBeVisible();
	await expect(page.getByText('@wohnen.example')).toHaveCount(0);
	const preview = page.getByRole('region', { name: say('recognised_preview') });
	await expect(preview).toContainText('65 und älter');
	await named(page, 'recognised_encoding').selectOption('windows-1252');
	await expect(preview).toContainText('65 und Ã¤lter');
	await named(page, 'recognised_encoding').selectOption('utf-8-bom');
	await expect(preview).toContainText('65 und älter');
	await named(page, 'recognised_separator').selectOption(';');
	await expect(page.getByRole('alert')).toContainText('results-survey481516.csv');
	await expect(named(page, 'recognised_separator')).toHaveValue(',');
	await expect(preview).toContainText('65 und älter');
}

async function assignSurvey(page: Page): Promise<void> {
	await expect(await findColumn(page, 'email')).toContainText('•••');
	const quartier = page.getByRole('combobox', { name: say('role_quartier'), exact: true });
	const heading = say('columns_column', { heading: 'quartier' });
	await expect(quartier.locator('option:checked')).toHaveText(heading);
	const role = (name: string) => page.getByLabel(say('columns_role_of', { heading: name }));
	await findColumn(page, 'alter');
	await expect(role('alter')).toHaveValue('demography');
	await findColumn(page, 'Q04');
	await expect(role('Q04')).toHaveValue('text');
	await findColumn(page, 'NPS1');
	await expect(page.getByLabel(say('columns_topic_of', { heading: 'NPS1' }))).toHaveValue(
		'recommendation'
	);
	for (const [topic, items] of Object.entries(ITEMS)) {
		for (const item of items) await setTopic(page, item, topic);
	}
	// A word that is no point of the scale makes its battery one to be looked at.
	await findColumn(page, ITEMS.safety[0]);
	await confirmCard(page, ITEMS.safety[0]);
	// The code array: A1 is taken for the best answer until somebody says that it is the worst.
	const [first] = ITEMS.service;
	await findColumn(page, first);
	const array = cardOf(page, first);
	await expect(array).toHaveAttribute('data-open', 'true');
	const ends = array.locator('.ends strong');
	await expect(ends).toHaveText(['A5', 'A1']);
	await array.getByRole('button', { name: say('cards_end_swap') }).click();
	await expect(ends).toHaveText(['A1', 'A5']);
	await confirmCard(page, first);
	await expect(array).toHaveAttribute('data-open', 'false');
	await page.getByRole('searchbox').fill('Q03');
	await expect(array.locator('[data-column]')).toHaveCount(ITEMS.service.length);
}

async function checkSurvey(page: Page): Promise<void> {
	await expect(page.getByText(say('checks_count_survey', { n: 397 }))).toBeVisible();
	await expect(page.getByText(say('checks_skipped', { n: 3 }))).toBeVisible();
	await expect(page.getByLabel('SZ-Lebenstett')).toHaveValue('SZ-Lebenstedt');
	const found = await findings(page);
	expect(found).toHaveLength(4);
	expect(found).toEqual(
		expect.arrayContaining([
			['78', '–', 'zu viel', 'row_too_long'],
			['94', 'id', '92', 'duplicate_id'],
			['141', 'quartier', say('checks_empty'), 'quartier_missing'],
			['52', 'Q01[SQ001]', OFF_SCALE, 'answer_unknown']
		])
	);
}

export async function importSurvey(page: Page): Promise<void> {
	await atStep(page, 'recognised');
	await overruleSurvey(page);
	await press(page, say('recognised_continue'));
	await assignSurvey(page);
	await press(page, say('columns_continue'));
	await atStep(page, 'wave');
	await named(page, 'waves_name').fill('Herbst 2025');
	await named(page, 'waves_from').fill('2025-09-01');
	await named(page, 'waves_to').fill('2025-10-31');
	await press(page, say('waves_continue'));
	await checkSurvey(page);
	await press(page, say('checks_load_survey', { n: 397 }));
	await atStep(page, 'done');
	await expect(page.getByText(say('done_loaded_survey', { n: 397 }))).toBeVisible();
	await expect(page.locator('[data-dropped]')).toContainText(`email (${say('dropped_email')})`);
	await expect(page.locator('[data-not-stored]')).toContainText('lastpage');
}

export async function importCases(page: Page): Promise<void> {
	await atStep(page, 'recognised');
	await expect(named(page, 'recognised_kind')).toHaveValue('supportCase');
	await expect(named(page, 'recognised_encoding')).toHaveValue('windows-1252');
	await expect(named(page, 'recognised_separator')).toHaveValue(';');
	await press(page, say('recognised_continue'));
	await expect(page.getByLabel('erfolgreich abgeschlossen')).toBeChecked();
	await expect(page.getByLabel('weitervermittelt')).not.toBeChecked();
	await press(page, say('columns_continue'));
	await expect(page.getByText(say('checks_count_supportCase', { n: 297 }))).toBeVisible();
	const lines = BROKEN_CASES.map((number) => String(number + 1));
	const found = await findings(page);
	expect(found).toHaveLength(3);
	expect(found).toEqual(
		expect.arrayContaining([
			[lines[0], 'Geschlossen am', '14.06.2024 / 15.06.2024', 'closed_before_opened'],
			[lines[1], 'Eröffnet am', '31.02.2024', 'opened_unreadable'],
			[lines[2], 'Eröffnet am', '01.01.2099', 'date_in_future']
		])
	);
	await press(page, say('checks_load_supportCase', { n: 297 }));
	await atStep(page, 'done');
}
