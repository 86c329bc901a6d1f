import { normalise } from '../words';
import { compactDay, iso, serialDay, todayOf, writtenDay, type WrittenDay } from './dates';

/** What comes first in days that do not say it themselves. */
export type DateOrder = 'day-first' | 'month-first';

export type DateReading = {
	/** `year-first` where every day begins with its year; null where there is none to be known, or nobody knows it */
	order: DateOrder | 'year-first' | null;
	/** false where the user has to say the order */
	decided: boolean;
	/** the day of a cell as ISO date, or null */
	parse: (cell: string) => string | null;
	/** the words that are no day in this reading, in their order */
	unreadable: string[];
	/** the words that are a day as soon as the order is known */
	open: string[];
};

/** Of the words that show an order, at most this share may show the other one: they are typing errors. */
const ERRORS = 0.1;
/** From this share of written days on, the numbers between them are days as well. */
const WRITTEN = 0.1;

const DAY_HEADING =
	/(^| )(\p{L}*datum|date|day|tag|eingang|eingegangen|beginn|ende|start|end|eroffnet|geoffnet|geschlossen|abgeschlossen|opened|closed|erstellt|created|zeitstempel|timestamp|erledigt|erfasst|stichtag|zeitpunkt)( |$)/u;
const ON = / (am|on|at)$/;

/** Whether a heading says that days stand below it. */
export function namesDay(heading: string): boolean {
	const words = normalise(heading.replace(/[_\-.:/]+/g, ' ')).replaceAll('ö', 'o');
	return DAY_HEADING.test(words) || ON.test(words);
}

/** What the words of a column show: how many are days, how many of them say their order themselves, and the order of the others. */
function shownBy(words: readonly string[], today: string) {
	let [days, years, dotted, dayFirst, monthFirst, either] = [0, 0, 0, 0, 0, 0];
	for (const word of words) {
		const found = writtenDay(word, today);
		if (!found) continue;
		days++;
		if (found.written === 'clear') {
			if (/^\d{4}\D/.test(word)) years++;
			else if (/^\d{1,2}\./.test(word)) dotted++;
		} else if (found.first > 12) dayFirst++;
		else if (found.second > 12) monthFirst++;
		// The fourth of April is that in both orders.
		else if (found.first !== found.second) either++;
	}
	const evidence = dayFirst + monthFirst;
	const contradicts = Math.min(dayFirst, monthFirst) > ERRORS * evidence;
	const shown = dayFirst > monthFirst ? 'day-first' : 'month-first';
	const themselves = dotted > 0 ? 'day-first' : years > 0 ? 'year-first' : null;
	return {
		days,
		order: evidence === 0 || contradicts ? null : (shown satisfies DateOrder),
		decided: evidence === 0 ? either === 0 : !contradicts,
		themselves: dotted + years === days ? themselves : null
	} as const;
}

/**
 * How the days of a column are read: one order for all of its rows, which the unambiguous ones decide.
 * What contradicts them is not turned round, it cannot be read. `order` is the user's answer and always
 * wins. Numbers are Excel's serial days where the column is known to hold days (`isDate`), its heading
 * says so, or days stand beside them.
 */
export function dateReading(
	values: Iterable<string>,
	about: {
		order?: DateOrder | undefined;
		heading?: string;
		isDate?: boolean;
		/** ISO; two digits of a year mean none after the next one */
		today?: string;
	} = {}
): DateReading {
	const today = about.today ?? todayOf();
	const words = [...values].filter((word) => word !== '');
	const shown = shownBy(words, today);
	const order = about.order ?? shown.order;
	const numbers =
		about.isDate === true ||
		namesDay(about.heading ?? '') ||
		(shown.days > 0 && shown.days >= WRITTEN * words.length);
	const dayOf = (cell: string, found: WrittenDay | null): string | null => {
		if (!found) return numbers ? (serialDay(cell) ?? compactDay(cell)) : null;
		if (found.written === 'clear') return found.day;
		const { first, second, year } = found;
		if (first === second || order === 'day-first') return iso(year, second, first);
		return order === 'month-first' ? iso(year, first, second) : null;
	};
	const parse = (cell: string) => {
		const text = cell.trim();
		return dayOf(text, writtenDay(text, today));
	};
	const unread = () => words.filter((word) => parse(word) === null);
	const isOpen = (word: string) => order === null && writtenDay(word, today)?.written === 'open';
	return {
		order: order ?? shown.themselves,
		decided: about.order !== undefined || shown.decided,
		parse,
		// These look at every word once more, and most readers do not ask for them.
		get unreadable() {
			return unread().filter((word) => !isOpen(word));
		},
		get open() {
			return order === null ? unread().filter(isOpen) : [];
		}
	};
}
