import { createSubscriber } from 'svelte/reactivity';

/**
 * Light or dark: what the page says by `data-theme` on its root, else what the system prefers.
 * Reading it in an effect or a derived value makes that run again when either changes.
 */
class Appearance {
	#subscribe = createSubscriber((update) => {
		const media = matchMedia('(prefers-color-scheme: dark)');
		const observer = new MutationObserver(update);
		media.addEventListener('change', update);
		observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
		return () => {
			media.removeEventListener('change', update);
			observer.disconnect();
		};
	});

	get dark(): boolean {
		this.#subscribe();
		const { theme } = document.documentElement.dataset;
		if (theme === 'dark' || theme === 'light') return theme === 'dark';
		return matchMedia('(prefers-color-scheme: dark)').matches;
	}
}

export const appearance = new Appearance();
