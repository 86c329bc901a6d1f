import { expect, test, type Page } from './watch';
import { RATED, wide } from './wide-file';
import { atStep, choose, findColumn, keyFigures, painted, press } from './wizard';
import { say } from './words';

const SHEETS = 1100;
const OVERALL = RATED[0]!;

/** Counts what a person presses and chooses on a page. */
async function counting(page: Page): Promise<() => Promise<number>> {
	await page.evaluate(() => {
		const counted = globalThis as { clicks?: number };
		counted.clicks = 0;
		addEventListener('click', ({ isTrusted }) => (counted.clicks! += Number(isTrusted)), true);
		addEventListener('change', () => counted.clicks!++, true);
	});
	return () => page.evaluate(() => (globalThis as { clicks?: number }).clicks ?? NaN);
}

/** How long the page was held up at a stretch, at most, since it was asked for. */
async function longestTask(page: Page): Promise<() => Promise<number>> {
	await page.evaluate(() => {
		const seen = globalThis as { longest?: number };
		seen.longest = 0;
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries())
				seen.longest = Math.max(seen.longest ?? 0, duration);
		}).observe({ type: 'longtask' });
	});
	return () => page.evaluate(() => (globalThis as { longest?: number }).longest ?? NaN);
}

test('a survey of 160 columns with codes comes to right figures with a few decisions', async ({
	page
}, testInfo) => {
	const file = wide(SHEETS);
	await page.goto('/import');
	const clicks = await counting(page);
	await choose(page, file);
	await atStep(page, 'recognised');
	const longest = await longestTask(page);
	await press(page, say('recognised_continue'));
	await atStep(page, 'columns');

	const open = page.locator('[data-card][data-open="true"]');
	const rated = page.locator('[data-card]', {
		hasText: say('cards_questions', {
			n: 118,
			answers: say('cards_besides', { answers: '1–5', missing: '9' })
		})
	});
	await expect(rated).toHaveCount(1);
	await expect(rated).toHaveAttribute('data-open', 'true');

	let decisions = 0;
	while ((await open.count()) > 0) {
		const before = await open.count();
		const card = open.first();
		const toggle = card.locator('h3 button');
		if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
		const choice = card.getByRole('button', { name: say('cards_choice_no'), exact: true });
		const confirm = card.locator('.button.primary');
		await ((await choice.count()) > 0 ? choice : confirm).click();
		await expect(open).toHaveCount(before - 1);
		decisions++;
	}
	await expect(page.locator('.open-bar')).toContainText(say('cards_open_none'));
	await findColumn(page, OVERALL);
	await page.getByLabel(say('columns_topic_of', { heading: OVERALL })).selectOption('overall');
	decisions++;
	testInfo.annotations.push({ type: 'longest task', description: `${await longest()} ms` });

	await press(page, say('columns_continue'));
	await atStep(page, 'wave');
	await expect(page.getByLabel(say('waves_name'), { exact: true })).toHaveValue('2025');
	await press(page, say('waves_continue'));
	await atStep(page, 'checks');

	const answers = file.rows.filter((row) => row[OVERALL] !== '9');
	const weight = (row: Record<string, string>) => Number(row['Gewicht']!.replace(',', '.'));
	const sum = (rows: typeof answers) => rows.reduce((all, row) => all + weight(row), 0);
	const satisfied = answers.filter((row) => Number(row[OVERALL]) >= 4);
	const percent = `${Math.round((100 * sum(satisfied)) / sum(answers))} %`;
	const first = page.locator('[data-headlines] li').first();
	await expect(first).toContainText(OVERALL);
	await expect(first).toContainText(say('truth_share', { share: percent }));
	await expect(first).toContainText(answers.length.toLocaleString('de-DE'));
	await expect(page.locator('[data-still-open]')).toHaveCount(0);
	await expect(page.locator('[data-not-stored]')).toContainText('Telefon');

	await press(page, say('checks_load_survey', { n: SHEETS.toLocaleString('de-DE') }));
	await atStep(page, 'done');
	expect(decisions, 'decisions').toBeLessThanOrEqual(12);
	expect(await clicks(), 'clicks and choices').toBeLessThanOrEqual(40);

	const quartier = 'SZ-Lebenstedt';
	await page.goto('/quartiere/sz-lebenstedt');
	await painted(page);
	const own = answers.filter((row) => row['Quartier'] === quartier);
	const share = sum(own.filter((row) => satisfied.includes(row))) / sum(own);
	const shown = (await keyFigures(page))['Zufrieden insgesamt'] ?? '';
	expect(shown).toContain(`${Math.round(100 * share)} %`);
	expect(shown).toContain(say('key_sheets', { n: own.length }));
});

