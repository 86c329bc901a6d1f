import { openQuartier, toQuartier } from './panels';
import { test as reading } from './reading';
import { expect, test, type Page } from './watch';
import { loadSample, painted, panelRows, rowsOf, paperTexts, toPanel } from './wizard';
import { say } from './words';

/** A mark that says: more than chance. */
const MARK = /[▲▼]/;
const SAFETY = [
	'Sicherheit: Abends auf dem Weg nach Hause',
	'Sicherheit: Im Haus',
	'Sicherheit: In der Wohnung'
];

/** The items whose share of satisfied tenants changed since the last wave, with what is said of it. */
async function changedItems(page: Page): Promise<[string, string][]> {
	const rows = await panelRows(page, 'items');
	const shares = rows.filter((row) => row['Kennzahl'] === 'Anteil zufrieden je Frage');
	const newest = shares.filter((row) => row['Welle'] === '2025');
	expect(newest.length).toBeGreaterThanOrEqual(21);
	const change = say('chart_table_change_wave');
	return newest
		.filter((row) => MARK.test(row[change] ?? ''))
		.map((row): [string, string] => [row['Frage'] ?? '', row[change] ?? ''])
		.sort();
}

test('one click loads the sample, and the overview marks what was planted and nothing else', async ({
	page
}) => {
	await loadSample(page);
	const rows = await rowsOf(page, '[data-panel="figures"] table');
	expect(rows).toHaveLength(9);
	const marked = rows.flatMap((row) =>
		Object.entries(row)
			.filter(([, cell]) => MARK.test(cell))
			.map(([column, cell]) => [row['Quartier']?.split(' ')[0], column, cell])
	);
	expect(marked).toEqual([
		[expect.stringContaining('SZ-Lebenstedt'), 'Sicherheit', expect.stringContaining('▲ +11')]
	]);
	const still = rows.find((row) => row['Quartier']?.startsWith('Lehndorf')) ?? {};
	for (const name of ['Zufrieden insgesamt', 'Sicherheit', 'Weiterempfehlung (NPS)']) {
		expect(still[name], name).toContain(say('chart_change_none', { other: '2022' }));
	}
});

reading('the dashboards find what was planted and do not find what was not', async ({ page }) => {
	await openQuartier(page);
	const risen = await changedItems(page);
	expect(risen.map(([item]) => item)).toEqual(SAFETY);
	for (const [item, change] of risen) {
		// Planted: 14 points, in each of the three.
		expect(change, item).toMatch(/^▲ \+1[1-7] /);
	}
	await expect(page.locator('#strip-title')).toContainText(/Sicherheit.*2022/);

	await toQuartier(page, 'Lehndorf');
	expect(await changedItems(page)).toEqual([]);
	const course = await panelRows(page, 'trend');
	expect(course).toHaveLength(6);
	expect(course.filter((row) => MARK.test(Object.values(row).join()))).toEqual([]);
	await expect(page.locator('#trend-title')).not.toContainText('2022');
	await expect(page.locator('#strip-title')).not.toContainText('2022');
});

reading(
	'events stand on every time axis, and only where they belong; a panel that says it takes a coarser period does',
	async ({ page }) => {
		await loadSample(page, '/quartiere/sz-lebenstedt');
		await toPanel(page, 'areas');
		await toPanel(page, 'trend');
		await painted(page);
		for (const panel of ['trend', 'strip', 'areas', 'flow']) {
			for (const event of ['Treffs geschlossen', 'Treffs wieder offen', 'Start Quartiersmanage']) {
				const found = async () =>
					(await paperTexts(page, panel)).filter((text) => text.startsWith(event)).length;
				await expect.poll(found, { message: `${event} in ${panel}` }).toBe(1);
			}
		}
		await toQuartier(page, 'Lehndorf');
		const elsewhere = await paperTexts(page, 'flow');
		expect(elsewhere).toContain('Treffs geschlossen');
		expect(elsewhere.filter((text) => text.startsWith('Start Quartiersm'))).toEqual([]);

		let coarser = 0;
		for (const quartier of ['SZ-Lebenstedt', 'Gliesmarode']) {
			await toQuartier(page, quartier);
			for (const id of ['areas', 'flow']) {
				const rows = await panelRows(page, id);
				const says = await page
					.locator(`[data-panel="${id}"]`)
					.getByText(say('note_coarser_period'))
					.count();
				const unit = says > 0 ? /^20\d\d$/ : /^Q[1-4] 20\d\d$/;
				coarser += says;
				expect(rows.length).toBeGreaterThan(8);
				for (const row of rows) expect(row['Zeitraum'], `${id}, ${quartier}`).toMatch(unit);
			}
		}
		expect(coarser).toBeGreaterThan(0);
		expect(coarser).toBeLessThan(4);
	}
);
