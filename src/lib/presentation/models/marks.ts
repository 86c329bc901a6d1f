import { MONTHS_IN, type PeriodUnit, type QuartierEvent, type Wave } from '../../domain';
import type { Mark } from '../chart-model';

const DAY = 86_400_000;

/** Days since 1970. */
export const day = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY;

/** Where a day stands among periods: column `i` reaches from i − 0.5 to i + 0.5. */
export function periodPosition(
	periods: readonly string[],
	unit: PeriodUnit
): (iso: string) => number {
	const starts = periods.map(day);
	const [year, month] = (periods.at(-1) ?? '2000-01').split('-').map(Number) as [number, number];
	const end = Date.UTC(year, month - 1 + MONTHS_IN[unit], 1) / DAY;
	return (iso) => {
		const date = day(iso);
		const index = starts.findLastIndex((start) => start <= date);
		if (index < 0) return -Infinity;
		const next = starts[index + 1] ?? end;
		return index - 0.5 + (date - (starts[index] ?? 0)) / (next - (starts[index] ?? 0));
	};
}

/** A day (since 1970) as a year and the part of it that is over. */
export function decimalYear(date: number): number {
	const year = new Date(date * DAY).getUTCFullYear();
	return year + (date - day(`${year}-01-01`)) / 365.25;
}

/**
 * Where a day stands among waves, each of which is taken to be in the middle of its field period. Null where
 * a period is not known, or they do not ascend.
 */
export function wavePosition(
	waves: readonly (Pick<Wave, 'from' | 'to'> | undefined)[]
): ((iso: string) => number) | null {
	const years = waves.map((wave) =>
		wave ? decimalYear((day(wave.from) + day(wave.to)) / 2) : Number.NaN
	);
	if (years.some((year, i) => !(year > (years[i - 1] ?? -Infinity)))) return null;
	return (iso) => {
		const date = decimalYear(day(iso));
		const after = years.findIndex((one) => one > date);
		if (after === 0) return date - (years[0] ?? 0);
		if (after < 0) return years.length - 1 + date - (years.at(-1) ?? 0);
		const [from, to] = [years[after - 1] ?? 0, years[after] ?? 0];
		return after - 1 + (date - from) / (to - from);
	};
}

/** Events that reach into the axis, cut to it. */
export function marksOf(
	events: readonly QuartierEvent[],
	position: ((iso: string) => number) | null,
	[start, end]: readonly [number, number]
): Mark[] {
	if (!position) return [];
	return events
		.map(({ title, from, to }) => ({
			title,
			from: position(from),
			to: to === null ? null : position(to)
		}))
		.filter(({ from, to }) => from <= end && (to ?? from) >= start)
		.map((mark) => ({
			...mark,
			from: Math.max(mark.from, start),
			to: mark.to === null ? null : Math.min(mark.to, end)
		}))
		.sort((a, b) => a.from - b.from);
}
