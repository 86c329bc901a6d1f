import type { Attachment } from 'svelte/attachments';

/**
 * Tells whether an element is in the window, at once and whenever that changes.
 *
 * @param margin how far outside the window still counts, as CSS has it
 */
export const inSight =
	(tell: (seen: boolean) => void, margin = '0px'): Attachment<Element> =>
	(element) => {
		const observer = new IntersectionObserver(
			(entries) => tell(entries.at(-1)?.isIntersecting ?? false),
			{ rootMargin: margin }
		);
		observer.observe(element);
		return () => observer.disconnect();
	};
