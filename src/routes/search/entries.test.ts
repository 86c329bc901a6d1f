import { afterEach, beforeEach, expect, test } from 'vitest';
import { choicesOf, filtersFrom } from '$lib/dashboards';
import { emptyInventory, type Inventory } from '$lib/domain';
import { getLocale, overwriteGetLocale } from '$lib/paraglide/runtime';
import { entriesOf } from './entries';

const before = getLocale;
beforeEach(() => overwriteGetLocale(() => 'de'));
afterEach(() => overwriteGetLocale(before));

const quartier = (name: string) => ({
	key: name.toLowerCase(),
	name,
	city: 'Braunschweig',
	dwellings: null,
	households: 90
});
const inventory = {
	...emptyInventory(),
	quartiere: [quartier('Heidberg'), quartier('Weststadt')],
	coverage: { from: '2024-01-01', to: '2025-12-31' }
} as Inventory;

const asked = (question = '', more: { here?: string; last?: string } = {}) => {
	const choices = choicesOf(inventory);
	const filters = filtersFrom(new URLSearchParams(), choices);
	return entriesOf({
		inventory,
		events: [],
		views: [],
		choices,
		filters,
		here: more.here,
		last: more.last,
		terms: ['Lärm'],
		openQuestion: 'Was stört?',
		question
	});
};
/** Keys of the Quartiere whose panels are offered. */
const offered = (...of: Parameters<typeof asked>): string[] => [
	...new Set(
		asked(...of).flatMap(({ href }) => /quartiere\/(\w+)#case-rate-title/.exec(href)?.[1] ?? [])
	)
];

test('panels are those of the Quartier at hand, of one that is named, else of the last one', () => {
	expect(offered()).toEqual(['heidberg']);
	expect(offered('', { last: 'weststadt' })).toEqual(['weststadt']);
	expect(offered('fälle west')).toEqual(['weststadt']);
	expect(offered('fälle west', { here: 'heidberg' })).toEqual(['heidberg', 'weststadt']);
});

test('only what has something to say is offered', () => {
	const hrefs = asked().map(({ href }) => href);
	expect(hrefs.some((href) => href.endsWith('#work'))).toBe(true);
	// Without a survey there is nothing of how the tenants are.
	expect(hrefs.some((href) => href.endsWith('#wellbeing'))).toBe(false);
	expect(hrefs.some((href) => href.endsWith('#nps-title'))).toBe(false);
});

test('a term leads to the answers of all Quartiere', () => {
	const found = asked('', { here: 'heidberg' }).find(({ text }) => text === 'Lärm');
	expect(found?.detail).toBe('Was stört?');
	expect(found?.href).toMatch(/^\/befragungen.*#terms-title$/);
});
