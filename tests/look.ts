import type { Page } from './watch';

/** How a page is looked at. */
export type Look = {
	language: 'de' | 'en';
	theme: 'light' | 'dark';
	/** pixels */
	width: 390 | 768 | 1440 | 2560;
};

/** Puts a look on every page that is opened from now on. */
export async function wear(page: Page, { language, theme, width }: Look): Promise<void> {
	await page.setViewportSize({ width, height: 900 });
	await page.addInitScript(
		([locale = '', colours = '']) => {
			localStorage.setItem('PARAGLIDE_LOCALE', locale);
			localStorage.setItem('quartierspiegel-theme', colours);
		},
		[language, theme]
	);
}
