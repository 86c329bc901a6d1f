import { go } from './go';
import { wear, type Look } from './look';
import { expect, test, type Page } from './watch';
import { painted, overviewTable } from './wizard';
import { say } from './words';

/**
 * How every page looks, beside pictures that somebody has looked at (`tests/looks/`). After a change
 * that is meant: `npx playwright test looks --update-snapshots`, and look at what is new.
 */
/** Each language, theme and width meets each of the others; `npm test` looks at the first, the proof at all. */
const LOOKS: Look[] = [
	{ language: 'de', theme: 'light', width: 1440 },
	{ language: 'en', theme: 'dark', width: 1440 },
	{ language: 'de', theme: 'dark', width: 768 },
	{ language: 'en', theme: 'light', width: 768 },
	{ language: 'de', theme: 'light', width: 390 },
	{ language: 'en', theme: 'dark', width: 390 }
];

/** Address of each page, and what it has when it is whole. */
const PAGES = {
	overview: ['', '[data-panel="map"] .chart'],
	quartier: ['quartiere/sz-lebenstedt', '#notes'],
	drill: ['quartiere/sz-lebenstedt?blick=index-safety', 'dialog .chart'],
	comparison: ['vergleich?mit=sz-lebenstedt&mit=weststadt', '[data-panel="item-table"]'],
	surveys: ['befragungen', '[data-panel="correlations"]'],
	notes: ['notizen', 'textarea'],
	import: ['import', 'a[download], .templates, input[type=file]'],
	holdings: ['daten', 'h2'],
	privacy: ['datenschutz', '[data-removed]'],
	help: ['hilfe', 'h2'],
	figures: ['hilfe/kennzahlen', 'h3'],
	about: ['hilfe/ueber', 'details']
} as const;

/** What a picture may differ in: edges of letters and lines, no more. */
const TOLERANCE = {
	maxDiffPixelRatio: 0.01,
	animations: 'disabled'
} as const;

/** Waits until the page has all that it will have at first. */
async function settled(page: Page, whole: string): Promise<void> {
	await expect(page.locator(whole).first()).toBeAttached({ timeout: 90_000 });
	if ((await page.locator('[data-pending]').count()) > 0) await painted(page);
	// The mark of what was kept goes when the database is there: sooner or later.
	await page.locator('.kept').evaluate((mark) => (mark.style.visibility = 'hidden'));
	await page.evaluate(() => document.fonts.ready);
}

/** Whether letters are drawn here as on the machine that the pictures come from, dot by dot. */
async function sameLetters(page: Page): Promise<boolean> {
	const picture = await page.getByRole('heading', { level: 1 }).screenshot();
	try {
		expect(picture).toMatchSnapshot('letters.png', { maxDiffPixels: 0, threshold: 0 });
		return true;
	} catch {
		return false;
	}
}

for (const look of LOOKS) {
	const { language, theme, width } = look;
	const name = `${language}-${theme}-${width}`;

	const tag = look === LOOKS[0] ? [] : ['@proof'];

	test(`every page looks as it did: ${name}`, { tag }, async ({ page }) => {
		await wear(page, { language: 'de', theme: 'light', width: 1440 });
		await page.goto('/hilfe');
		test.skip(!(await sameLetters(page)), 'letters are drawn in another way here');

		await wear(page, look);
		const shot = (what: string) =>
			expect.soft(page).toHaveScreenshot(`${what}-${name}.png`, {
				...TOLERANCE,
				// When a file was loaded is another moment each time, and each change is another version.
				mask: [page.locator('time'), page.locator('[data-version], [data-kept]')]
			});
		await page.goto('/');
		await settled(page, 'main .button');
		await expect(page.getByText(say('state_starting', {}, language))).toHaveCount(0);
		await shot('welcome');
		await page.getByRole('button', { name: say('welcome_sample_button', {}, language) }).click();
		await expect(overviewTable(page)).toBeVisible({ timeout: 90_000 });
		// Nothing lies under the pointer.
		await page.mouse.move(0, 0);
		for (const [what, [path, whole]] of Object.entries(PAGES)) {
			await go(page, `/${path}`);
			await settled(page, whole);
			await shot(what);
		}
	});
}
