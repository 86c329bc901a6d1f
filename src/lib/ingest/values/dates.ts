/** A day as its cell names it: with parts whose order only the column tells, or with parts that say it themselves. */
export type WrittenDay =
	| { written: 'clear'; day: string }
	| { written: 'open'; first: number; second: number; year: number };

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** The days of a month; 0 where there is no such month. */
const daysIn = (year: number, month: number): number => {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return month >= 1 && month <= 12 ? 30 + ((month + (month >> 3)) & 1) : 0;
};

/** The ISO date of a day that there is, between 1900 and 2200. */
export const iso = (year: number, month: number, day: number): string | null =>
	year >= 1900 && year <= 2200 && day >= 1 && day <= daysIn(year, month)
		? `${year}-${two(month)}-${two(day)}`
		: null;

/** German and English names of months, in full and as they are shortened. */
const MONTHS: readonly RegExp[] = [
	/^j[aä]n(uar|uary|ner)?$/,
	/^feb(ruar|ruary)?$/,
	/^(m(ä|ae|a)r(z|ch)?|mrz)$/,
	/^apr(il)?$/,
	/^ma[iy]$/,
	/^jun[ie]?$/,
	/^jul[iy]?$/,
	/^aug(ust)?$/,
	/^sept?(ember)?$/,
	/^o[kc]t(ober)?$/,
	/^nov(ember)?$/,
	/^de[zc](ember)?$/
];

/** What may follow a day: a time, a zone, or words. Further digits would be another day. */
const REST =
	/^(?:[ ,T]+\d{1,2}(?::\d{2}.*|\.\d{2}(?: ?uhr| ?h)?|(?: ?uhr| ?h| ?[ap]m))|[ ,]+\D*|Z|[+-]\d{2}:?\d{2})?$/is;
const WEEKDAY = /^(mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-zäöü]*\.?,? +(?=\d|\p{L})/iu;

const PLAIN_GERMAN = /^(\d\d)\.(\d\d)\.(\d{4})(?: \d\d:\d\d(?::\d\d)?)?$/;
const PLAIN_ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?)?$/;
const STANDARD = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/s;
const PARTS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(.*)$/s;
const DAY_NAMED = /^(\d{1,2})\.?[ -]?(\p{L}{3,9})\.?[ -](\d{4}|\d{2})(?!\d)(.*)$/su;
const MONTH_NAMED = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)(.*)$/su;

const monthNamed = (word: string): number =>
	MONTHS.findIndex((name) => name.test(word.toLowerCase())) + 1;

/** The year that two digits mean: none that lies more than a year ahead of today. */
const century = (digits: string, today: string): number => {
	if (digits.length === 4) return Number(digits);
	const latest = Number(today.slice(0, 4)) + 1;
	const year = Math.floor(latest / 100) * 100 + Number(digits);
	return year > latest ? year - 100 : year;
};

const clear = (day: string | null): WrittenDay | null =>
	day === null ? null : { written: 'clear', day };

/**
 * The day that a cell names, whatever may follow it; null where it names none. Dots are German: the day
 * comes first. With slashes and hyphens offices write both orders.
 */
export function writtenDay(cell: string, today: string): WrittenDay | null {
	// The quick ways out for most words of a file.
	if (!/\d/.test(cell)) return null;
	const german = PLAIN_GERMAN.exec(cell);
	if (german) return clear(iso(Number(german[3]), Number(german[2]), Number(german[1])));
	const plain = PLAIN_ISO.exec(cell);
	if (plain) return clear(iso(Number(plain[1]), Number(plain[2]), Number(plain[3])));
	const text = cell.trim();
	const standard = STANDARD.exec(text);
	if (standard) {
		const [, year, , month, day, rest = ''] = standard;
		return REST.test(rest) ? clear(iso(Number(year), Number(month), Number(day))) : null;
	}
	const parts = PARTS.exec(text.replace(WEEKDAY, ''));
	if (parts) {
		const [first, second, year] = [Number(parts[1]), Number(parts[3]), century(parts[4]!, today)];
		if (!REST.test(parts[5] ?? '')) return null;
		if (parts[2] === '.') return clear(iso(year, second, first));
		return iso(year, second, first) || iso(year, first, second)
			? { written: 'open', first, second, year }
			: null;
	}
	return clear(namedMonth(text.replace(WEEKDAY, ''), today));
}

function namedMonth(text: string, today: string): string | null {
	const [dayFirst, monthFirst] = [DAY_NAMED.exec(text), MONTH_NAMED.exec(text)];
	const [day, word, year, rest] = dayFirst
		? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]]
		: [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3], monthFirst?.[4]];
	const month = monthNamed(word ?? '');
	if (!year || month === 0 || !REST.test(rest ?? '')) return null;
	return iso(century(year, today), month, Number(day));
}

/** The day of an Excel serial number (1 is the first of January 1900), or null outside of 1954 to 2064. */
export function serialDay(cell: string): string | null {
	if (!/^\d{5}([.,]\d+)?$/.test(cell)) return null;
	const serial = Number.parseInt(cell, 10);
	if (serial < 20_000 || serial > 60_000) return null;
	return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}

/** The day of eight digits in a row, as databases write it. */
export function compactDay(cell: string): string | null {
	const digits = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(cell);
	return digits && iso(Number(digits[1]), Number(digits[2]), Number(digits[3]));
}

export const todayOf = (): string => new Date().toISOString().slice(0, 10);

/**
 * The day that a single cell names, with a year of four digits, as ISO date, or null. Of days such as
 * 03/04/2025 only a column tells the order (`dateReading`); by themselves they count as American.
 */
export function parseDate(cell: string): string | null {
	// Without today two digits of a year mean none.
	const found = writtenDay(cell, '');
	if (found?.written !== 'open') return found?.day ?? null;
	const { first, second, year } = found;
	return iso(year, first, second) ?? iso(year, second, first);
}

/** LimeSurvey writes this day for every complete answer of an anonymous survey: it means no date. */
export const ANONYMISED_DATE = '1980-01-01';
