import { readFileSync } from 'node:fs';
import { workbook } from '../src/lib/ingest/testing';
import { QUARTIERE, upload } from './files';
import { expect, test, type Page } from './watch';
import { atStep, choose, press } from './wizard';
import { say } from './words';

const HEADINGS = ['Fall-Nr', 'Quartier', 'Eröffnet am', 'Geschlossen am', 'Anlass', 'Ergebnis'];
const sound = (number: number): (string | number)[] => [
	number,
	QUARTIERE[number % QUARTIERE.length] ?? '',
	'03.02.2025',
	'17.03.2025',
	'Energie',
	'erfolgreich'
];

/** What goes wrong in lists that people keep by hand, one kind to a row. */
const WRONG: Record<number, Record<string, string | number>> = {
	5: { 'Eröffnet am': '31.02.2025' },
	6: { 'Eröffnet am': '31.02.2025' },
	9: { 'Eröffnet am': '' },
	12: { 'Geschlossen am': 'läuft noch' },
	13: { 'Geschlossen am': 'offen' },
	16: { 'Geschlossen am': '02.01.2025' },
	19: { 'Eröffnet am': '03.02.2099', 'Geschlossen am': '' },
	22: { 'Geschlossen am': '01.01.2098' },
	25: { Quartier: '' },
	28: { Quartier: 'SZ-Lebenstett' },
	31: { 'Fall-Nr': 30 },
	34: { 'Eröffnet am': 'Februar' }
};
const CASES = 40;
const rows = Array.from({ length: CASES }, (_, at) =>
	sound(at + 1).map((cell, column) => WRONG[at + 1]?.[HEADINGS[column] ?? ''] ?? cell)
);

/** A group of findings, by what is the matter and the column. */
const group = (page: Page, code: string, column: string) =>
	page.locator(`[data-finding="${code}"][data-column="${column}"]`);
const count = (page: Page, n: number) =>
	expect(page.getByText(say('checks_count_supportCase', { n: String(n) }))).toBeVisible();

async function replace(page: Page, column: string, value: string, by: string): Promise<void> {
	const field = page.getByLabel(say('checks_replace_by', { value, column }), { exact: true });
	await field.fill(by);
	await field.press('Enter');
}

test('a list of cases with errors is settled in the wizard, and taken back again', async ({
	page
}) => {
	await page.goto('/import');
	await choose(page, upload('faelle.xlsx', workbook({ Fälle: [HEADINGS, ...rows] })));
	await atStep(page, 'recognised');
	await expect(page.getByLabel(say('recognised_kind'))).toHaveValue('supportCase');
	await press(page, say('recognised_continue'));
	await press(page, say('columns_continue'));
	await atStep(page, 'checks');
	await count(page, CASES - 11);

	const unreadable = group(page, 'opened_unreadable', 'Eröffnet am');
	await expect(unreadable.locator('summary')).toContainText(say('checks_rows', { n: '4' }));
	await expect(unreadable.locator('summary')).toContainText(
		say('checks_example', { value: '31.02.2025', row: '6' })
	);
	for (const summary of await page.locator('[data-finding] summary').all()) await summary.click();
	await replace(page, 'Eröffnet am', '31.02.2025', '28.02.2025');
	await count(page, CASES - 9);
	await replace(page, 'Eröffnet am', 'Februar', '01.02.2025');
	await count(page, CASES - 8);
	await replace(page, 'Eröffnet am', say('checks_empty'), '15.01.2025');
	await count(page, CASES - 7);
	await group(page, 'closed_unreadable', 'Geschlossen am')
		.getByRole('button', { name: say('checks_all_missing') })
		.click();
	await count(page, CASES - 5);
	await replace(page, 'Eröffnet am', '03.02.2099', '03.02.2025');
	await count(page, CASES - 4);
	await replace(page, 'Geschlossen am', '01.01.2098', '01.03.2025');
	await count(page, CASES - 3);

	await page
		.getByRole('listitem')
		.filter({ hasText: '01.01.2098' })
		.getByRole('button', { name: say('checks_unsettle') })
		.click();
	await count(page, CASES - 4);

	const download = page.waitForEvent('download');
	await press(page, say('checks_save_findings'));
	const saved = await download;
	expect(saved.suggestedFilename()).toMatch(/^faelle.*\.csv$/);
	const list = readFileSync((await saved.path()) ?? '', 'utf8');
	expect(list.split('\r\n').slice(1)).toEqual(
		[
			['17', 'Geschlossen am', '2025-01-02', 'finding_closed_before_opened'],
			['23', 'Geschlossen am', '01.01.2098', 'finding_date_in_future'],
			['26', 'Quartier', '', 'finding_quartier_missing'],
			['32', 'Fall-Nr', '30', 'finding_duplicate_id']
		].map(([row = '', column = '', value = '', code = '']) =>
			expect.stringMatching(
				`^${row};${column};${value.replace('2025-01-02', '02.01.2025')};"?${say(code).slice(0, 12)}`
			)
		)
	);

	await press(page, say('checks_load_supportCase', { n: String(CASES - 4) }));
	await atStep(page, 'done');
});

test('a template is saved, filled in, and recognised column by column', async ({ page }) => {
	await page.goto('/import');
	const download = page.waitForEvent('download');
	await press(page, say('template_of', { kind: say('kind_supportCase'), format: 'CSV' }));
	const headings = readFileSync((await (await download).path()) ?? '', 'utf8').trim();
	const cells = headings.split(';').map((heading) => {
		if (heading.includes('Eröffnet')) return '03.02.2025';
		return heading.includes('Geschlossen') ? '' : 'Nord';
	});
	await choose(page, upload('vorlage.csv', `${headings}\r\n${cells.join(';')}\r\n`));
	await atStep(page, 'recognised');
	await expect(page.getByLabel(say('recognised_kind'))).toHaveValue('supportCase');
	await press(page, say('recognised_continue'));
	await expect(page.locator('[data-card]').first()).toBeVisible();
	await expect(page.locator('[data-card][data-open="true"]')).toHaveCount(0);
	await press(page, say('columns_continue'));
	await expect(page.getByText(say('checks_no_findings'))).toBeVisible();
});
