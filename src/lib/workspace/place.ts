/**
 * Where a workspace lies among those of this browser: the end of the names of its folder, its locks and its file.
 * The first one has none.
 */
export type Place = string;

const KEY = 'quartierspiegel-place';
const OPENED = 'quartierspiegel-opened';
const PLACE = /^(?:[\da-f]{8})?$/;

/** The name of something that each workspace has. */
export const inPlace = (name: string, place = current): string =>
	place === '' ? name : `${name}-${place}`;

let current: Place = '';

// Each window keeps its workspace; a new one begins with that which was opened last. A worker is told where it works.
if (typeof sessionStorage !== 'undefined') {
	const found = sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? '';
	current = PLACE.test(found) ? found : '';
}

/** Where the workspace lies that is open. */
export const currentPlace = (): Place => current;

/** For a worker, which works where the page says. */
export function usePlace(place: Place): void {
	current = place;
}

/** Has this window keep its workspace, whatever others open. */
export function keepPlace(): void {
	sessionStorage.setItem(KEY, current);
	localStorage.setItem(inPlace(OPENED), new Date().toISOString());
}

/** Has this window, and those that are opened from now on, begin there at the next start. */
export function rememberPlace(place: Place): void {
	sessionStorage.setItem(KEY, place);
	localStorage.setItem(KEY, place);
}

/** When a workspace was opened last (ISO); '' where that is not known. */
export const openedAt = (place: Place): string =>
	localStorage.getItem(inPlace(OPENED, place)) ?? '';

/** Forgets what the pages keep beside a workspace, such as what was put off in it. */
export function forgetPlace(place: Place): void {
	for (const kept of [localStorage, sessionStorage])
		for (const key of Object.keys(kept))
			if (place === '' ? key === OPENED : key.endsWith(`-${place}`)) kept.removeItem(key);
}

/** Where something of that name lies; null where it is of no workspace. */
export function placeOf(name: string, found: string): Place | null {
	if (found === name) return '';
	const place = found.startsWith(`${name}-`) ? found.slice(name.length + 1) : '';
	return place !== '' && PLACE.test(place) ? place : null;
}
