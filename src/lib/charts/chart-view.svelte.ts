import type { EChartsType } from 'echarts/core';
import type { Attachment } from 'svelte/attachments';
import { locale } from '../words';
import type * as ECharts from './echarts';
import { TARGET_POINTS } from './frame';
import { nearestPlace } from './nearest';
import { enqueueDrawing } from './draw-queue';
import type { Target } from '../presentation';
import type { Drawing } from './types';

type TargetPoint = [number, number] | { value: [number, number] };
type Sized = { drawing: Drawing; width: number; height: number };

/** Text is measured when it is drawn, so its font should be there; a chart without it is better than none. */
const fontLoaded = (): Promise<unknown> =>
	Promise.allSettled(
		[400, 650].map((weight) => document.fonts.load(`${weight} 13px 'Source Sans 3 Variable'`))
	);

/** The pixels of all places of what is drawn. */
function pointsOf(chart: EChartsType, { option }: Drawing): [number, number][] {
	const series = option['series'] as { id?: string; data?: unknown[] }[];
	const seriesIndex = series.findIndex(({ id }) => id === TARGET_POINTS);
	return ((series[seriesIndex]?.data ?? []) as TargetPoint[]).map((data) => {
		const at = chart.convertToPixel({ seriesIndex }, 'value' in data ? data.value : data);
		return [at[0] ?? 0, at[1] ?? 0];
	});
}

/** Parts that each drawing brings anew. The tooltip stays: making one costs a layout of the page. */
const REPLACED = ['series', 'xAxis', 'yAxis', 'grid', 'legend', 'geo'];

/** The page says what a chart shows: words of ECharts would take the place of its own. */
const SAID_BY_PAGE = { aria: { enabled: true, label: { enabled: false } } };

/** How far outside the window a chart counts as seen, so that scrolling does not meet an old one. */
const AROUND = '100px';

/** A chart in the page: draws what it is given, again whenever that changes, and is walked through by keys. */
export class ChartView {
	#drawing: () => Sized;
	#chart = $state.raw<EChartsType>();
	#echarts: Pick<typeof ECharts, 'registerOutlines' | 'svgOf'> | undefined;
	#place = $state<number | null>(null);
	/** the place that the pointer is at, on a plane */
	#pointed: number | null = null;
	/** in view, or nearly; null until the browser has said so */
	#seen = $state<boolean | null>(null);
	/** the newest drawing asked for; older ones are not drawn any more */
	#newest = 0;
	/** which of them it shows; none before the first */
	#drawnTurn = -1;
	#drawn: Sized | null = null;
	/** where its places are, once somebody has pointed at it: a calendar has thousands */
	#pixels: [number, number][] | null = null;

	readonly #pick: (target: Target, extend: boolean) => void;

	/** @param pick hears what a click or the enter key means, and whether it goes on from the last one */
	constructor(drawing: () => Sized, pick: (target: Target, extend: boolean) => void) {
		this.#drawing = drawing;
		this.#pick = pick;
	}

	/** The place on the category axis that the keys have come to; null where they have not been used. */
	get place(): number | null {
		return this.#place;
	}

