import { QUARTIER_PANELS, SECTIONS } from '$lib/dashboards';
import { foldedSections } from '../../panels/folded-sections.svelte';
import { opened } from '../../panels/opened.svelte';

/**
 * Opens what an address asks for: a section, a panel behind „Mehr“ or in the row of its topic, the row itself.
 *
 * @param hash the part of the address after the page, with its `#`
 * @param course the measure whose course was chosen, if any
 */
export function openFor(hash: string, course: string | undefined): void {
	const panel =
		QUARTIER_PANELS.find(({ id }) => hash === `#${id}-title`) ??
		(course === undefined ? undefined : QUARTIER_PANELS.find(({ id }) => id === 'trend'));
	const topic = panel?.topic ?? /^#topic-(.+)-title$/.exec(hash)?.[1];
	const section = panel?.section ?? SECTIONS.find((id) => hash === `#${id}`);
	if (section) foldedSections.unfold(section);
	if (panel?.more) opened.add(`more ${panel.section}`);
	if (topic === undefined) return;
	foldedSections.unfold('trouble');
	opened.add(`topic ${topic}`);
}
