/** Colours and type of a chart. The accent is this Quartier, `rest` the others, everywhere. */
export type ChartTheme = {
	name: 'light' | 'dark' | 'print';
	paper: string;
	ink: string;
	secondary: string;
	/** grid lines, only */
	line: string;
	accent: string;
	/** intervals of the accent */
	accentSoft: string;
	/** areas of the other Quartiere */
	rest: string;
	/** lines and ticks of the other Quartiere, dark enough to stand alone */
	restLine: string;
	better: string;
	worse: string;
	attention: string;
	/** five steps, worst to best */
	likert: readonly [string, string, string, string, string];
	/** service areas, always in the same order; more for what else is stacked */
	areas: readonly string[];
	/** events on time axes */
	event: string;
	eventBand: string;
	/** strokes in the place of what is hidden */
	hatch: string;
	font: string;
	/** pixels */
	size: { text: number; small: number };
};

const TYPE = {
	font: "'Source Sans 3 Variable', sans-serif",
	size: { text: 13.5, small: 12.5 }
} as const;

const LIGHT: ChartTheme = {
	...TYPE,
	name: 'light',
	paper: '#ffffff',
	ink: '#1b2733',
	secondary: '#51606e',
	line: '#e2e7ec',
	accent: '#0b6e6e',
	accentSoft: '#cfe6e4',
	rest: '#a9b4bf',
	restLine: '#7e8b98',
	better: '#0b6e6e',
	worse: '#a8324a',
	attention: '#b3541e',
	likert: ['#b3541e', '#e0a67c', '#e9e6df', '#7fbfba', '#0b6e6e'],
	areas: ['#0b6e6e', '#5aa9a4', '#c9a24b', '#7d8ea3', '#a3596f', '#4b5a73'],
	event: '#7e8b98',
	eventBand: '#f0f2f5',
	hatch: '#8492a0'
};

const DARK: ChartTheme = {
	...TYPE,
	name: 'dark',
	paper: '#17212a',
	ink: '#e8edf1',
	secondary: '#a9b6c2',
	line: '#2d3a45',
	accent: '#5fc4bd',
	accentSoft: '#24504f',
	rest: '#6d7b88',
	restLine: '#8d9aa7',
	better: '#5fc4bd',
	worse: '#f08a9d',
	attention: '#eba06c',
	likert: ['#e38b52', '#96603f', '#4b545e', '#34807c', '#63cbc3'],
	areas: ['#5fc4bd', '#2f8782', '#d4af5c', '#8b9db3', '#d08fa3', '#a9b6d3'],
	event: '#8d9aa7',
	eventBand: '#222c37',
	hatch: '#7c8996'
};

/** Tokens of the screen (those of `app.css`, which a canvas or a picture cannot read), light or dark, and of paper. */
export function chartTheme(name: ChartTheme['name']): ChartTheme {
	if (name === 'dark') return DARK;
	return name === 'print' ? { ...LIGHT, name, accentSoft: '#c4dfdc', line: '#d5dbe1' } : LIGHT;
}

/**
 * Family, size and line of a text. The line is always said: left to itself the renderer measures a
 * Chinese character, which many machines do not have.
 */
export const fontOf = (
	{ font, size }: ChartTheme,
	name: keyof ChartTheme['size']
): { fontFamily: string; fontSize: number; lineHeight: number } => ({
	fontFamily: font,
	fontSize: size[name],
	lineHeight: Math.round(size[name] * 1.22)
});

const channels = (hex: string): number[] =>
	[1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));

/** A colour between two, `share` of the way from the first. */
export function between(from: string, to: string, share: number): string {
	const end = channels(to);
	const mixed = channels(from).map((one, i) => Math.round(one + ((end[i] ?? one) - one) * share));
	return `#${mixed.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}

/** As many steps as a scale has points, worst to best; even numbers leave out the neutral middle. */
export function likertSteps({ likert }: ChartTheme, points: number): string[] {
	const [worst, bad, middle, good, best] = likert;
	const side = Math.floor(points / 2);
	const towards = (outer: string, inner: string): string[] =>
		Array.from({ length: side }, (_, i) => between(outer, inner, side === 1 ? 0 : i / (side - 1)));
	return [
		...towards(worst, bad),
		...(points % 2 === 1 ? [middle] : []),
		...towards(best, good).reverse()
	];
}
