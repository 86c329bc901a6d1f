import { MONTHS_IN, type PeriodUnit } from '../../domain';

/** A stretch of time, both days included (ISO dates). */
export type Span = { from: string; to: string };

const DAY = 86_400_000;

const iso = (year: number, month: number, day: number): string =>
	new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The day as days since 1970, and back. */
export const toDay = (day: string): number => Date.parse(day) / DAY;
export const fromDay = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/** The first day of the month of a day, and the last one. */
export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
export const monthEnd = (day: string): string =>
	iso(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0);

/** Days from one to the other, both included. */
export const daysIn = ({ from, to }: Span): number =>
	to < from ? 0 : (Date.parse(to) - Date.parse(from)) / DAY + 1;

/** What two spans share; empty (to before from) where nothing. */
export const overlap = (a: Span, b: Span): Span => ({
	from: a.from > b.from ? a.from : b.from,
	to: a.to < b.to ? a.to : b.to
});

/** The periods of a unit that touch a span, whole, in order. */
export function periodsOf(unit: PeriodUnit, span: Span): Span[] {
	if (unit === 'day') {
		return Array.from({ length: daysIn(span) }, (_, day) => {
			const one = fromDay(toDay(span.from) + day);
			return { from: one, to: one };
		});
	}
	const step = MONTHS_IN[unit];
	const periods: Span[] = [];
	let year = Number(span.from.slice(0, 4));
	let month = Math.floor((Number(span.from.slice(5, 7)) - 1) / step) * step;
	while (iso(year, month, 1) <= span.to) {
		periods.push({ from: iso(year, month, 1), to: iso(year, month + step, 0) });
		month += step;
		if (month >= 12) [year, month] = [year + 1, month - 12];
	}
	return periods;
}

/** The next coarser unit, or null where there is none. */
export const coarser = (unit: PeriodUnit): PeriodUnit | null =>
	unit === 'day'
		? 'month'
		: unit === 'month'
			? 'calendarQuarter'
			: unit === 'calendarQuarter'
				? 'year'
				: null;

/** The calendar year as a span. */
export const yearSpan = (year: number): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` });
