import type { PeriodUnit } from '../domain';
import { periodText } from '../words';

/** Height of the plot over time: flat enough for a page, tall enough to see a change. */
export const plotHeight = ({ width }: { width: number }): number =>
	Math.round(Math.min(Math.max(width * 0.38, 170), 250));

/** Height of the names below it. */
export const TIME_LABELS = 26;

/** Pixels that the name of a period needs with its space. */
const ROOM: Record<PeriodUnit, number> = { day: 70, month: 66, calendarQuarter: 60, year: 38 };

/**
 * What stands below each period: its name where there is room for all of them, else the year below
 * its first one, or below every second or fifth year.
 */
export function timeLabels(periods: readonly string[], unit: PeriodUnit, width: number): string[] {
	const each = width / Math.max(periods.length, 1);
	if (each >= ROOM[unit]) return periods.map((period) => periodText(period, unit));
	const years = [...new Set(periods.map((period) => period.slice(0, 4)))];
	const step = [1, 2, 5, 10].find((one) => (width / years.length) * one >= ROOM.year) ?? 20;
	const kept = years.filter((_, i) => i % step === 0);
	return periods.map((period, i) => {
		const year = period.slice(0, 4);
		const first = periods[i - 1]?.slice(0, 4) !== year;
		// A few months of the year before the first whole one have no room for their year.
		const crowded =
			i === 0 &&
			!period.endsWith('-01-01') &&
			periods.filter((one) => one.startsWith(year)).length * each < ROOM.year;
		return first && kept.includes(year) && !(crowded && kept.length > 1) ? year : '';
	});
}
