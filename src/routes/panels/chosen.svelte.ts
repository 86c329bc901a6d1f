import type { ViewPanel } from '$lib/steering';

const keyOf = ({ quartier, panel, measure }: ViewPanel): string =>
	[quartier, panel, measure].join('\n');

/** The panels that are chosen, to be taken along together; they stay while one goes from page to page. */
class Chosen {
	#all = $state.raw<ViewPanel[]>([]);

	get all(): readonly ViewPanel[] {
		return this.#all;
	}

	has(panel: ViewPanel): boolean {
		return this.#all.some((one) => keyOf(one) === keyOf(panel));
	}

	set(panel: ViewPanel, chosen: boolean): void {
		const others = this.#all.filter((one) => keyOf(one) !== keyOf(panel));
		this.#all = chosen ? [...others, panel] : others;
	}

	clear(): void {
		this.#all = [];
	}
}

export const chosen = new Chosen();
