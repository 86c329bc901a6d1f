import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, type Page } from './watch';
import { loadSample, painted, panelRows, press } from './wizard';
import { say } from './words';

test.describe.configure({ timeout: 180_000 });

const panel = (page: Page, id: string) => page.locator(`[data-panel="${id}"]`);
const chart = (page: Page, id: string) => panel(page, id).locator('.chart');

/** Walks through a chart with the keys to the place whose words begin so, and picks it. */
async function pickByKeys(page: Page, id: string, place: string): Promise<void> {
	await chart(page, id).focus();
	await page.keyboard.press('Home');
	const spoken = panel(page, id).locator('.spoken');
	for (let step = 0; step < 40; step++) {
		if ((await spoken.textContent())?.startsWith(place)) break;
		await page.keyboard.press('ArrowDown');
	}
	await expect(spoken).toContainText(place);
	await page.keyboard.press('Enter');
}

async function openQuartier(page: Page, name = 'SZ-Lebenstedt'): Promise<void> {
	await page.getByRole('navigation').getByRole('link', { name }).click();
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
	await painted(page);
}

test('from the overview to the cause of what changed in three clicks, and back', async ({
	page
}) => {
	await loadSample(page);
	const findings = panel(page, 'findings').getByRole('link');
	await expect(findings.first()).toContainText('SZ-Lebenstedt, Sicherheit');
	// One: the surest finding leads to its chart.
	await findings.first().click();
	await painted(page);
	await expect(page).toHaveURL(/verlauf=index-safety#trend-title$/);
	await expect(page.locator('#trend-title')).toContainText(/Sicherheit.*2022/);
	await expect(page.locator('#trend-title')).toBeInViewport();
	// Two: the topic opens its items. The row is the third of five; its place is clicked in the canvas.
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
	await expect(page.locator('#drill-course-title')).toContainText(/gestiegen|steigt|um \d+ Punkte/);
	const answers = await panelRows(page, 'drill-answers');
	expect(new Set(answers.map((row) => row['Antwort'])).size).toBe(5);
	await page.goBack();
	await expect(panel(page, 'drill-items')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(page).not.toHaveURL(/blick=/);
});

test('what is picked in a chart filters the others, and Escape lifts it', async ({ page }) => {
	await loadSample(page);
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
	await loadSample(page);
	await openQuartier(page);
	const jump = page.getByRole('navigation', { name: say('section_jump') });
	await jump.getByRole('link', { name: say('section_treff') }).click();
	await expect(page.locator('#treff-heading')).toBeInViewport();
	const fold = page.getByRole('button', { name: say('section_casework'), exact: true });
	await fold.click();
	await expect(panel(page, 'flow')).toHaveCount(0);
	await page.reload();
	await painted(page);
	await expect(fold).toHaveAttribute('aria-expanded', 'false');
	await jump.getByRole('link', { name: say('section_casework') }).click();
	await expect(panel(page, 'flow')).toBeVisible();
	await panel(page, 'topics')
		.getByRole('button', { name: /vergrößern$/ })
		.click();
	await expect(page.getByRole('dialog').locator('.chart')).toBeVisible();
});

test('chosen panels become pictures in one zip and a view of one’s own', async ({ page }) => {
	await loadSample(page);
	await openQuartier(page);
	for (const id of ['topics', 'flow']) await panel(page, id).getByRole('checkbox').check();
	await openQuartier(page, 'Weststadt');
	await panel(page, 'topics').getByRole('checkbox').check();
	const bar = page.getByRole('region', { name: say('chosen_label') });
	await expect(bar).toContainText(say('chosen_count', { n: 3 }));
	// They stay when the page is loaded again.
	await page.reload();
	await expect(bar).toContainText(say('chosen_count', { n: 3 }));
	const download = page.waitForEvent('download');
	await bar.getByRole('button', { name: say('chosen_pictures') }).click();
	const path = await (await download).path();
	const files = unzipSync(new Uint8Array(await readFile(path)));
	expect(Object.keys(files)).toEqual([
		'01-sz-lebenstedt-topics.png',
		'02-sz-lebenstedt-flow.png',
		'03-weststadt-topics.png'
	]);
	for (const bytes of Object.values(files)) {
		expect(strFromU8(bytes.slice(1, 4))).toBe('PNG');
		expect(bytes.length).toBeGreaterThan(20_000);
	}

	await bar.getByLabel(say('chosen_view_name')).fill('Montag');
	await bar.getByRole('button', { name: say('chosen_collect') }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Montag' })).toBeVisible();
	await painted(page);
	const order = () =>
		page
			.locator('.entry')
			.evaluateAll((all) =>
				all.map((one) => [
					one.querySelector('strong')?.textContent,
					one.querySelector('[data-panel]')?.getAttribute('data-panel')
				])
			);
	expect(await order()).toEqual([
		['SZ-Lebenstedt', 'topics'],
		['SZ-Lebenstedt', 'flow'],
		['Weststadt', 'topics']
	]);
	await press(page, say('view_up', { n: 3 }));
	await expect.poll(async () => (await order())[1]?.[0]).toBe('Weststadt');
	await press(page, say('view_take_out', { n: 1 }));
	await expect(page.locator('.entry')).toHaveCount(2);
	await press(page, say('note_undo'));
	await expect(page.locator('.entry')).toHaveCount(3);
	await page.reload();
	await painted(page);
	await expect(page.locator('.entry')).toHaveCount(3);
	await expect(page.getByRole('navigation').getByRole('link', { name: 'Montag' })).toBeVisible();
});

test('notes are written at a panel, edited, settled, taken back, and stay', async ({ page }) => {
	await loadSample(page);
	await openQuartier(page);
	await panel(page, 'topics')
		.getByRole('button', { name: /^Notizen/ })
		.click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(say('note_kind')).selectOption('question');
	await dialog.getByLabel(say('note_author')).fill('Erika');
	await dialog.getByLabel(say('note_text')).fill('Woran liegt <b>das</b>?');
	await dialog.getByRole('button', { name: say('note_add') }).click();
	await expect(dialog.getByRole('status')).toContainText(say('note_written'));
	await page.keyboard.press('Escape');
	await expect(panel(page, 'topics').locator('.count')).toHaveText('1');

	const notes = page.locator('#notes');
	await expect(notes.getByRole('listitem')).toContainText('Woran liegt <b>das</b>?');
	await expect(notes.getByRole('listitem')).toContainText('Erika');
	await notes.getByRole('button', { name: say('note_edit') }).click();
	await notes.getByLabel(say('note_text')).fill('Nachfragen beim Hausmeister');
	await notes.getByRole('button', { name: say('note_save') }).click();
	await expect(notes.getByRole('listitem')).toContainText('Nachfragen beim Hausmeister');
	await notes.getByRole('button', { name: say('note_settle'), exact: true }).click();
	await expect(panel(page, 'topics').locator('.count')).toHaveCount(0);
	await notes.getByRole('button', { name: say('note_undo') }).click();
	await expect(panel(page, 'topics').locator('.count')).toHaveText('1');
	await notes.getByRole('button', { name: say('note_remove') }).click();
	await expect(notes).toContainText(say('note_none'));
	await notes.getByRole('button', { name: say('note_undo') }).click();
	await expect(notes.getByRole('listitem')).toContainText('Nachfragen beim Hausmeister');

	await page.goto('/notizen');
	await expect(page.getByRole('listitem').filter({ hasText: 'Hausmeister' })).toBeVisible();
	await expect(
		page.getByText(say('notes_open', { kind: say('note_kind_question'), n: 1 }))
	).toBeVisible();
});

test('Ctrl+K finds a Quartier, a question and a page', async ({ page }) => {
	await loadSample(page);
	const search = async (text: string) => {
		await page.keyboard.press('Control+k');
		await page.getByRole('dialog').getByRole('combobox').fill(text);
	};
	await search('weststadt');
	await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Weststadt');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Weststadt' })).toBeVisible();
	await search('müllplatz');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/befragungen.*#frage-[\da-z]{8}-[\da-z]{4}/);
	await expect(page.locator('[data-panel="questionnaire"]')).toBeVisible();
	await search('gibt es nicht');
	await expect(page.getByText(say('search_none'))).toBeVisible();
});

