import { expect, it } from 'vitest';
import { chartTheme } from './theme';
import { valueAxis } from './value-axis';

const said = (interval: number, value: number, signless = false): string => {
	const axis = valueAxis({ min: 0, max: 1, interval }, chartTheme('light'), { signless });
	return (axis['axisLabel'] as { formatter: (value: number) => string }).formatter(value);
};

it('says its numbers in German, with the digits of its steps', () => {
	expect(said(0.5, 33.5)).toBe('33,5');
	expect(said(0.5, 33)).toBe('33,0');
	expect(said(0.05, 0.25)).toBe('0,25');
	expect(said(0.1, 0.1)).toBe('0,1');
	expect(said(500, 1500)).toBe('1.500');
	expect(said(10, -20)).toBe('−20');
	expect(said(10, -20, true)).toBe('20');
});
