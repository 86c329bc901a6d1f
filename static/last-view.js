// @ts-check
/**
 * Runs while the page is still being read, before the app is there: sets the light that was chosen, and
 * lays a picture of the last view over the page, where it is the same page in the same window. The app
 * takes the picture away once its own charts are painted; so does whoever uses mouse, wheel or keys.
 * The app writes what stands here (`src/routes/last-view.ts`).
 */
(() => {
	/** ms after which the picture goes, whatever became of the app */
	const LONGEST = 8000;

	try {
		const root = document.documentElement;
		const theme = localStorage.getItem('quartierspiegel-theme');
		if (theme === 'light' || theme === 'dark') root.dataset['theme'] = theme;

		const kept = localStorage.getItem('quartierspiegel-last-view');
		if (kept === null || location.hash !== '') return;
		// Who comes back to the middle of a page does not want to see its top.
		const [visit] = performance.getEntriesByType('navigation');
		const left = sessionStorage.getItem('quartierspiegel-scroll');
		const { href, top } = left === null ? { href: '', top: 0 } : JSON.parse(left);
		const isBack = visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate';
		if (isBack && href === location.href && top > 0) return;
		/** @type {import('../src/routes/last-view').LastView} */
		const view = JSON.parse(kept);
		const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
		if (
			view.address !== location.pathname + location.search ||
			view.width !== innerWidth ||
			view.height < innerHeight ||
			view.ratio !== devicePixelRatio ||
			view.dark !== dark
		)
			return;

		const host = document.createElement('div');
		host.className = 'last-view no-print';
		host.inert = true;
		host.ariaHidden = 'true';
		// Closed, so that nobody takes the picture for the page: no script, no test, no screen reader.
		const shadow = host.attachShadow({ mode: 'closed' });
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(view.css);
		shadow.adoptedStyleSheets = [sheet];
		shadow.innerHTML = view.html;
		// The body is not there yet.
		root.append(host);

		const over = () => host.remove();
		for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
			addEventListener(type, over, { once: true, capture: true, passive: true });
		setTimeout(over, LONGEST);

		// Not before its font is there, so that no word jumps; the style sheets that name it come later.
		host.style.visibility = 'hidden';
		const font = new Promise((resolve) =>
			document.addEventListener('DOMContentLoaded', () =>
				resolve(document.fonts.load("16px 'Source Sans 3 Variable'"))
			)
		);
		const pictures = [...shadow.querySelectorAll('img')].map((image) => image.decode());
		void Promise.allSettled([font, ...pictures]).then(() => {
			host.style.visibility = '';
			// Benchmarks and tests wait for this mark, as they do at charts.
			requestAnimationFrame(() => setTimeout(() => (host.dataset['painted'] = 'true')));
		});
	} catch {
		// A browser without a store, or a picture that cannot be read: the app comes a little later.
	}
})();
