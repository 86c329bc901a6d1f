import { getLocale } from '../paraglide/runtime';

export type Locale = 'de' | 'en';

/** The language of the page. */
export const locale = (): Locale => getLocale();

/** How numbers and dates are written: German as in Germany, English as in Britain. */
export const tag = (): string => (locale() === 'de' ? 'de-DE' : 'en-GB');
