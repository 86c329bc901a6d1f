import { number } from '../words';
import type { AxisScale } from './scale';
import { fontOf, type ChartTheme } from './theme';
import type { OptionPart } from './types';

/**
 * An axis of values, its numbers in the reader's language with as many digits as its steps have.
 *
 * @param signless where both directions count upwards, as what came and what went
 */
export function valueAxis(
	scale: AxisScale,
	theme: ChartTheme,
	{ signless = false }: { signless?: boolean } = {}
): OptionPart {
	// A hair less, so that the logarithm of 0.1 is not a little more than one digit.
	const digits = Math.max(0, Math.ceil(-Math.log10(scale.interval) - 1e-9));
	return {
		type: 'value',
		...scale,
		axisLine: { show: false },
		axisTick: { show: false },
		axisPointer: { show: false },
		axisLabel: {
			color: theme.secondary,
			...fontOf(theme, 'small'),
			showMaxLabel: true,
			formatter: (value: number) => number(signless ? Math.abs(value) : value, digits)
		},
		splitLine: { lineStyle: { color: theme.line } }
	};
}
