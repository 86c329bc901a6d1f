import { getLocale, overwriteGetLocale, setLocale } from '$lib/paraglide/runtime';
import type { Locale } from '$lib/words';

type Theme = 'light' | 'dark';

const THEME_KEY = 'quartierspiegel-theme';

/** Every word on the page asks for the language; the browser's store would answer too slowly. */
const remember = (locale: Locale): void => overwriteGetLocale(() => locale);

const systemTheme = (): Theme =>
	matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

/** Language and light: kept in this browser, applied to the whole page. */
class Preferences {
	locale = $state<Locale>(getLocale());
	theme = $state<Theme>('light');

	/** Takes over what was chosen before; called once the page is there. */
	apply(): void {
		remember(this.locale);
		const kept = localStorage.getItem(THEME_KEY);
		if (kept === 'light' || kept === 'dark') document.documentElement.dataset['theme'] = kept;
		this.theme = kept === 'light' || kept === 'dark' ? kept : systemTheme();
		document.documentElement.lang = this.locale;
	}

	switchLocale(): void {
		const next = this.locale === 'de' ? 'en' : 'de';
		// Without a reload: the database in this window would be lost.
		void setLocale(next, { reload: false });
		remember(next);
		document.documentElement.lang = next;
		this.locale = next;
	}

	switchTheme(): void {
		this.theme = this.theme === 'dark' ? 'light' : 'dark';
		localStorage.setItem(THEME_KEY, this.theme);
		document.documentElement.dataset['theme'] = this.theme;
	}
}

export const preferences = new Preferences();
