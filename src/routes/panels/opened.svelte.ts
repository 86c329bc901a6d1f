import { SvelteSet } from 'svelte/reactivity';

/**
 * What is open on the page of a Quartier, until the browser goes: what stands behind „Mehr“ of a section, and the
 * rows of topics.
 */
export const opened = new SvelteSet<string>();

/** Opens what is closed, and closes what is open. */
export function toggleOpened(name: string): void {
	if (!opened.delete(name)) opened.add(name);
}
