import type { Estimate, IndicatorDefinition, PeriodUnit } from '../domain';
import * as m from '../paraglide/messages';
import { tag } from './locale';

/** Units in which indicators are shown. */
export type Unit = IndicatorDefinition['unit'];

const MINUS = '−';

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Formats are costly to make and asked for thousands of times on a page. */
function numberFormat(digits: number): Intl.NumberFormat {
	const key = `${tag()} ${digits}`;
	const known = numberFormats.get(key);
	if (known) return known;
	const format = new Intl.NumberFormat(tag(), {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
	numberFormats.set(key, format);
	return format;
}

/** A number in the language of the page, with a true minus sign. */
export const number = (value: number, digits = 0): string =>
	numberFormat(digits)
		.format(value)
		.replace(/^-(?=.*[1-9])/, MINUS)
		.replace(/^-/, '');

const signed = (text: string, value: number): string =>
	value > 0 && /[1-9]/.test(text) ? `+${text}` : text;

const digits: Record<Unit, number> = {
	percent: 0,
	points: 1,
	index: 0,
	nps: 0,
	value: 2,
	count: 0,
	'per-1000-dwellings': 0,
	days: 0,
	minutes: 0,
	euros: 0
};

const scaled = (value: number, unit: Unit): number => (unit === 'percent' ? value * 100 : value);

/** A value in its unit, for example `71 %`, `74`, `+12`, `3,9`. */
export function valueText(value: number, unit: Unit): string {
	const text = number(scaled(value, unit), digits[unit]);
	if (unit === 'percent') return `${text} %`;
	if (unit === 'euros') return `${text} €`;
	if (unit === 'days') return m.format_days({ n: text });
	if (unit === 'minutes') return m.format_minutes({ n: text });
	return unit === 'nps' ? signed(text, value) : text;
}

/** The interval, for example `66 bis 76 %`. */
export function intervalText(low: number, high: number, unit: Unit): string {
	const [from, to] = [low, high].map((value) => number(scaled(value, unit), digits[unit]));
	const range = m.format_range({ from: from ?? '', to: to ?? '' });
	return unit === 'percent' ? `${range} %` : range;
}

/**
 * Half the width of the interval, for example `± 5`; nothing for a complete count. Where the value is an
 * end of its interval, as that of no case at all, both ends: `(0 bis 4)`.
 */
export function marginText(
	{ value, low, high }: Pick<Estimate, 'value' | 'low' | 'high'>,
	unit: Unit
): string {
	if (low === null || high === null) return '';
	const isAt = (end: number) => value !== null && Math.abs(value - end) < 1e-9;
	if (low < high && (isAt(low) || isAt(high))) return `(${intervalText(low, high, unit)})`;
	const margin = scaled((high - low) / 2, unit);
	const text = number(margin, digits[unit]);
	if (/[1-9]/.test(text)) return `± ${text}`;
	// An interval that is too narrow for the digits shown is still one.
	const finer = number(margin, digits[unit] + 1);
	return `± ${/[1-9]/.test(finer) ? finer : text}`;
}

/** A difference with its sign, in points for shares, for example `+9`. */
export function differenceText(difference: number, unit: Unit): string {
	return signed(number(scaled(difference, unit), digits[unit]), difference);
}

/** The unit of a difference in words: points for shares and indices. */
export const differenceUnit = (unit: Unit): string =>
	unit === 'percent' || unit === 'index' || unit === 'nps' || unit === 'points'
		? m.format_points()
		: '';

const dateOf = (iso: string): Date => new Date(`${iso.slice(0, 10)}T00:00:00Z`);

const DATES = {
	day: { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' },
	month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
	shortMonth: { month: 'short', year: 'numeric', timeZone: 'UTC' },
	monthName: { month: 'short', timeZone: 'UTC' },
	weekday: { weekday: 'long', timeZone: 'UTC' },
	moment: { dateStyle: 'medium', timeStyle: 'short' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(kind: keyof typeof DATES): Intl.DateTimeFormat {
	const key = `${tag()} ${kind}`;
	const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(tag(), DATES[kind]);
	dateFormats.set(key, format);
	return format;
}

/** A day, for example `22.11.2026`. */
export const dateText = (iso: string): string => dateFormat('day').format(dateOf(iso));

/** The name of the month of a day, for example `Mär`, and the name of its weekday. */
export const monthName = (iso: string): string => dateFormat('monthName').format(dateOf(iso));
export const weekdayText = (iso: string): string => dateFormat('weekday').format(dateOf(iso));

/** A month, for example `März 2020`. */
export const monthText = (iso: string): string => dateFormat('month').format(dateOf(iso));

/** A moment, for example `22.11.2026, 14:05`, in the time of the reader. */
export const momentText = (iso: string): string => dateFormat('moment').format(new Date(iso));

const STEPS = [
	{ unit: 'minute', seconds: 60 },
	{ unit: 'hour', seconds: 3600 },
	{ unit: 'day', seconds: 86_400 }
] as const;

/** How long ago a moment was, for example `vor 2 Minuten`; of one that is a month ago or more, its date. */
export function agoText(iso: string, now: number): string {
	const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
	if (seconds >= 30 * 86_400) return dateText(iso.slice(0, 10));
	const { unit, seconds: length } = STEPS.findLast((one) => seconds >= one.seconds) ?? STEPS[0];
	const words = new Intl.RelativeTimeFormat(tag(), { numeric: 'auto' });
	return words.format(-Math.floor(seconds / length), unit);
}

/** A period by its first day, for example `2024`, `Q3 2024` or `Mär 2024`. */
export function periodText(first: string, unit: PeriodUnit): string {
	const year = first.slice(0, 4);
	if (unit === 'year') return year;
	if (unit === 'day') return dateText(first);
	if (unit === 'calendarQuarter')
		return `Q${Math.floor((Number(first.slice(5, 7)) - 1) / 3) + 1} ${year}`;
	return dateFormat('shortMonth').format(dateOf(first));
}

/** A file size, for example `1,2 MB`. */
export const sizeText = (bytes: number): string =>
	bytes < 1_000_000
		? `${number(Math.max(1, bytes / 1000))} kB`
		: `${number(bytes / 1_000_000, 1)} MB`;
