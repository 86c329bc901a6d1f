import { describe, expect, it } from 'vitest';
import { filtersFrom, type Choices } from '$lib/dashboards';
import { filtersAfter, spanOf } from './filter-by-pick';

const choices: Choices = {
	waveName: (wave) => wave ?? '',
	waves: ['2022', '2025'],
	years: [2022, 2023, 2024, 2025],
	groups: [{ name: 'age', categories: ['unter 30', '65 und älter'] }],
	members: { area: ['Sicheres Wohnen', 'Unterstützung im Alltag'] },
	trends: [],
	questions: []
};
const none = filtersFrom(new URLSearchParams(), choices);
const quarterly = { period: 'calendarQuarter' } as const;

describe('what was picked in a chart', () => {
	it('is kept by its dimension, and let go the second time', () => {
		const area = { dimension: 'area', value: 'Sicheres Wohnen' } as const;
		const picked = filtersAfter(none, area, false, {})!;
		expect(picked.members).toEqual({ area: ['Sicheres Wohnen'] });
		expect(filtersAfter(picked, area, false, {})).toEqual(none);
		const age = filtersAfter(none, { dimension: 'group:age', value: 'unter 30' }, false, {});
		expect(age?.groups).toEqual({ age: ['unter 30'] });
	});

	it('is a stretch of time, which goes on from the one before', () => {
		const first = { dimension: 'period', value: '2023-04-01' } as const;
		const picked = filtersAfter(none, first, false, quarterly)!;
		expect(picked.span).toEqual({ from: '2023-04-01', to: '2023-06-30' });
		const later = { dimension: 'period', value: '2024-01-01' } as const;
		expect(filtersAfter(picked, later, true, quarterly)?.span).toEqual({
			from: '2023-04-01',
			to: '2024-03-31'
		});
		expect(filtersAfter(picked, first, false, quarterly)?.span).toBeUndefined();
	});

	it('is a wave to look at, and nothing where it cannot filter', () => {
		const wave = filtersAfter(none, { dimension: 'wave', value: '2022' }, false, {});
		expect(wave?.wave).toBe('2022');
		expect(filtersAfter(none, { dimension: 'wave', value: '2025' }, false, {})).toBeNull();
		expect(filtersAfter(none, { indicator: 'nps' }, false, {})).toBeNull();
		expect(filtersAfter(none, { dimension: 'elapsed', value: '30' }, false, {})).toBeNull();
	});
});

it('a period ends on its last day', () => {
	expect(spanOf('2024-02-01', 'month')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
	expect(spanOf('2024-01-01', 'year')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
	expect(spanOf('2024-02-29', 'day')).toEqual({ from: '2024-02-29', to: '2024-02-29' });
});