test('Quartiere stand side by side, with differences, standardised on request', async ({
	page
}) => {
	await loadSample(page);
	await page.goto('/vergleich?mit=sz-lebenstedt&mit=weststadt');
	await painted(page);
	const differences = page.locator('[data-panel="differences"]');
	const safety = differences.getByRole('row', { name: /^Nachbarschaft/ });
	await expect(safety).toContainText('▲ +6');
	await expect(differences).not.toContainText(say('note_standardised'));
	await page.getByRole('checkbox', { name: new RegExp(say('comparison_standardise')) }).check();
	await expect(page).toHaveURL(/standard=1/);
	await painted(page);
	await expect(differences).toContainText(say('note_standardised'));
	await page.getByRole('radio', { name: say('comparison_periods') }).check();
	await painted(page);
	await expect(differences.getByRole('row', { name: /^Sicherheit/ })).toContainText('▲ +11');
	expect(await page.locator('[data-panel="item-table"] tbody tr').count()).toBeGreaterThan(20);
});

test('casework stands side by side: Quartiere, one and the rest, a year and the one before', async ({
	page
}) => {
	await loadSample(page);
	await page.goto('/vergleich?mit=sz-lebenstedt&mit=weststadt');
	await painted(page);
	const differences = page.locator('[data-panel="case-differences"]');
	const rate = differences.getByRole('row', { name: /^Neue Fälle je 1\.000/ });
	// What it is compared with has its name.
	await expect(rate).toContainText('als „SZ-Lebenstedt“, sehr wahrscheinlich kein Zufall');
	await expect(rate.getByRole('cell').first()).toContainText(/\d Fälle/);
	const download = page.waitForEvent('download');
	await differences
		.getByRole('button', { name: say('panel_csv') })
		.first()
		.click();
	const csv = await readFile(await (await download).path(), 'utf8');
	expect(csv).toContain('Neue Fälle je 1.000 Wohnungen und Jahr');
	expect(csv).toContain('SZ-Lebenstedt');
	await page
		.getByRole('combobox', { name: say('trend_choose') })
		.last()
		.selectOption('case-duration');
	await expect(page).toHaveURL(/faelle=case-duration/);
	await painted(page);
	await expect(page.locator('#cases-heading')).toContainText('Dauer der Fälle');

	await page.getByRole('radio', { name: say('comparison_rest') }).check();
	await painted(page);
	await expect(differences.getByRole('columnheader').nth(1)).toHaveText(say('chart_rest'));

	await page.getByRole('radio', { name: say('comparison_periods') }).check();
	await painted(page);
	// 2026 is not over: two whole years are set against each other, or those that one chooses.
	const years = async () =>
		(await differences.getByRole('columnheader').allTextContents()).slice(1, 3);
	expect(await years()).toEqual(['2024', '2025']);
	await expect(differences).toContainText(say('comparison_years'));
	await page.getByRole('combobox', { name: say('filter_to') }).selectOption('2023');
	await painted(page);
	expect(await years()).toEqual(['2022', '2023']);
	await expect(rate.locator('svg')).toBeVisible();
});

