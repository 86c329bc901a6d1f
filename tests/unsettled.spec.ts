import { go } from './go';
import { upload } from './files';
import { Random } from './random';
import { expect, test, type Page } from './watch';
import {
	atStep,
	cardOf,
	choose,
	confirmCard,
	findColumn,
	keyFigures,
	painted,
	press
} from './wizard';
import { say } from './words';

const CODED = 'Zufriedenheit insgesamt';
const WORDED = 'Sicherheit im Quartier';
const BATTERY = ['Nutzung [Treff]', 'Nutzung [Beratung]', 'Nutzung [Fest]'];
const HEADINGS = ['Bogen-Nr', 'Quartier', CODED, WORDED, ...BATTERY];
const SHEETS = 200;

const even = (...values: string[]) => values.map((value) => [value, 1] as const);

/** A survey with a question in codes that no word explains, one in words, and a battery of yes and no. */
function survey() {
	const random = new Random(4);
	const rows = Array.from({ length: SHEETS }, (_, at) => [
		String(at + 1),
		'Nord',
		random.pick(even('1', '2', '3', '4', '5')),
		random.pick(even('sehr zufrieden', 'eher zufrieden', 'eher unzufrieden', 'sehr unzufrieden')),
		...BATTERY.map(() => random.pick(even('ja', 'nein')))
	]);
	const text = [HEADINGS, ...rows].map((cells) => cells.join(';')).join('\n');
	return { ...upload('codes.csv', text), rows };
}

async function toColumns(page: Page, file: ReturnType<typeof survey>): Promise<void> {
	await page.goto('/import');
	await choose(page, file);
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await atStep(page, 'columns');
}

async function toChecks(page: Page, year?: string): Promise<void> {
	await press(page, say('columns_continue'));
	await atStep(page, 'wave');
	if (year !== undefined) {
		await page.getByLabel(say('waves_from')).fill(`${year}-03-01`);
		await page.getByLabel(say('waves_to')).fill(`${year}-04-01`);
	}
	await press(page, say('waves_continue'));
	await atStep(page, 'checks');
}

test('a question that nobody settled yields no figure, and the right one once it is confirmed', async ({
	page
}) => {
	const file = survey();
	await toColumns(page, file);
	await toChecks(page, '2025');
	await expect(page.locator('[data-still-open]')).toContainText('1–5');
	await press(page, say('checks_load_survey', { n: SHEETS }));
	await atStep(page, 'done');
	await go(page, '/daten');
	await expect(page.getByRole('listitem').filter({ hasText: 'codes.csv' })).toContainText(
		say('source_unsettled', { n: 1 + BATTERY.length })
	);
	await page.goto('/quartiere/nord');
	await painted(page);

	const overall = 'Zufrieden insgesamt';
	expect((await keyFigures(page))[overall] ?? '').not.toMatch(/\d %/);
	const panel = page.locator('[data-panel]', { has: page.locator('[data-unsettled]') }).first();
	await expect(panel.locator('[data-unsettled]')).toContainText(CODED);
	await panel.getByRole('link', { name: say('unsettled_link') }).click();
	await expect(page).toHaveURL(/\/import\?batch=/);
	await atStep(page, 'columns');

	await findColumn(page, CODED);
	await cardOf(page, CODED)
		.getByRole('button', { name: say('cards_end_swap') })
		.click();
	await confirmCard(page, CODED);
	await toChecks(page);
	await press(page, say('checks_load_survey', { n: SHEETS }));
	await atStep(page, 'done');
	await go(page, '/quartiere/nord');
	await painted(page);
	const satisfied = file.rows.filter((cells) => Number(cells[2]) <= 2).length;
	expect((await keyFigures(page))[overall]).toContain(
		`${Math.round((100 * satisfied) / SHEETS)} %`
	);
	await expect(page.locator('[data-unsettled]', { hasText: CODED })).toHaveCount(0);
});

test('a battery of yes and no is made one question with several answers, and single questions again', async ({
	page
}) => {
	await toColumns(page, survey());
	await findColumn(page, BATTERY[0]!);
	const card = cardOf(page, BATTERY[0]!);
	await card.getByRole('button', { name: say('cards_as_options') }).click();
	await expect(page.locator('[data-card="ticks"]')).toContainText(say('cards_ticks', { n: 3 }));
	await expect(page.locator('[data-card="ticks"]')).toHaveAttribute('data-open', 'false');
	await card.getByRole('button', { name: say('cards_as_questions') }).click();
	await expect(page.locator('[data-card="ticks"]')).toHaveCount(0);
	await expect(card).toHaveAttribute('data-card', 'scale');
});

test('what a file holds is asked where its columns do not say it', async ({ page }) => {
	const random = new Random(5);
	const rows = Array.from({ length: 40 }, (_, at) => [
		String(at + 1),
		random.pick(even('Alpha', 'Beta', 'Gamma')),
		random.pick(even('A', 'B', 'C')),
		random.pick(even('Ost', 'West'))
	]);
	const lines = [['Nr', 'Bezeichnung', 'Stufe', 'Bereich'], ...rows].map((row) => row.join(';'));
	await page.goto('/import');
	await choose(page, upload('liste.csv', lines.join('\n')));
	await atStep(page, 'recognised');
	await expect(page.locator('[data-kind-ask]')).toContainText(say('recognised_kind_ask'));
	await page.getByLabel(say('recognised_kind')).selectOption('supportCase');
	await expect(page.locator('[data-kind-ask]')).toHaveCount(0);
});
