import { afterNavigate, beforeNavigate } from '$app/navigation';
import { comeBackTo } from './panels/scroll-to-anchor';

/** Where a page was left that is loaded again; `static/last-view.js` reads it as well. */
const KEY = 'quartierspiegel-scroll';

/** How this document came: typed or followed, loaded again, or by back and forward. */
const navigationType = (): string =>
	(performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)
		?.type ?? 'navigate';

/** Where the page was left that is loaded again; 0 for any other. */
function leftAt(href: string): number {
	if (navigationType() === 'navigate') return 0;
	try {
		const left = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as { href: string; top: number };
		return left?.href === href ? left.top : 0;
	} catch {
		return 0;
	}
}

/**
 * Comes back to where one was, by back and forward and when a page is loaded again: the figures come
 * later than the page, so the browser finds it too short. Called while the layout is set up.
 */
export function scrollBack(): void {
	const tops: Record<string, number> = {};
	let stop = () => {};
	beforeNavigate(({ from, type }) => {
		stop();
		if (from) tops[from.url.href] = scrollY;
		if (type === 'leave' && from)
			sessionStorage.setItem(KEY, JSON.stringify({ href: from.url.href, top: scrollY }));
	});
	afterNavigate(({ to, type }) => {
		if (!to || to.url.hash !== '') return;
		const { href } = to.url;
		if (type === 'popstate') stop = comeBackTo(tops[href] ?? 0);
		if (type === 'enter') stop = comeBackTo(leftAt(href));
	});
}