	attach: Attachment<HTMLElement> = (node) => {
		let gone = false;
		void Promise.all([import('./echarts'), fontLoaded()]).then(([echarts]) => {
			if (gone) return;
			this.#echarts = echarts;
			const chart = echarts.init(node, null, {
				renderer: 'canvas',
				locale: locale().toUpperCase()
			});
			// Tests and benchmarks wait for this mark. Empty, and with an older drawing, it is finished too.
			chart.on('finished', () => {
				if (this.#drawnTurn === this.#newest) node.dataset['painted'] = 'true';
			});
			const surface = chart.getZr();
			surface.on('mousemove', ({ offsetX, offsetY }) => this.#point([offsetX, offsetY]));
			surface.on('globalout', () => this.#point(null));
			surface.on('click', ({ offsetX, offsetY, event }) => {
				const place = nearestPlace(this.#points(), [offsetX, offsetY]);
				const extend = event instanceof MouseEvent && event.shiftKey;
				if (place !== null) this.#pickPlace(place, extend);
			});
			this.#chart = chart;
		});
		const sight = new IntersectionObserver(
			([entry]) => {
				this.#seen = entry?.isIntersecting ?? false;
				node.dataset['seen'] = String(this.#seen);
			},
			{ rootMargin: AROUND }
		);
		sight.observe(node);
		$effect(() => {
			const { drawing, width, height } = this.#drawing();
			const chart = this.#chart;
			const seen = this.#seen;
			if (!chart || width === 0 || seen === null) return;
			const drawn = this.#drawn;
			// Coming into view is no reason to draw the same again.
			if (drawn?.drawing === drawing && drawn.width === width && drawn.height === height) return;
			delete node.dataset['painted'];
			const turn = ++this.#newest;
			enqueueDrawing(() => {
				if (gone || turn !== this.#newest) return;
				this.#drawn = { drawing, width, height };
				this.#drawnTurn = turn;
				this.#pixels = null;
				// The surface alone: the option that follows is laid out anew, the old one need not be first.
				if (chart.getWidth() !== width || chart.getHeight() !== height) {
					chart.getZr().resize({ width, height });
				}
				if (drawing.map) this.#echarts?.registerOutlines(drawing.map);
				chart.setOption({ ...drawing.option, ...SAID_BY_PAGE }, { replaceMerge: REPLACED });
			}, seen);
		});
		return () => {
			gone = true;
			sight.disconnect();
			this.#chart?.dispose();
			this.#chart = undefined;
			this.#drawn = null;
			this.#pixels = null;
			this.#seen = null;
		};
	};

	/** A drawing for paper, of the size that the chart has on the page; empty before there is one. */
	onPaper(drawing: Drawing): string {
		const { width, height } = this.#drawing();
		return width === 0 ? '' : (this.#echarts?.svgOf(drawing, { width, height }) ?? '');
	}

	/** Arrow keys go from place to place, Home and End to the first and the last, Escape leaves. */
	key(event: KeyboardEvent): void {
		const last = this.#drawing().drawing.tips.length - 1;
		const at = this.#place;
		if (at !== null && (event.key === 'Enter' || event.key === ' ')) {
			event.preventDefault();
			this.#pickPlace(at, event.shiftKey);
			return;
		}
		// Nothing to leave: whoever stands above may lift something else.
		if (event.key === 'Escape' && at === null) return;
		const { across = 1 } = this.#drawing().drawing;
		const by = (steps: number): number =>
			at === null ? (steps > 0 ? 0 : last) : Math.min(Math.max(at + steps, 0), last);
		const steps: Record<string, number | null> = {
			ArrowRight: by(across),
			ArrowDown: by(1),
			ArrowLeft: by(-across),
			ArrowUp: by(-1),
			Home: 0,
			End: last,
			Escape: null
		};
		const place = steps[event.key];
		if (place === undefined || last < 0) return;
		event.preventDefault();
		this.#show(place);
	}

	leave(): void {
		if (this.#place !== null) this.#show(null);
	}

	#pickPlace(place: number, extend: boolean): void {
		const target = this.#drawing().drawing.tips[place]?.at;
		if (target) this.#pick(target, extend);
	}

	/** The pixels of all places of what is drawn; none before there is something. */
	#points(): readonly [number, number][] {
		if (!this.#chart || !this.#drawn) return [];
		return (this.#pixels ??= pointsOf(this.#chart, this.#drawn.drawing));
	}

	/** On a plane the words are those of the place that is nearest to the pointer. */
	#point(at: [number, number] | null): void {
		if (!this.#drawn?.drawing.tipHtml) return;
		const place = at && nearestPlace(this.#points(), at);
		if (place === this.#pointed) return;
		this.#pointed = place;
		this.#tip(place);
	}

	#show(place: number | null): void {
		this.#place = place;
		this.#tip(place);
	}

	#tip(place: number | null): void {
		const chart = this.#chart;
		if (!chart) return;
		if (place === null) {
			chart.dispatchAction({ type: 'hideTip' });
			chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
			return;
		}
		const point = this.#points()[place];
		if (!point) return;
		// A little inside the plot, at whose edge it may be.
		const [x, y] = [point[0] + 2, point[1] - 2];
		const html = this.#drawn?.drawing.tipHtml?.(place);
		const words = html === undefined ? {} : { tooltip: { formatter: () => html } };
		chart.dispatchAction({ type: 'showTip', x, y, ...words });
	}
}
