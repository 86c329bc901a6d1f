import { describe, expect, it } from 'vitest';
import { chartTheme, likertSteps } from './theme';

/** Contrast of two colours by WCAG 2.2. */
function contrast(a: string, b: string): number {
	const luminance = (hex: string) => {
		const [r = 0, g = 0, blue = 0] = [1, 3, 5]
			.map((start) => parseInt(hex.slice(start, start + 2), 16) / 255)
			.map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
	};
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark', 'print'] as const)('theme %s', (name) => {
	const theme = chartTheme(name);

	it.each(['ink', 'secondary', 'accent', 'better', 'worse', 'attention'] as const)(
		'%s can be read on paper',
		(token) => expect(contrast(theme[token], theme.paper)).toBeGreaterThanOrEqual(4.5)
	);

	it('names of events can be read on their band', () => {
		expect(contrast(theme.secondary, theme.eventBand)).toBeGreaterThanOrEqual(4.5);
	});

	// Fills are told apart by their names and places too; what stands alone as a thin mark is not.
	it.each(['restLine', 'event', 'hatch'] as const)('%s is seen on paper', (token) =>
		expect(contrast(theme[token], theme.paper)).toBeGreaterThanOrEqual(3)
	);

	it('the accent stands out from its interval, and the ends of the scale from its middle', () => {
		expect(contrast(theme.accent, theme.accentSoft)).toBeGreaterThanOrEqual(3);
		const [worst, , middle, , best] = theme.likert;
		expect(contrast(worst, middle)).toBeGreaterThanOrEqual(2.5);
		expect(contrast(best, middle)).toBeGreaterThanOrEqual(3);
	});
});

describe('likertSteps', () => {
	const theme = chartTheme('light');

	it('gives as many steps as points, with the tokens for five', () => {
		expect(likertSteps(theme, 5)).toEqual(theme.likert);
		for (let points = 2; points <= 11; points++) {
			expect(new Set(likertSteps(theme, points)).size).toBe(points);
		}
	});

	it('leaves out the middle for an even number', () => {
		const [worst, bad, , good, best] = theme.likert;
		expect(likertSteps(theme, 4)).toEqual([worst, bad, good, best]);
	});
});
