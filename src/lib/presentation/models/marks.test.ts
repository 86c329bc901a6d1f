import { describe, expect, it } from 'vitest';
import { event, waveIn } from '../testing';
import { marksOf, periodPosition, wavePosition } from './marks';

describe('positions', () => {
	it('of days among periods: a column reaches half a place to both sides', () => {
		const at = periodPosition(['2024-01-01', '2024-04-01', '2024-07-01'], 'calendarQuarter');
		expect(at('2024-01-01')).toBe(-0.5);
		expect(at('2024-05-16')).toBeCloseTo(1, 1);
		expect(at('2024-09-30')).toBeCloseTo(2.5, 1);
		expect(at('2023-12-31')).toBe(-Infinity);
	});

	it('of days among waves: by the middle of their field periods, where these ascend', () => {
		const [first, second] = [waveIn('Befragung 2019'), waveIn('Befragung 2022')];
		const at = wavePosition([first, second]);
		expect(at?.('2019-07-02')).toBeCloseTo(0, 2);
		expect(at?.('2021-01-01')).toBeCloseTo(0.5, 2);
		// Two in one year are told apart; no name is looked at.
		const spring = { from: '2025-04-01', to: '2025-04-30' };
		const autumn = { from: '2025-10-01', to: '2025-10-31' };
		expect(wavePosition([spring, autumn])?.('2025-07-16')).toBeCloseTo(0.5, 2);
		expect(wavePosition([autumn, spring])).toBeNull();
		expect(wavePosition([first, undefined])).toBeNull();
	});
});

describe('marks', () => {
	it('are cut to the axis, and left out beyond it', () => {
		const at = (iso: string) => Number(iso.slice(0, 4)) - 2020;
		const events = [event('davor', '2010-01-01', '2021-01-01'), event('danach', '2050-01-01')];
		expect(marksOf(events, at, [-0.5, 3])).toEqual([{ title: 'davor', from: -0.5, to: 1 }]);
	});
});
