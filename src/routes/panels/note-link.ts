import { DEFINITIONS } from '$lib/disclosure';
import * as m from '$lib/paraglide/messages';
import type { NoteSubject } from '$lib/steering';
import { locale, message } from '$lib/words';

/**
 * The panel that a note was written at: its name, and the address of it on the page of its Quartier.
 *
 * @param search the filters to keep on the way there
 */
export function panelOfNote(
	{ panel, indicator }: NoteSubject,
	search = ''
): { name: string; href: string } | null {
	if (panel === undefined) return null;
	const definition = DEFINITIONS.find(({ id }) => id === indicator);
	const params = new URLSearchParams(search);
	if (indicator !== undefined) params.set('verlauf', indicator);
	const kept = params.toString();
	return {
		name: message(`panel_${panel.replaceAll('-', '_')}`, {
			trend: definition?.name[locale()] ?? m.nav_trend()
		}),
		href: `${kept && `?${kept}`}#${panel}-title`
	};
}
