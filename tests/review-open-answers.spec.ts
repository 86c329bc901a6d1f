import { readFile } from 'node:fs/promises';
import { go } from './go';
import { expect, test } from './reading';
import { painted, panelRows, toPanel } from './wizard';
import { say } from './words';
import { openQuartier, panel, pickByKeys } from './panels';

test('open answers: terms against the other Quartiere, sentences that stay in the house', async ({
	page
}) => {
	await openQuartier(page);
	await toPanel(page, 'terms');
	const terms = await panelRows(page, 'terms');
	const own = terms.map((row) => row[say('chart_dimension_answer')]);
	expect(own).toContain('Lärm');
	await pickByKeys(page, 'terms', 'Lärm');
	await expect(page).toHaveURL((url) => url.searchParams.get('begriff') === 'Lärm');
	const sentences = panel(page, 'terms').getByRole('listitem');
	await expect(sentences.first().locator('mark')).toHaveText('Lärm');
	for (const text of await sentences.allTextContents()) expect(text).toContain('Lärm');
	await expect(panel(page, 'terms')).toContainText(say('open_answers_kept').slice(0, 40));

	// What leaves the house has the shares, and no sentence.
	const download = page.waitForEvent('download');
	await panel(page, 'terms')
		.getByRole('button', { name: say('panel_csv') })
		.click();
	const csv = await readFile(await (await download).path(), 'utf8');
	expect(csv).toContain('Lärm');
	expect(csv).not.toContain('Gegen Lärm');
	await page.emulateMedia({ media: 'print' });
	await expect(sentences.first()).toBeHidden();
	await page.emulateMedia({ media: 'screen' });

	await page.keyboard.press('Escape');
	await expect(sentences).toHaveCount(0);
	await expect(page).not.toHaveURL(/begriff=/);
	await page.goBack();
	await expect(sentences.first()).toBeVisible();

	// Before 2022 nobody was asked.
	await go(page, `${page.url().split('?')[0]}?welle=2019`);
	await painted(page);
	await expect(panel(page, 'terms')).toHaveCount(0);
});
