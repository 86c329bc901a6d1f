import type { EChartsType } from 'echarts/core';
import type { Attachment } from 'svelte/attachments';
import { locale } from '../words';
import type { svgOf } from './echarts';
import { PLACES } from './frame';
import { inTurn } from './turn';
import type { Drawing } from './types';

type Place = [number, number] | { value: [number, number] };
type Sized = { drawing: Drawing; width: number; height: number };

/** Text is measured when it is drawn, so its font should be there; a chart without it is better than none. */
const fontLoaded = (): Promise<unknown> =>
	Promise.allSettled(
		[400, 650].map((weight) => document.fonts.load(`${weight} 13px 'Source Sans 3 Variable'`))
	);

/** The pixel of a place, a little inside the plot, at whose edge it may be. */
function pointOf(chart: EChartsType, place: number): [number, number] | null {
	const series = chart.getOption()['series'] as { id?: string; data?: unknown[] }[];
	const seriesIndex = series.findIndex(({ id }) => id === PLACES);
	const data = series[seriesIndex]?.data?.[place] as Place | undefined;
	if (data === undefined) return null;
	const at = chart.convertToPixel({ seriesIndex }, 'value' in data ? data.value : data);
	return [(at[0] ?? 0) + 2, (at[1] ?? 0) - 2];
}

/** Parts that each drawing brings anew. The tooltip stays: making one costs a layout of the page. */
const REPLACED = ['series', 'xAxis', 'yAxis', 'grid', 'legend'];

/** How far outside the window a chart counts as seen, so that scrolling does not meet an old one. */
const AROUND = '100px';

/** A chart in the page: draws what it is given, again whenever that changes, and is walked through by keys. */
export class Mounted {
	#drawing: () => Sized;
	#chart = $state.raw<EChartsType>();
	#svgOf: typeof svgOf | undefined;
	#place = $state<number | null>(null);
	/** in view, or nearly; null until the browser has said so */
	#seen = $state<boolean | null>(null);
	/** the newest drawing asked for; older ones are not drawn any more */
	#turn = 0;
	#drawn: Sized | null = null;

	constructor(drawing: () => Sized) {
		this.#drawing = drawing;
	}

	/** The place on the category axis that the keys have come to; null where they have not been used. */
	get place(): number | null {
		return this.#place;
	}

	attach: Attachment<HTMLElement> = (node) => {
		let gone = false;
		void Promise.all([import('./echarts'), fontLoaded()]).then(([echarts]) => {
			if (gone) return;
			this.#svgOf = echarts.svgOf;
			const chart = echarts.init(node, null, {
				renderer: 'canvas',
				locale: locale().toUpperCase()
			});
			// Tests and benchmarks wait for this mark.
			chart.on('finished', () => {
				node.dataset['painted'] = 'true';
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
			const turn = ++this.#turn;
			inTurn(() => {
				if (gone || turn !== this.#turn) return;
				this.#drawn = { drawing, width, height };
				// The surface alone: the option that follows is laid out anew, the old one need not be first.
				if (chart.getWidth() !== width || chart.getHeight() !== height) {
					chart.getZr().resize({ width, height });
				}
				chart.setOption(drawing.option, { replaceMerge: REPLACED });
			}, seen);
		});
		return () => {
			gone = true;
			sight.disconnect();
			this.#chart?.dispose();
			this.#chart = undefined;
			this.#drawn = null;
			this.#seen = null;
		};
	};

	/** A drawing for paper, of the size that the chart has on the page; empty before there is one. */
	onPaper(drawing: Drawing): string {
		const { width, height } = this.#drawing();
		return width === 0 ? '' : (this.#svgOf?.(drawing.option, { width, height }) ?? '');
	}

	/** Arrow keys go from place to place, Home and End to the first and the last, Escape leaves. */
	key(event: KeyboardEvent): void {
		const last = this.#drawing().drawing.tips.length - 1;
		const at = this.#place;
		const steps: Record<string, number | null> = {
			ArrowRight: at === null ? 0 : Math.min(at + 1, last),
			ArrowDown: at === null ? 0 : Math.min(at + 1, last),
			ArrowLeft: at === null ? last : Math.max(at - 1, 0),
			ArrowUp: at === null ? last : Math.max(at - 1, 0),
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

	#show(place: number | null): void {
		this.#place = place;
		const chart = this.#chart;
		if (!chart) return;
		if (place === null) {
			chart.dispatchAction({ type: 'hideTip' });
			chart.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
			return;
		}
		const point = pointOf(chart, place);
		if (point) chart.dispatchAction({ type: 'showTip', x: point[0], y: point[1] });
	}
}
