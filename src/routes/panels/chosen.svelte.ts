import { inPlace } from '$lib/workspace';
import { viewPanelSchema, type ViewPanel } from '$lib/steering';

const KEY = inPlace('quartierspiegel-chosen');

const keyOf = ({ quartier, panel, indicator }: ViewPanel): string =>
	[quartier, panel, indicator].join('\n');

/** What was chosen in this window before it was loaded again; none where that cannot be read. */
function kept(): ViewPanel[] {
	try {
		return viewPanelSchema.array().parse(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
	} catch {
		return [];
	}
}

/**
 * The panels that are chosen, to be taken along together; they stay while one goes from page to page,
 * until the window is closed.
 */
class Chosen {
	#all = $state.raw<ViewPanel[]>(kept());

	get all(): readonly ViewPanel[] {
		return this.#all;
	}

	has(panel: ViewPanel): boolean {
		return this.#all.some((one) => keyOf(one) === keyOf(panel));
	}

	set(panel: ViewPanel, chosen: boolean): void {
		const others = this.#all.filter((one) => keyOf(one) !== keyOf(panel));
		this.#keep(chosen ? [...others, panel] : others);
	}

	clear(): void {
		this.#keep([]);
	}

	#keep(panels: ViewPanel[]): void {
		this.#all = panels;
		sessionStorage.setItem(KEY, JSON.stringify(panels));
	}
}

export const chosen = new Chosen();
