import { appearance } from '$lib/charts';
import type { LastView, LastViewFile } from '$lib/workspace';

/** A view that is left alone this long, in ms, is worth a picture. */
const SETTLED = 1000;

/** A picture of more characters than this would take longer to read than the page to come. */
const LARGEST = 3_000_000;

const hostOf = (): Element | null => document.querySelector('html > .last-view');

const isInView = (element: Element): boolean => element.getBoundingClientRect().top < innerHeight;

/** Whether figures are there, none that one sees is still asked for, and every chart in view is painted. */
function isPainted(): boolean {
	const charts = [...document.querySelectorAll<HTMLElement>('.chart')];
	return (
		document.querySelector('[data-pending="false"]') !== null &&
		// What has not been looked for yet may be in view.
		charts.every(({ dataset }) => dataset['seen'] === 'false' || dataset['painted'] === 'true') &&
		// Last, as it has the page laid out.
		![...document.querySelectorAll('[data-pending="true"]')].some(isInView)
	);
}

/** Whether the page shows its first screen, complete, and nothing above it. */
const isComplete = (): boolean =>
	scrollY === 0 &&
	!hostOf() &&
	isPainted() &&
	!document.querySelector('[data-pending="true"], dialog[open]');

const idle = (): Promise<unknown> =>
	new Promise((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 2000 });
		else setTimeout(resolve, 100);
	});

/** The pixels of a canvas as a data URL. It is packed beside the main thread. */
const pixels = (canvas: HTMLCanvasElement): Promise<string> =>
	new Promise((resolve, reject) => {
		canvas.toBlob((blob) => {
			if (!blob) return reject(new Error('no pixels'));
			const reader = new FileReader();
			reader.onload = () => resolve(reader.result as string);
			reader.onerror = () => reject(reader.error ?? new Error('no pixels'));
			reader.readAsDataURL(blob);
		});
	});

/** A copy of the page down to the lower edge of the window, its charts as images. */
async function firstScreen(page: Element): Promise<Element> {
	const copy = page.cloneNode(true) as Element;
	const twins = [...copy.querySelectorAll('*')];
	const pictures: { canvas: HTMLCanvasElement; twin: Element }[] = [];
	[...page.querySelectorAll('*')].forEach((element, index) => {
		const twin = twins[index];
		if (!twin) return;
		const below = element.getBoundingClientRect().top > innerHeight;
		// What the library lays beside its canvas is a tooltip.
		const beside = element.matches('.chart > * + *');
		// What tenants wrote is read in place, and kept nowhere else.
		const isPrivate = element.matches('[data-private]');
		// What comes late is not there yet when the page opens.
		const isLate = element.matches('[data-late]');
		if (beside || isPrivate || isLate || (below && element.closest('main'))) twin.remove();
		else if (element instanceof HTMLCanvasElement) pictures.push({ canvas: element, twin });
		else if (element instanceof HTMLOptionElement)
			twin.toggleAttribute('selected', element.selected);
		else if (element instanceof HTMLInputElement) twin.setAttribute('value', element.value);
	});
	await Promise.all(
		pictures
			.filter(({ twin }) => copy.contains(twin))
			.map(async ({ canvas, twin }) => {
				const image = document.createElement('img');
				image.alt = '';
				image.decoding = 'sync';
				image.style.cssText = canvas.style.cssText;
				image.src = await pixels(canvas);
				twin.replaceWith(image);
			})
	);
	return copy;
}

/** The rules of all style sheets; fonts belong to the document. */
const rules = (): string =>
	[...document.styleSheets]
		.flatMap((sheet) => [...sheet.cssRules])
		.filter((rule) => !(rule instanceof CSSFontFaceRule))
		.map((rule) => rule.cssText)
		.join('\n');

/** The faces that the style sheets declare, by addresses that hold without them. */
const fonts = (): LastView['fonts'] =>
	[...document.styleSheets].flatMap((sheet) =>
		[...sheet.cssRules].flatMap((rule) => {
			if (!(rule instanceof CSSFontFaceRule)) return [];
			const said = (name: string) => rule.style.getPropertyValue(name);
			const path = (url: string) => new URL(url, sheet.href ?? location.href).pathname;
			return [
				{
					family: said('font-family').replace(/^["']|["']$/g, ''),
					source: said('src').replace(
						/url\(["']?([^"')]+)["']?\)/g,
						(_, url: string) => `url("${path(url)}")`
					),
					descriptors: {
						style: said('font-style') || 'normal',
						weight: said('font-weight') || 'normal',
						unicodeRange: said('unicode-range') || 'U+0-10FFFF'
					}
				}
			];
		})
	);

/** Keeps pictures of what a page shows, one at a time, for the next visit. */
export class LastViewKeeper {
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** the newest picture begun; older ones are not kept any more */
	#turn = 0;

	/** @param parts what is pictured: the page, and what says that its figures are those of the last visit */
	constructor(
		private readonly file: LastViewFile,
		private readonly parts: () => readonly (Element | undefined)[]
	) {}

	/** The figures have changed: what was kept is not true any more. */
	forget(): void {
		this.#turn++;
		this.file.forget().catch(reportError);
		this.#soon();
	}

	/** Takes away the picture of the last visit once the page beneath it is painted, and stays so for a frame. */
	lift(wasPainted = false): void {
		if (!hostOf()) return;
		const painted = isPainted();
		if (painted && wasPainted) hostOf()?.remove();
		else requestAnimationFrame(() => this.lift(painted));
	}

	/** Keeps a picture each time that the page has come to rest; the returned function ends it. */
	watch(): () => void {
		const observer = new MutationObserver((records) => {
			const inChart = ({ target, type }: MutationRecord) =>
				type === 'childList' && target instanceof Element && target.closest('.chart') !== null;
			if (!records.every(inChart)) this.#soon();
		});
		observer.observe(document.body, {
			subtree: true,
			childList: true,
			attributes: true,
			attributeFilter: ['data-painted', 'open']
		});
		return () => {
			clearTimeout(this.#timer);
			observer.disconnect();
		};
	}

	#soon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#take(), SETTLED);
	}

	async #take(): Promise<void> {
		const turn = ++this.#turn;
		await idle();
		if (turn !== this.#turn || !isComplete()) return;
		const where = {
			address: location.pathname + location.search,
			width: innerWidth,
			height: innerHeight,
			ratio: devicePixelRatio,
			dark: appearance.dark
		};
		try {
			const parts = this.parts().filter((part) => part !== undefined);
			const copies = await Promise.all(parts.map(firstScreen));
			if (turn !== this.#turn) return;
			const html = copies.map((copy) => copy.outerHTML).join('');
			const css = rules();
			if (html.length + css.length > LARGEST) return;
			await this.file.keep({ ...where, css, html, fonts: fonts() }, () => turn === this.#turn);
		} catch {
			// Without room, or where the page goes while it is pictured, the picture before stays.
		}
	}
}
