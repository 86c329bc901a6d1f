import { describe, expect, it } from 'vitest';
import { placeMarks } from './events';
import { timeLabels } from './time';

describe('marks', () => {
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
