import { DEFINITIONS } from '$lib/disclosure';

export const prerender = true;

/**
 * The catalogue of definitions for machines: every indicator by its id, with words in both languages,
 * unit, direction, kind, source and minimum base. Written once at build time.
 */
export const GET = (): Response =>
	Response.json({
		name: 'Quartierspiegel',
		title: { de: 'Katalog der Kennzahlen', en: 'Catalogue of indicators' },
		languages: ['de', 'en'],
		intervalLevel: 0.95,
		indicators: DEFINITIONS
	});
