import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateReading, namesDay, parseDate } from '.';

describe('dates', () => {
	test.each([
		['31.12.2024', '2024-12-31'],
		['1.2.2024', '2024-02-01'],
		['29.02.2024', '2024-02-29'],
		['01.06.2025 14:05', '2025-06-01'],
		['2024-12-31', '2024-12-31'],
		['2025-05-06 12:13:14', '2025-05-06'],
		['2025-05-06T12:13:14Z', '2025-05-06'],
		['12/31/2024', '2024-12-31'],
		['  01.06.2025 ', '2025-06-01'],
		['2025-03-04T23:30:00+01:00', '2025-03-04'],
		['2025-03-04T00:30:00.000Z', '2025-03-04'],
		['2025-03-04+01:00', '2025-03-04'],
		['04.03.2025 10:00 Uhr', '2025-03-04'],
		['04.03.2025 10.30 Uhr', '2025-03-04'],
		['15.03.2025 verzogen', '2025-03-15'],
		['4. März 2025', '2025-03-04'],
		['4. Mrz. 2025', '2025-03-04'],
		['Dienstag, 4. März 2025', '2025-03-04'],
		['4 March 2025', '2025-03-04'],
		['Mar 4, 2025', '2025-03-04'],
		['March 4th, 2025', '2025-03-04'],
		['Tue Mar 04 2025 10:00:00 GMT+0100', '2025-03-04']
	])('%s', (cell, day) => expect(parseDate(cell)).toBe(day));

	test.each(['31.02.2024', '29.02.2023', '32.01.2024', '01.13.2024', '00.01.2024', '2024-02-30'])(
		'%s is no day',
		(cell) => expect(parseDate(cell)).toBeNull()
	);

	test.each([
		'',
		'gestern',
		'2024',
		'01.02.24',
		'45678',
		'01.06.0025',
		'1.2.2024abc',
		'04.03.2025 - 06.03.2025',
		'04.03.2025 06.03.2025',
		'4 Zimmer 2025',
		'März 2025'
	])('%j is not read as one', (cell) => expect(parseDate(cell)).toBeNull());

	test('every day that there is', () => {
		const days = fc.date({
			min: new Date('1900-01-01'),
			max: new Date('2200-12-31'),
			noInvalidDate: true
		});
		fc.assert(
			fc.property(days, (date) => {
				const iso = date.toISOString().slice(0, 10);
				const [year, month, day] = iso.split('-');
				expect(parseDate(`${day}.${month}.${year}`)).toBe(iso);
				expect(parseDate(iso)).toBe(iso);
			})
		);
	});
});

describe('days by column', () => {
	const today = '2026-05-01';
	const read = (cells: readonly string[], about: Parameters<typeof dateReading>[1] = {}) => {
		const reading = dateReading(cells, { today, ...about });
		return { ...reading, days: cells.map(reading.parse) };
	};

	test('those that are clear decide for all', () => {
		expect(read(['01/02/2025', '15/02/2025'])).toMatchObject({
			order: 'day-first',
			decided: true,
			days: ['2025-02-01', '2025-02-15']
		});
		expect(read(['01/02/2025', '02/15/2025 10:00'])).toMatchObject({
			order: 'month-first',
			decided: true,
			days: ['2025-01-02', '2025-02-15']
		});
		expect(read(['01-02-25', '15-02-25']).days).toEqual(['2025-02-01', '2025-02-15']);
	});

	test('where none decides, the user is asked, and her answer holds', () => {
		const cells = ['01/02/2025', '03/04/2025', '5/5/2025'];
		const open = read(cells);
		expect(open).toMatchObject({ order: null, decided: false, unreadable: [] });
		expect(open.open).toEqual(['01/02/2025', '03/04/2025']);
		expect(open.days).toEqual([null, null, '2025-05-05']);
		expect(read(cells, { order: 'day-first' })).toMatchObject({
			decided: true,
			days: ['2025-02-01', '2025-04-03', '2025-05-05']
		});
		expect(read(cells, { order: 'month-first' }).days[0]).toBe('2025-01-02');
		expect(read(['15/02/2025'], { order: 'month-first' }).unreadable).toEqual(['15/02/2025']);
	});

	test('one that contradicts the others cannot be read; many of them decide nothing', () => {
		const days = Array.from({ length: 12 }, (_, at) => `${at + 13}/02/2025`);
		expect(read([...days, '02/28/2025'])).toMatchObject({
			order: 'day-first',
			decided: true,
			unreadable: ['02/28/2025']
		});
		expect(read(['15/02/2025', '02/15/2025'])).toMatchObject({ order: null, decided: false });
	});

	test('dots are German, a year in front says its order itself', () => {
		expect(read(['01.02.2025'])).toMatchObject({ order: 'day-first', decided: true });
		expect(read(['2025-02-01', '2025/02/03'])).toMatchObject({
			order: 'year-first',
			decided: true
		});
		expect(read(['gestern'])).toMatchObject({ order: null, decided: true });
	});

	test.each([
		['01.02.25', '2025-02-01'],
		['01.02.27', '2027-02-01'],
		['01.02.28', '1928-02-01'],
		['01.02.99', '1999-02-01'],
		['4. Mrz 25', '2025-03-04']
	])('two digits of a year: %s', (cell, day) => expect(read([cell]).days).toEqual([day]));

	test('numbers are days beside days, under a heading of days, or where the column is one', () => {
		expect(read(['45660', '03.01.2025', '45661,5']).days).toEqual([
			'2025-01-03',
			'2025-01-03',
			'2025-01-04'
		]);
		expect(read(['45660', '45661'], { heading: 'Eingang' }).days[1]).toBe('2025-01-04');
		expect(read(['45660', '20250304'], { isDate: true }).days).toEqual([
			'2025-01-03',
			'2025-03-04'
		]);
		expect(read(['45660', '45661'], { heading: 'Einkommen' }).unreadable).toHaveLength(2);
		expect(read(['450', '45661'], { heading: 'Datum' }).unreadable).toEqual(['450']);
	});

	test.each(['Eingang', 'Datum', 'Eingangsdatum', 'Eröffnet am', 'submit_date', 'Date submitted'])(
		'%s names days',
		(heading) => expect(namesDay(heading)).toBe(true)
	);
	test.each(['Miete', 'Datenschutz', 'Treppenhaus', 'Update', 'Wochenende im Quartier'])(
		'%s does not',
		(heading) => expect(namesDay(heading)).toBe(false)
	);
});
