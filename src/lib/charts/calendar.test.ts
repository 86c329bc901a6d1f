import { expect, it } from 'vitest';
import { calendarPlace } from './calendar';

it('puts each day of a calendar into its week and weekday', () => {
	// 1 January 2024 was a Monday, 31 December 2023 a Sunday.
	expect(calendarPlace('2024-01-01')).toEqual({ year: 2024, week: 0, weekday: 0 });
	expect(calendarPlace('2023-12-31')).toEqual({ year: 2023, week: 52, weekday: 6 });
	expect(calendarPlace('2023-01-01')).toEqual({ year: 2023, week: 0, weekday: 6 });
	expect(calendarPlace('2023-01-02')).toEqual({ year: 2023, week: 1, weekday: 0 });
});
