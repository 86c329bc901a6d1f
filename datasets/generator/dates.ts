const DAY = 24 * 60 * 60 * 1000;

/** Closed on the same day every year in Lower Saxony; the movable feasts are left out for brevity. */
const HOLIDAYS = ['01-01', '05-01', '10-03', '10-31', '12-25', '12-26'];

/** The ISO date so many days later; counted in UTC, so that summer time plays no part. */
export const addDays = (date: string, days: number): string =>
	new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** Days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
	(Date.parse(to) - Date.parse(from)) / DAY;

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (date: string): number => new Date(date).getUTCDay();

/** True on Monday to Friday except holidays. */
const isWorkingDay = (date: string): boolean =>
	weekday(date) % 6 !== 0 && !HOLIDAYS.includes(date.slice(5));

/** This day or the first working day after it. */
export function nextWorkingDay(date: string): string {
	let day = date;
	while (!isWorkingDay(day)) day = addDays(day, 1);
	return day;
}

/** Every working day from the first to the last date, both included. */
export function workingDays(from: string, to: string): string[] {
	const days: string[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
	return days;
}

/** `22.11.2026` for `2026-11-22`. */
export const germanDate = (date: string): string => date.split('-').reverse().join('.');
