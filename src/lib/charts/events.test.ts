import { describe, expect, it } from 'vitest';
import { marksOf, periodPosition, placeMarks, wavePosition } from './events';
import { event, waveIn } from './testing';
import { timeLabels } from './time';

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

	it('get lanes of their own where their names would meet, within the plot', () => {
		const marks = ['Quartiersmanagement', 'Modernisierung', 'Fest'].map((title, i) => ({
			title,
			from: 4 + i / 10,
			to: null
		}));
		const placed = placeMarks(marks, [0, 5], 300, 12);
		expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 2]);
		for (const { centre } of placed) expect(centre).toBeLessThan(300);
		expect(placeMarks(marks, [0, 5], 4000, 12).map(({ lane }) => lane)).toEqual([0, 1, 0]);
	});
});

describe('timeLabels', () => {
	const quarters = Array.from(
		{ length: 12 },
		(_, i) => `${2019 + Math.floor(i / 4)}-${['01', '04', '07', '10'][i % 4]}-01`
	);

	it('names every period where there is room, else the years', () => {
		expect(timeLabels(quarters, 'calendarQuarter', 900)[1]).toBe('Q2 2019');
		expect(timeLabels(quarters, 'calendarQuarter', 300).filter(Boolean)).toEqual([
			'2019',
			'2020',
			'2021'
		]);
		expect(timeLabels(quarters, 'calendarQuarter', 60).filter(Boolean)).toEqual(['2019', '2021']);
	});
});
