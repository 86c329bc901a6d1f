// @ts-check
/**
 * Runs while the page is still being read, before the app is there: sets the light that was chosen, and
 * lays a picture of the last view over the page, where it is the same page in the same window. The app
 * takes the picture away once its own charts are painted; so does whoever uses mouse, wheel or keys.
 * The app writes what is read here (`src/lib/workspace/last-view.ts`).
 */
(() => {
	/** ms after which the picture goes, whatever became of the app */
	const LONGEST = 8000;

	const root = document.documentElement;

	/** The light that was chosen; null where the system's is followed. */
	const theme = () => {
		try {
			// Earlier versions kept the picture here.
			localStorage.removeItem('quartierspiegel-last-view');
			return localStorage.getItem('quartierspiegel-theme');
		} catch {
			return null;
		}
	};
	const chosen = theme();
	if (chosen === 'light' || chosen === 'dark') root.dataset['theme'] = chosen;

	/** Who comes back to the middle of a page does not want to see its top. */
	const isBackInside = () => {
		const [visit] = performance.getEntriesByType('navigation');
		const left = sessionStorage.getItem('quartierspiegel-scroll');
		const { href, top } = left === null ? { href: '', top: 0 } : JSON.parse(left);
		const isBack = visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate';
		return isBack && href === location.href && top > 0;
	};

	/** @returns {Promise<import('../src/lib/workspace/last-view').LastView>} */
	const read = async () => {
		const origin = await navigator.storage.getDirectory();
		// Each window has its workspace; see `src/lib/workspace/place.ts`.
		const key = 'quartierspiegel-place';
		const place = sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? '';
		const name = place === '' ? 'quartierspiegel' : `quartierspiegel-${place}`;
		const workspace = await origin.getDirectoryHandle(name);
		const folder = await workspace.getDirectoryHandle('last-view');
		const file = await (await folder.getFileHandle('picture.json')).getFile();
		const view = JSON.parse(await file.text());
		if (view.format !== 'quartierspiegel-last-view' || view.version !== 1)
			throw new RangeError('a picture of another version');
		return view;
	};

	/** @param {import('../src/lib/workspace/last-view').LastView} view */
	const isOfThisPage = (view) => {
		const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
		return (
			view.address === location.pathname + location.search &&
			view.width === innerWidth &&
			view.height >= innerHeight &&
			view.ratio === devicePixelRatio &&
			view.dark === dark
		);
	};

	const FONT = "16px 'Source Sans 3 Variable'";

	/**
	 * Resolves when the font is there; where that is of another version, when the style sheets that name it are.
	 *
	 * @param {import('../src/lib/workspace/last-view').LastView['fonts']} fonts
	 */
	const fontLoaded = async (fonts) => {
		const faces = fonts.map(
			({ family, source, descriptors }) => new FontFace(family, source, descriptors)
		);
		try {
			for (const face of faces) document.fonts.add(face);
			await document.fonts.load(FONT);
		} catch {
			// One that failed would stand before those of the style sheets.
			for (const face of faces) document.fonts.delete(face);
			if (document.readyState === 'loading')
				await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
			await document.fonts.load(FONT);
		}
	};

	/** @param {import('../src/lib/workspace/last-view').LastView} view */
	const show = (view) => {
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
		// Beside the body, which may not be there yet.
		root.append(host);

		const over = () => host.remove();
		for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
			addEventListener(type, over, { once: true, capture: true, passive: true });
		setTimeout(over, LONGEST);

		// Not before its font is there, so that no word jumps.
		host.style.visibility = 'hidden';
		const pictures = [...shadow.querySelectorAll('img')].map((image) => image.decode());
		void Promise.allSettled([fontLoaded(view.fonts), ...pictures]).then(() => {
			host.style.visibility = '';
			// Benchmarks and tests wait for this mark, as they do at charts.
			requestAnimationFrame(() => setTimeout(() => (host.dataset['painted'] = 'true')));
		});
	};

	const showIfTrue = async () => {
		try {
			if (location.hash !== '' || isBackInside()) return;
			const view = await read();
			// The app that is quicker than the picture needs none.
			if (isOfThisPage(view) && !document.querySelector('main')) show(view);
		} catch {
			// None was kept, or it cannot be read: the app comes a little later.
		} finally {
			// Tests wait until it is decided.
			root.dataset['lastView'] = 'decided';
		}
	};
	void showIfTrue();
})();
