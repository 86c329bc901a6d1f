import { describe, expect, it } from 'vitest';
import { filtersFrom, paramsOf, type Choices } from './filters';

const choices: Choices = {
	waveName: (wave) => wave ?? '',
	waves: ['2019', '2022', '2025'],
	years: [2019, 2020, 2021],
	groups: [{ name: 'age', categories: ['unter 30', '30 bis 44', '45 und älter'] }],
	members: { area: ['Sicheres Wohnen', 'Gesundheit und Geselligkeit'] },
	trends: ['nps'],
	questions: [{ question: 'Was fehlt?', wave: '2022' }]
};

const read = (search: string) => filtersFrom(new URLSearchParams(search), choices);

describe('filters in the address', () => {
	it('is what was written, every category chosen too: that leaves out who gave none', () => {
		const search =
			'welle=2022&von=2020&verlauf=nps&frage=Was+fehlt?&begriff=Aufzug&alter=unter+30&alter=30+bis+44&alter=45+und+älter';
		const filters = read(search);
		expect(filters.groups).toEqual({ age: ['unter 30', '30 bis 44', '45 und älter'] });
		expect(filters).toMatchObject({
			wave: '2022',
			against: '2019',
			from: 2020,
			to: 2021,
			trend: 'nps',
			question: 'Was fehlt?',
			term: 'Aufzug'
		});
		expect(filtersFrom(paramsOf(filters, choices), choices)).toEqual(filters);
	});

	it('takes a stretch of days that there are, and no other', () => {
		expect(read('zeit=2023-02-28..2023-03-15').span).toEqual({
			from: '2023-02-28',
			to: '2023-03-15'
		});
		for (const none of [
			'2023-02-30..2023-03-15',
			'2023-13-01..2024-01-01',
			'2024-01-02..2024-01-01'
		])
			expect(read(`zeit=${none}`).span).toBeUndefined();
	});

	it('leaves out what nobody knows', () => {
		expect(read('welle=1999&gegen=2025&von=x&alter=alt&verlauf=&frage=Was+fehlt?')).toEqual(
			read('')
		);
	});
});
