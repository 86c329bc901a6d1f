import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { filtersFrom, paramsOf, type Choices, type Filters } from '$lib/dashboards';

/** The filters in force: those of the address, among the choices there are. */
export const filtersOf = (url: URL, choices: Choices): Filters =>
	filtersFrom(url.searchParams, choices);

/** The part of an address that carries filters, with its question mark; empty where nothing is chosen. */
export function searchOf(filters: Filters, choices: Choices): string {
	const params = paramsOf(filters, choices).toString();
	return params === '' ? '' : `?${params}`;
}

/**
 * Puts filters, and what else a page keeps there, into the address, so that back and forward walk
 * through them; with `replaceState` in place of where one is.
 */
export function go(
	path: string,
	filters: Filters,
	choices: Choices,
	more: Record<string, string> = {},
	{ replaceState = false }: { replaceState?: boolean } = {}
): Promise<void> {
	const params = paramsOf(filters, choices);
	for (const [name, value] of Object.entries(more)) params.set(name, value);
	const search = params.toString();
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- the path was resolved by the caller
	return goto(path + (search && `?${search}`), { keepFocus: true, noScroll: true, replaceState });
}

/** Goes to the page of a Quartier, with the filters in force. */
export const goToQuartier = (key: string, filters: Filters, choices: Choices): Promise<void> =>
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- resolved, with the filters behind it
	goto(resolve('/quartiere/[id]', { id: key }) + searchOf(filters, choices));
