import { onMount } from 'svelte';
import { nextTask } from '$lib/domain';

/**
 * How many parts of something long are made so far: some at first, and as many with each task that follows,
 * so that it does not hold up the page. To be made while a component is set up.
 */
export class Gradual {
	made = $state(0);

	constructor(atOnce: number, total: () => number, first = atOnce) {
		this.made = first;
		let there = true;
		onMount(() => {
			void (async () => {
				while (there && this.made < total()) {
					await nextTask();
					this.made += atOnce;
				}
			})();
			return () => (there = false);
		});
	}
}
