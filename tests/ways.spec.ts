import { go } from './go';
import { openQuartier, toQuartier } from './panels';
import { test as reading } from './reading';
import { expect, test, type Page } from './watch';
import { loadSample, painted, press, toPanel } from './wizard';
import { say } from './words';

test('a note and a view of one’s own keep the figure that was chosen, undo each step, and come back', async ({
	page
}) => {
	await openQuartier(page, 'sz-lebenstedt?verlauf=index-service');
	const trend = page.locator('[data-panel="trend"]');
	await trend.getByRole('button', { name: /^Notizen/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(say('note_text')).fill('Neue Hotline seit März');
	await dialog.getByRole('button', { name: say('note_add') }).click();
	await expect(dialog.getByRole('status')).toContainText(say('note_written'));
	await page.keyboard.press('Escape');
	await expect(trend.locator('.count')).toHaveText('1');
	await trend.getByRole('combobox').selectOption('nps');
	await expect(trend.locator('.count')).toHaveCount(0);
	await go(page, '/notizen');
	await page
		.getByRole('link', { name: `SZ-Lebenstedt · ${say('panel_trend', { trend: 'Service' })}` })
		.click();
	await expect(page).toHaveURL(/verlauf=index-service#trend-title$/);
	await painted(page);
	await expect(trend.locator('.count')).toHaveText('1');

	await trend.getByRole('checkbox').check();
	await (await toPanel(page, 'topics')).getByRole('checkbox').check();
	const bar = page.getByRole('region', { name: say('chosen_label') });
	await bar.getByLabel(say('chosen_view_name')).fill('Service');
	await bar.getByRole('button', { name: say('chosen_collect') }).click();
	const heading = page.getByRole('heading', { level: 1, name: 'Service' });
	await expect(heading).toBeVisible();
	await page.goto(new URL(page.url()).pathname);
	await painted(page);
	await expect(trend).toContainText('Service');
	await expect(trend).not.toContainText('Zufrieden insgesamt');

	for (const left of [1, 0]) {
		await press(page, say('view_take_out', { n: 1 }));
		await expect(page.locator('.entry')).toHaveCount(left);
	}
	await press(page, say('note_undo'));
	await expect(page.locator('.entry')).toHaveCount(1);
	await press(page, say('note_undo'));
	await expect(page.locator('.entry')).toHaveCount(2);
	await expect(trend).toBeVisible();

	await page.getByText(say('view_manage')).click();
	await press(page, say('view_remove'));
	await expect(page.getByText(say('view_removed'))).toBeVisible();
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Service' })).toHaveCount(0);
	await press(page, say('note_undo'));
	await expect(page.locator('.entry')).toHaveCount(2);
});

test('a finding leads to its chart though the section was folded', async ({ page }) => {
	await page.addInitScript(() => {
		if (!localStorage.getItem('quartierspiegel-folded'))
			localStorage.setItem('quartierspiegel-folded', 'trouble work');
	});
	await loadSample(page);
	await page.locator('[data-panel="news"]').getByRole('link').first().click();
	await painted(page);
	await expect(page.locator('#safety-course-title')).toBeInViewport();
	await expect(page.locator('[data-panel="safety-course"] .chart')).toBeVisible();
});

reading(
	'the search finds what a Quartier shows, waves, and what tenants wrote',
	async ({ page }) => {
		await loadSample(page);
		const search = async (text: string, first?: string) => {
			await page.keyboard.press('Control+k');
			await page.getByRole('dialog').getByRole('combobox').fill(text);
			const found = page.getByRole('dialog').getByRole('option').first();
			await (first ? expect(found).toHaveText(first) : expect(found).toBeVisible());
			await page.keyboard.press('Enter');
		};
		// Whoever presses the keys goes on typing at once.
		await page.keyboard.press('Control+k');
		await page.keyboard.type('heid');
		await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('heid');
		await page.keyboard.press('Escape');
		// Words of the tenants come once the database is there.
		await search('lärm', `Lärm ${say('search_term')} · Was sollten wir als Erstes verbessern?`);
		await expect(page).toHaveURL(/befragungen\?begriff=/);
		const sentences = page.locator('[data-panel="terms"]').getByRole('listitem');
		await expect(sentences.first().locator('mark')).toHaveText('Lärm');
		// A panel that stands behind „Mehr“ is opened for who looks for it.
		await search('bewilligt nach leistung weststadt');
		await expect(page.getByRole('heading', { level: 1, name: 'Weststadt' })).toBeVisible();
		await expect(
			page.getByRole('heading', { name: say('panel_benefit_kinds'), exact: true })
		).toBeInViewport();
		await search('weststadt', `Weststadt ${say('search_quartier')} · Braunschweig`);
		await expect(page.getByRole('heading', { level: 1, name: 'Weststadt' })).toBeVisible();
		await search('müllplatz');
		await expect(page).toHaveURL(/befragungen.*#frage-[\da-z]{8}-[\da-z]{4}/);
		await expect(page.locator('[data-panel="questionnaire"]')).toBeVisible();
		await search('befragung 2022');
		await expect(page).toHaveURL(/befragungen\?welle=2022/);
		// From a page about all of them it is a panel of the Quartier that was looked at last.
		await search('besuche nach angebot');
		await expect(page.getByRole('heading', { level: 1, name: 'Weststadt' })).toBeVisible();
		await expect(page.locator('#offers-title')).toBeInViewport();
		await page.keyboard.press('Control+k');
		await page.getByRole('dialog').getByRole('combobox').fill('gibt es nicht');
		await expect(page.getByText(say('search_none'))).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}
);

reading(
	'a filter is named beside the figures; Escape closes an open list first, then lifts it',
	async ({ page }) => {
		await openQuartier(page, 'sz-lebenstedt?alter=65+und+%C3%A4lter');
		const only = say('source_only', { filters: `${say('group_age')}: 65 und älter` });
		await expect(page.locator('[data-panel="strip"] footer')).toContainText(only);
		await expect(page.locator('[data-panel="flow"] footer')).toContainText(only);
		// Households of an age are not known: the response is that of all, and says so.
		const response = page.getByRole('listitem').filter({ hasText: /^\s*Rücklauf/ });
		await expect(response.locator('.value')).toContainText('%');
		await expect(response).toContainText(say('note_groups_ignored'));
		await expect(
			page.locator('[data-panel="treff-visits"] footer, [data-panel="treff"] footer').first()
		).not.toContainText(only);

		const chip = page.getByRole('button', {
			name: say('filter_remove', { name: say('group_age'), value: '65 und älter' })
		});
		await expect(chip).toBeVisible();
		const list = page.locator('details.choice').first();
		await list.locator('summary').click();
		await page.keyboard.press('Escape');
		await expect(list).not.toHaveAttribute('open');
		await expect(list.locator('summary')).toBeFocused();
		await expect(chip).toBeVisible();
		await list.locator('summary').click();
		await page.getByRole('heading', { level: 1 }).click();
		await expect(list).not.toHaveAttribute('open');
		await page.keyboard.press('Escape');
		await expect(chip).toHaveCount(0);
		const what = `${say('group_age')}: 65 und älter`;
		await expect(page.getByRole('status').getByText(say('filter_lifted', { what }))).toBeVisible();
	}
);

test('without data each page says what to import, and an unknown address that it is unknown', async ({
	page,
	watch
}) => {
	watch.allow(/Not found/);
	await page.goto('/quartiere/heidberg');
	await expect(page.getByText(say('quartier_none'))).toBeVisible();
	await expect(page.getByRole('main').getByRole('link', { name: say('nav_import') })).toBeVisible();
	await page.goto('/gibt/es/nicht');
	await expect(page.getByRole('heading', { level: 1, name: say('error_title') })).toBeVisible();
	await expect(page.getByText(say('error_text'))).toBeVisible();
});

test('back, loading again and another language come back to where one was', async ({ page }) => {
	await openQuartier(page);
	const top = () => page.evaluate(() => Math.round(scrollY));
	await page.evaluate(() => scrollTo(0, 2400));
	expect(await top()).toBe(2400);
	await toQuartier(page, 'Weststadt');
	expect(await top()).toBe(0);
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: 'SZ-Lebenstedt' })).toBeVisible();
	await expect.poll(top).toBeGreaterThan(2300);
	await painted(page);
	expect(Math.abs((await top()) - 2400)).toBeLessThan(60);

	await page.reload({ waitUntil: 'domcontentloaded' });
	await expect(page.locator('html > .last-view')).toHaveCount(0);
	await expect.poll(top).toBeGreaterThan(2300);
	await painted(page);
	await press(page, 'English');
	await expect.poll(top).toBeGreaterThan(2200);

	// A visit of its own begins at the top.
	await page.goto('/quartiere/sz-lebenstedt');
	await painted(page);
	expect(await top()).toBe(0);
});

test('an event is said to be taken away once it is, and not before', async ({ page }) => {
	await loadSample(page, '/daten');
	const removal = page.getByRole('button', {
		name: say('events_remove_one', { title: 'Treffs geschlossen' })
	});
	const removed = page.getByText(say('events_removed', { title: 'Treffs geschlossen' }));
	await expect(removal).toBeEnabled();
	// As another window does while it writes: this one waits for its turn.
	await page.evaluate(() => {
		const other = globalThis as { leave?: () => void };
		return new Promise<void>((held) => {
			void navigator.locks.request('quartierspiegel-records', () => {
				held();
				return new Promise<void>((resolve) => (other.leave = resolve));
			});
		});
	});
	await removal.click();
	const waiting = () =>
		page.evaluate(async () => {
			const { pending = [] } = await navigator.locks.query();
			return pending.some(({ name }) => name === 'quartierspiegel-records');
		});
	await expect.poll(waiting).toBe(true);
	await expect(removal).toHaveCount(1);
	await expect(removed).toHaveCount(0);
	await page.evaluate(() => (globalThis as { leave?: () => void }).leave?.());
	await expect(removed).toBeVisible();
	await expect(removal).toHaveCount(0);
});

test('of two windows that write notes at once, neither loses one of the other', async ({
	page,
	context
}) => {
	await loadSample(page);
	const other = await context.newPage();
	const windows = [page, other];
	for (const one of windows) {
		await one.goto('/notizen');
		await expect(one.getByLabel(say('note_text'))).toBeVisible();
	}
	const write = async (one: Page, text: string) => {
		await one.getByLabel(say('note_text')).fill(text);
		await press(one, say('note_add'));
		await expect(one.getByRole('listitem').filter({ hasText: text })).toBeVisible();
	};
	for (const round of [1, 2, 3])
		await Promise.all(windows.map((one, at) => write(one, `Fenster ${at}, Notiz ${round}`)));
	for (const one of windows)
		await expect(one.getByRole('listitem').filter({ hasText: /Fenster [01], Notiz/ })).toHaveCount(
			6
		);
});
