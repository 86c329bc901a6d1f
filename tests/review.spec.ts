import { test as reading } from './reading';
import { expect, test } from './watch';
import { loadSample, painted, panelRows, overviewTable, toPanel } from './wizard';
import { say } from './words';
import { chart, openQuartier, panel, pickByKeys, toQuartier } from './panels';

reading(
	'from the overview to the cause of what changed in three clicks, and back',
	async ({ page }) => {
		await loadSample(page);
		// The order of its table stays while one looks at a Quartier.
		const heat = overviewTable(page);
		const service = heat.getByRole('columnheader', { name: /^Service/ });
		await service.getByRole('button').click();
		await expect(service).toHaveAttribute('aria-sort', 'descending');
		await toQuartier(page, 'SZ-Lebenstedt');
		await page.goBack();
		await expect(service).toHaveAttribute('aria-sort', 'descending');

		const findings = panel(page, 'news').getByRole('link');
		await expect(findings.first()).toContainText('Sicherheit“ ist in SZ-Lebenstedt');
		// One: the surest finding leads to its chart.
		await findings.first().click();
		await painted(page);
		await expect(page).toHaveURL(/#safety-course-title$/);
		await expect(page.locator('#safety-course-title')).toContainText(/Sicherheit.*2022/);
		await expect(page.locator('#safety-course-title')).toBeInViewport();
		// Two: the topic opens its items. The row is the third of five; its place is clicked in the canvas.
		await toPanel(page, 'topics');
		await painted(page);
		const topics = await chart(page, 'topics').boundingBox();
		await chart(page, 'topics').click({
			position: { x: (topics?.width ?? 0) / 2, y: ((topics?.height ?? 0) - 30) * 0.5 }
		});
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText(say('drill_items', { topic: 'Sicherheit' }));
		await expect(page).toHaveURL(/blick=index-safety/);
		await painted(page);
		// Three: an item shows its answers and its course.
		await pickByKeys(page, 'drill-items', 'Sicherheit: Abends auf dem Weg nach Hause');
		await expect(page.locator('#drill-course-title')).toContainText('2022');
		await expect(page.locator('#drill-course-title')).toContainText(
			/gestiegen|steigt|um \d+ Punkte/
		);
		const answers = await panelRows(page, 'drill-answers');
		expect(new Set(answers.map((row) => row['Antwort'])).size).toBe(5);
		await page.goBack();
		await expect(panel(page, 'drill-items')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await expect(page).not.toHaveURL(/blick=/);
		// Who closes it and goes back does not mean to open it again.
		await page.goBack();
		await expect(page).not.toHaveURL(/blick=/);
		await expect(dialog).toBeHidden();
	}
);

reading('what is picked in a chart filters the others, and Escape lifts it', async ({ page }) => {
	await openQuartier(page);
	const sum = async (id: string) =>
		(await panelRows(page, id)).reduce(
			(total, row) => total + Number((row[say('chart_table_value')] ?? '').replace('.', '')),
			0
		);
	const all = await sum('access');
	const topicsBefore = await panelRows(page, 'case-topics');
	await pickByKeys(page, 'case-topics', 'Mietschulden');
	await expect(page).toHaveURL((url) => url.searchParams.get('anlass') === 'Mietschulden');
	const chip = page.getByRole('button', {
		name: say('filter_remove', { name: say('chart_dimension_caseTopic'), value: 'Mietschulden' })
	});
	// The filters at the head are far up; what was picked is in sight, once.
	await expect(page.getByRole('combobox', { name: say('filter_from') })).not.toBeInViewport();
	await expect(chip).toBeInViewport();
	await painted(page);
	const debts = topicsBefore.find((row) => Object.values(row)[0] === 'Mietschulden');
	expect(await sum('access')).toBe(Number(debts?.[say('chart_table_value')]));
	// The panel that is broken down by it goes on showing all.
	expect(await panelRows(page, 'case-topics')).toEqual(topicsBefore);

	// A stretch of time on top of it, then both lifted, the last first.
	await pickByKeys(page, 'flow', '2024');
	await expect(page).toHaveURL(/zeit=2024-01-01\.\.2024-12-31/);
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/zeit=/);
	await expect(chip).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(chip).toBeHidden();
	await painted(page);
	expect(await sum('access')).toBe(all);
	await page.goBack();
	await expect(chip).toBeVisible();
});

test('sections are jumped to, folded and stay so', async ({ page }) => {
	await openQuartier(page);
	const jump = page.getByRole('navigation', { name: say('section_jump') });
	const effect = jump.getByRole('link', { name: say('section_effect') });
	await effect.click();
	await expect(page.locator('#effect-heading')).toBeInViewport();
	await expect(effect).toHaveAttribute('aria-current', 'location');
	const fold = page.getByRole('button', { name: say('section_work'), exact: true });
	await fold.click();
	await expect(panel(page, 'flow')).toHaveCount(0);
	await page.reload();
	await painted(page);
	await expect(fold).toHaveAttribute('aria-expanded', 'false');
	await jump.getByRole('link', { name: say('section_work') }).click();
	await expect(panel(page, 'flow')).toBeVisible();
	await panel(page, 'flow')
		.getByRole('button', { name: /vergrößern$/ })
		.click();
	await expect(page.getByRole('dialog').locator('.chart')).toBeVisible();
});