test('a day of the calendar says what happened on it, to the pointer and to the keys', async ({
	page
}) => {
	await loadSample(page);
	await openQuartier(page);
	const jump = page.getByRole('navigation', { name: say('section_jump') });
	await jump.getByRole('link', { name: say('section_treff') }).click();
	const calendar = chart(page, 'treff-calendar');
	await expect(calendar).toHaveAttribute('data-painted', 'true');
	await calendar.scrollIntoViewIfNeeded();
	const table = await panelRows(page, 'treff-calendar');
	const words = async () => (await calendar.locator('> div').last().innerText()).split('\n');
	// A week stands below the same week of the year before: only both coordinates find the day.
	for (const [year, block] of [
		['2023', 0],
		['2024', 1],
		['2025', 2]
	] as const) {
		const first = new Date(`${year}-01-01T00:00:00Z`);
		// Days since the Monday before the first of January, the eighteenth of June being the 169th.
		const days = ((first.getUTCDay() + 6) % 7) + 168 + (year === '2024' ? 1 : 0);
		const [week, weekday] = [Math.floor(days / 7), days % 7];
		await calendar.hover({
			position: { x: 34 + 15 * (week + 0.5), y: 30 + 131 * block + 15 * (weekday + 0.5) }
		});
		await expect.poll(async () => (await words())[0]).toContain(`18.06.${year}`);
		const row = table.find((one) => Object.values(one)[0] === `18.06.${year}`);
		expect((await words())[1]).toBe(row?.[say('chart_table_value')]);
	}
	await calendar.focus();
	await page.keyboard.press('End');
	const dayFromEnd = (days: number) => String(Object.values(table.at(-1 - days)!)[0]);
	await expect.poll(async () => (await words())[0]).toContain(dayFromEnd(0));
	// Weeks stand beside each other, days below each other.
	await page.keyboard.press('ArrowLeft');
	await expect.poll(async () => (await words())[0]).toContain(dayFromEnd(7));
	await page.keyboard.press('ArrowDown');
	await expect.poll(async () => (await words())[0]).toContain(dayFromEnd(6));
});

