import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { orderOf } from './order';

describe('answers with numbers, by what they count', () => {
	test.each([
		'weniger als 1 Jahr|1-2 Jahre|3-5 Jahre|mehr als 5 Jahre',
		'unter 6 Monate|6 bis 12 Monate|1 bis 2 Jahre|über 2 Jahre',
		'nie|seltener|einmal im Monat|mehrmals im Monat|einmal pro Woche|jeden Tag',
		'Never|Once|Several times|At least monthly|Every day',
		'bis unter 500 €|500 € bis unter 1.000 €|1.000 € und mehr',
		'< 10 GB|10 GB - 900 GB|1 TB - 10 TB|> 10 TB',
		'keine Reise|eine Reise|2 Reisen|3 und mehr Reisen',
		'18 - 24|25 - 34|35 - 44',
		'0-25 %|26-50 %|51-75 %|76-100 %'
	])('%s', (line) => {
		const labels = line.split('|');
		fc.assert(
			fc.property(fc.shuffledSubarray(labels, { minLength: labels.length }), (seen) => {
				expect(orderOf(seen)).toMatchObject({ labels, certain: true, good: false });
			}),
			{ numRuns: 10 }
		);
	});

	test.each([
		'Haus 9|Haus 10|Haus 11',
		'60311 Frankfurt|60313 Frankfurt|60316 Frankfurt',
		'069 123456|069 234567|0151 345678',
		'Hauptstr. 5|Hauptstr. 7|Ring 3',
		'2024-03-12|2024-03-13|2024-04-01',
		'08:00 - 09:00|09:00 - 10:00|10:00 - 12:00'
	])('%s count nothing', (line) => expect(orderOf(line.split('|'))?.certain ?? false).toBe(false));

	test('ranges that overlap are asked', () => {
		expect(orderOf(['10 - 50', '20 - 30', '60 - 90'])?.certain).toBe(false);
	});
});

describe('answers in words', () => {
	test.each([
		'SehrGeringesHemmnis|GeringesHemmnis|MittleresHemmnis|SehrHohesHemmnis',
		'sehr_unzufrieden|eher_unzufrieden|eher_zufrieden|sehr_zufrieden',
		'UEBERHAUPT NICHT|WENIG|ZIEMLICH|SEHR',
		'völlig unfair|eher unfair|eher fair|völlig fair',
		'gar nicht vernetzt|kaum vernetzt|etwas vernetzt|sehr vernetzt',
		'uninspired|somewhat inspired|very inspired',
		'(5) gar nicht|(4) kaum|(3) mittel|(2) ziemlich|(1) stark',
		'keine Beeinträchtigung|leichte Beeinträchtigung|schwere Beeinträchtigung',
		'nein|eher nein|eher ja|ja',
		'Nein, nie|Ja, selten|Ja, oft'
	])('%s', (line) => {
		const labels = line.split('|');
		for (const seen of [labels, labels.toReversed(), labels.toSorted()])
			expect(orderOf(seen)).toMatchObject({ labels, certain: true });
	});

	test('the order in which answers come decides nothing', () => {
		const words =
			'nie,selten,oft,gut,schlecht,ja,nein,sehr,eher,Sorgen,keine Sorgen,neutral,2,3'.split(',');
		fc.assert(
			fc.property(fc.shuffledSubarray(words, { minLength: 2, maxLength: 5 }), (seen) => {
				const order = orderOf(seen);
				const other = orderOf(seen.toReversed());
				expect(other?.certain).toBe(order?.certain);
				if (order?.certain) expect(other?.labels).toEqual(order.labels);
			})
		);
	});

	test('a thing with and without is no scale', () => {
		expect(orderOf(['Balkon', 'kein Balkon'])).toBeNull();
		expect(orderOf(['Auto', 'kein Auto', 'Fahrrad'])).toBeNull();
	});
});
