import {
	chartTheme,
	type ChartTheme,
	draw,
	escaped,
	halvesOf,
	heightOf,
	loadECharts,
	shorten,
	wrap
} from '../charts';
import type { ChartModel, Presentation } from '../presentation';
import * as m from '../paraglide/messages';
import { presentReleased, type ReleasedPanel } from './types';

/** Pixels of a picture: the shape of a slide. */
export const PICTURE = { width: 1280, height: 720 } as const;

const MARGIN = 56;
const INNER = PICTURE.width - 2 * MARGIN;
const TITLE = { size: 34, line: 41, lines: 2 };
const SUBTITLE = { size: 21, line: 27, lines: 2 };
const FOOTER = { size: 17, line: 23, lines: 2 };
/** Narrowest width that a chart is drawn for; from there it is enlarged to be read from afar. */
const NARROWEST = { chart: 780, figures: 600, half: 520 };
/** A plane of points can be drawn less high than on a page: any narrower, its names would be too small. */
const WIDEST: Partial<Record<ChartModel['kind'], number>> = { matrix: 900 };
/** A long list that would be enlarged by less than this is read more easily in two columns. */
const SMALL = 1.15;
const BETWEEN = 32;

type Line = { text: string; x: number; y: number; size: number; style: string };

const textLine = ({ text, x, y, size, style }: Line): string =>
	`<text x="${x}" y="${y}" font-size="${size}" ${style}>${escaped(text)}</text>`;

const paragraph = (
	text: string,
	{ size, line, lines }: { size: number; line: number; lines: number },
	width: number,
	top: number,
	style: string
): { svg: string; bottom: number } => {
	const wrapped = text === '' ? [] : wrap(text, width, size, lines);
	return {
		svg: wrapped
			.map((one, i) => textLine({ text: one, x: MARGIN, y: top + size + i * line, size, style }))
			.join(''),
		bottom: top + wrapped.length * line
	};
};

type Box = { width: number; height: number };

/** The width to draw charts for, so that all of them fit into a box, and what they are enlarged by. */
function fit(models: readonly ChartModel[], box: Box, narrowest: number) {
	let width = narrowest;
	// Grows in its own proportions until all of it fits: many rows make small rows, but lose none.
	for (let i = 0; i < 8; i++) {
		const heights = models.map((model) => heightOf(model, width));
		const needed = Math.max(...heights) * (box.width / box.height);
		if (needed <= width) break;
		width = Math.ceil(needed);
	}
	width = Math.min(width, ...models.map(({ kind }) => WIDEST[kind] ?? Infinity));
	return { width, scale: box.width / width };
}

/** The chart at the size at which its text is meant to be read: a long list in two columns. */
async function chartMarkup({ model }: Presentation, theme: ChartTheme, box: Box, top: number) {
	const { svgOf } = await loadECharts();
	const place = (
		part: ChartModel,
		{ width, scale }: ReturnType<typeof fit>,
		left: number,
		extent?: readonly number[]
	) => {
		const height = Math.round(box.height / scale);
		const drawing = draw(part, { theme, width, animate: false, decal: true, extent });
		const svg = svgOf(drawing, { width, height });
		// Without its outer `<svg>`.
		const body = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
		return `<g transform="translate(${left} ${top}) scale(${scale.toFixed(4)})">${body}</g>`;
	};
	const whole = fit([model], box, model.kind === 'figures' ? NARROWEST.figures : NARROWEST.chart);
	const halves = whole.scale < SMALL ? halvesOf(model) : null;
	if (halves) {
		const half = { ...box, width: (box.width - BETWEEN) / 2 };
		const size = fit(halves.parts, half, NARROWEST.half);
		if (size.scale > whole.scale) {
			return halves.parts
				.map((part, at) => place(part, size, MARGIN + at * (half.width + BETWEEN), halves.extent))
				.join('');
		}
	}
	return place(model, whole, MARGIN);
}

/** Quartier and source on the left of the footer, the day on the right. */
function footerMarkup({ quartier, source }: Presentation, date: string, theme: ChartTheme) {
	const style = `fill="${theme.secondary}"`;
	const day = m.export_made({ date });
	const dayWidth = 260;
	const text = [quartier, source].filter(Boolean).join(' · ');
	const lines = wrap(text, INNER - dayWidth, FOOTER.size, FOOTER.lines);
	const top = PICTURE.height - 30 - lines.length * FOOTER.line;
	const rule = `<line x1="${MARGIN}" x2="${PICTURE.width - MARGIN}" y1="${top}" y2="${top}" stroke="${theme.line}"/>`;
	const left = lines.map((line, i) =>
		textLine({ text: line, x: MARGIN, y: top + 26 + i * FOOTER.line, size: FOOTER.size, style })
	);
	const right = textLine({
		text: shorten(day, dayWidth, FOOTER.size),
		x: PICTURE.width - MARGIN,
		y: top + 26,
		size: FOOTER.size,
		style: `${style} text-anchor="end"`
	});
	return { svg: [rule, ...left, right].join(''), top };
}

/** A panel as a picture fit for a slide, drawn off screen, in the browser and in Node alike. */
export async function pictureSvg(panel: ReleasedPanel): Promise<string> {
	const theme = chartTheme('print');
	const shown = presentReleased(panel);
	const title = paragraph(shown.title, TITLE, INNER, 40, `fill="${theme.ink}" font-weight="640"`);
	const subtitle = paragraph(
		shown.subtitle,
		SUBTITLE,
		INNER,
		title.bottom + 6,
		`fill="${theme.secondary}"`
	);
	const footer = footerMarkup(shown, panel.date, theme);
	const top = subtitle.bottom + 22;
	const box = { width: INNER, height: footer.top - 16 - top };
	const chart = await chartMarkup(shown, theme, box, top);
	const { width, height } = PICTURE;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(theme.font)}">`,
		`<title>${escaped(shown.title)}</title>`,
		`<desc>${escaped(shown.description())}</desc>`,
		`<rect width="${width}" height="${height}" fill="${theme.paper}"/>`,
		title.svg,
		subtitle.svg,
		chart,
		footer.svg,
		'</svg>'
	].join('');
}