test('a sign in the table of items is a test against the other Quartiere', async ({ page }) => {
	await loadSample(page);
	await page.goto('/vergleich?mit=sz-lebenstedt&art=rest');
	await painted(page);
	const table = page.locator('[data-panel="item-table"]');
	const row = table.getByRole('row', { name: /^Zufriedenheit insgesamt/ });
	// On the overview the same figure of the same Quartiere is set off, and no other.
	const signs = await row.getByRole('cell').allTextContents();
	const names = (await table.getByRole('columnheader').allTextContents()).slice(1);
	const signed = names.filter((_, at) => /[▲▼]/.test(signs[at] ?? ''));
	for (const at of signs.keys())
		expect(/kein Zufall/.test(signs[at] ?? '')).toBe(/[▲▼]/.test(signs[at] ?? ''));
	expect(signed).toContain('SZ-Lebenstedt');
	expect(signed.length).toBeLessThan(4);
});

test('the order of the overview stays while one looks at a Quartier', async ({ page }) => {
	await loadSample(page);
	const heat = page.getByRole('table').first();
	const service = heat.getByRole('columnheader', { name: /^Service/ });
	await service.getByRole('button').click();
	await expect(service).toHaveAttribute('aria-sort', 'descending');
	await openQuartier(page);
	await page.goBack();
	await expect(service).toHaveAttribute('aria-sort', 'descending');
});

test('a map is loaded, refused with a reason, and taken away', async ({ page }) => {
	await loadSample(page);
	await expect(panel(page, 'map').locator('.chart[data-painted="true"]')).toBeVisible();
	await page.goto('/daten');
	const input = page.locator('input[accept*="geojson"]');
	const file = (text: string) => ({
		name: 'karte.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(text)
	});
	await input.setInputFiles(file('Quartier;x;y'));
	await expect(page.getByRole('alert')).toContainText('„karte.geojson“ ist kein GeoJSON');
	await press(page, say('map_remove'));
	await expect(page.getByText(say('map_choose'))).toBeVisible();
	await page.goto('/');
	await expect(panel(page, 'findings')).toBeVisible();
	await expect(panel(page, 'map')).toHaveCount(0);
});

test('open answers: terms against the other Quartiere, sentences that stay in the house', async ({
	page
}) => {
	await loadSample(page);
	await openQuartier(page);
	const jump = page.getByRole('navigation', { name: say('section_jump') });
	await jump.getByRole('link', { name: say('section_openAnswers') }).click();
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
	await page.goto(`${page.url().split('?')[0]}?welle=2019`);
	await painted(page);
	await expect(page.locator('#openAnswers')).toHaveCount(0);
});

test('what nobody has scrolled to goes on paper as well', async ({ page }) => {
	await loadSample(page);
	await openQuartier(page);
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', 'true');
	});
	await expect(panel(page, 'terms')).toHaveCount(0);
	// The keys of the browser wait for the panels as the button does.
	await page.keyboard.press('Control+p');
	await expect(page.locator('body[data-printed]')).toBeAttached({ timeout: 15_000 });
	await expect(panel(page, 'terms')).toHaveCount(1);
	await expect(panel(page, 'importance')).toHaveCount(1);
	await page.evaluate(() => document.body.removeAttribute('data-printed'));
	await press(page, say('quartier_print'));
	await expect(page.locator('body[data-printed]')).toBeAttached({ timeout: 15_000 });
});

test('paper shows what may be handed over, and the browser’s own command none of it', async ({
	page
}) => {
	await loadSample(page);
	await page.goto('/vergleich?von=2025&bis=2025');
	await painted(page);
	await page.evaluate(() => {
		window.print = () => document.body.setAttribute('data-printed', 'true');
	});
	const hidden = () => page.locator('[data-panel="case-differences"]').getByText('verdeckt');
	await expect(hidden()).not.toHaveCount(0);
	const inside = await hidden().count();
	const asShown = await page.locator('main').innerText();

	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('main')).toBeHidden();
	await expect(page.getByText(say('print_use_button'))).toBeVisible();

	await page.keyboard.press('Control+p');
	await expect(page.locator('body[data-printed]')).toBeAttached();
	await expect(page.locator('main')).toBeVisible();
	await expect(page.getByText(say('print_released'))).toBeVisible();
	expect(await hidden().count()).toBeGreaterThan(inside);

	// Back at the screen staff see what they saw.
	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(hidden()).toHaveCount(inside);
	expect(await page.locator('main').innerText()).toBe(asShown);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('main')).toBeHidden();
});