test('what nobody settled keeps its mark in the next wave, and what was confirmed is carried over', async ({
	page
}) => {
	await page.goto('/import');
	await choose(page, wide(150));
	await press(page, say('recognised_continue'));
	const open = page.locator('[data-card][data-open="true"]');
	const rated = page.locator('[data-card="scale"]', { hasText: '118' });
	await rated.locator('.button.primary').click();
	await expect(rated).toHaveAttribute('data-open', 'false');
	const left = await open.count();
	expect(left).toBeGreaterThan(0);
	await press(page, say('columns_continue'));
	await press(page, say('waves_continue'));
	await expect(page.locator('[data-still-open] li')).toHaveCount(left);
	await press(page, say('checks_load_survey', { n: 150 }));
	await atStep(page, 'done');

	await press(page, say('done_more'));
	const next = wide(160);
	await choose(page, { ...next, name: 'panel-2026.csv' });
	await atStep(page, 'recognised');
	await press(page, say('recognised_continue'));
	await expect(rated).toHaveAttribute('data-open', 'false');
	await expect(open).toHaveCount(left);
});

test('an import that was begun is there again after the window was closed, without what is personal', async ({
	page,
	context
}) => {
	const file = wide(150);
	await page.goto('/import');
	await choose(page, file);
	await press(page, say('recognised_continue'));
	const rated = page.locator('[data-card="scale"]', { hasText: '118' });
	await rated.locator('.button.primary').click();
	await page
		.getByRole('link', { name: say('nav_help') })
		.first()
		.click();
	const leave = page.getByRole('dialog');
	await expect(leave).toContainText(say('leave_kept'));
	await leave.getByRole('button', { name: say('leave_go') }).click();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(say('import_title'));
	await page.close();

	const later = await context.newPage();
	await later.goto('/import');
	const stored = await later.evaluate(async () => {
		const root = await (
			await navigator.storage.getDirectory()
		).getDirectoryHandle('quartierspiegel');
		const folder = await root.getDirectoryHandle('draft');
		const texts: string[] = [];
		for await (const name of folder.keys())
			texts.push(await (await (await folder.getFileHandle(name)).getFile()).text());
		return texts.join('\n');
	});
	expect(stored).toContain('q1_01');
	expect(file.rows.filter((row) => stored.includes(row['Telefon']!))).toEqual([]);
	expect(stored).not.toContain('Im Hof fehlt Licht');

	await press(later, say('draft_continue', { file: file.name }));
	await atStep(later, 'columns');
	await expect(later.locator('[data-card="scale"]', { hasText: '118' })).toHaveAttribute(
		'data-open',
		'false'
	);
	// What the draft does not have, only the file has.
	await findColumn(later, 'Telefon');
	await later
		.getByRole('button', { name: say('cards_release_of', { heading: 'Telefon' }) })
		.click();
	await expect(later.getByText(say('draft_needs_file', { file: file.name }))).toBeVisible();
	await later.getByLabel(say('draft_choose_file')).setInputFiles(file);
	await expect(later.getByLabel(say('columns_role_of', { heading: 'Telefon' }))).toHaveValue(
		'ignored'
	);
	await press(later, say('columns_continue'));
	await press(later, say('waves_continue'));
	await press(later, say('checks_load_survey', { n: 150 }));
	await atStep(later, 'done');
	await press(later, say('done_more'));
	await expect(later.getByText(say('draft_title'))).toHaveCount(0);
});
