import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMarks } from './events';
import { textWidth } from './text';
import { timeLabels } from './time';

describe('marks', () => {
	const at = (from: number, title: string, to: number | null = null) => ({ title, from, to });

	it('stand flush beside their own line, in lanes of their own where their names would meet', () => {
		const marks = [at(1, 'Quartiersmanagement'), at(1.1, 'Modernisierung'), at(1.2, 'Fest')];
		const placed = placeMarks(marks, [0, 5], 600, 12);
		// A name that runs on over the next lines stands above them.
		expect(placed.map(({ lane }) => lane)).toEqual([2, 1, 0]);
		expect(placed.map(({ start }) => Math.round(start))).toEqual([124, 136, 148]);
		expect(placeMarks(marks, [0, 5], 9000, 12).map(({ lane }) => lane)).toEqual([0, 0, 0]);
	});

	it('end at their line where there is no room beside it', () => {
		const [one] = placeMarks([at(4.9, 'Quartiersmanagement')], [0, 5], 300, 12);
		expect(one).toMatchObject({ align: 'right', start: 290, text: 'Quartiersmanagement' });
		const [roomy] = placeMarks([at(4.9, 'Quartiersmanagement')], [0, 5], 300, 12, 500);
		expect(roomy).toMatchObject({ align: 'left', start: 298 });
	});

	it('are crossed by no line and by no other name, wherever there is room', () => {
		const mark = fc.record({
			title: fc.constantFrom('Fest', 'Treffs geschlossen', 'Start Quartiersmanagement'),
			from: fc.double({ min: 0, max: 4, noNaN: true }),
			length: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true }))
		});
		fc.assert(
			fc.property(fc.array(mark, { maxLength: 6 }), (all) => {
				const marks = all
					.map(({ title, from, length }) => at(from, title, length === null ? null : from + length))
					.toSorted((a, b) => a.from - b.from);
				const placed = placeMarks(marks, [0, 5], 500, 12, 700).map((one) => {
					const width = textWidth(one.text, 12);
					const from = one.align === 'left' ? one.start : one.start - width;
					return { ...one, left: from, right: from + width, line: one.from * 100 };
				});
				expect(placed).toHaveLength(marks.length);
				for (const name of placed) {
					for (const other of placed) {
						if (other === name) continue;
						if (other.lane === name.lane)
							expect(other.left >= name.right || other.right <= name.left).toBe(true);
						if (other.lane > name.lane)
							expect(other.line <= name.left || other.line >= name.right).toBe(true);
					}
				}
			})
		);
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
