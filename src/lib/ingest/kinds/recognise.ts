import { isAnswer } from '../personal';
import { dateReading, namesDay } from '../values';
import { normalise } from '../words';
import { CASE_FIELDS } from './cases';
import { fitting } from './fields';
import { statusOf } from './status';
import { detectKind, type Kind } from './kinds';

/** A column as it is judged: what stands above it, and its cells with how often each is there. */
type ColumnWords = { heading: string; code: string; counts: ReadonlyMap<string, number> };

/** `sure` where nothing has to be asked. */
export type RecognisedKind = { kind: Kind; sure: boolean };

const total = (counts: ReadonlyMap<string, number>): number =>
	[...counts.values()].reduce((sum, count) => sum + count, 0);

/** Whether most cells of a column say that something is open or closed, and not all the same. */
export function looksLikeStatus(counts: ReadonlyMap<string, number>): boolean {
	if (counts.size < 2 || counts.size > 12) return false;
	let said = 0;
	const ways = new Set<string>();
	for (const [cell, count] of counts) {
		const status = statusOf(cell);
		if (status === null) continue;
		said += count;
		ways.add(status);
	}
	return ways.size === 2 && said > 0.5 * total(counts);
}

const QUESTION =
	/\?|^(wie|wo|was|haben|sind|how|what|do|does|are) |zufrieden|satisf|^\p{L}{1,3}\d{1,3}(\b|_)/iu;

/** Whether people answered in a column: words of degree, points of a scale, yes and no. */
function looksLikeAnswers({ heading, code, counts }: ColumnWords): boolean {
	if (counts.size === 0 || counts.size > 15) return false;
	const cells = total(counts);
	const said = [...counts].reduce((sum, [cell, n]) => sum + (isAnswer(cell) ? n : 0), 0);
	const asks = QUESTION.test(heading) || QUESTION.test(code);
	// A column of numbers may count something; one of words of degree is an answer by itself.
	const worded = [...counts.keys()].some((cell) => !/^\d*$/.test(cell));
	return said > 0.7 * cells && (asks || (worded && counts.size >= 3));
}

/** So many different cells tell whether a column holds days. */
const TELLING = 500;

function* take<T>(from: Iterable<T>, count: number): Generator<T> {
	let left = count;
	for (const one of from) {
		if (left-- <= 0) return;
		yield one;
	}
}

const isDay = ({ heading, counts }: ColumnWords): boolean => {
	if (counts.size === 0) return namesDay(heading);
	// The first of them tell; a column of hundreds of thousands would only take longer.
	const words = [...take(counts.keys(), TELLING)];
	const { unreadable } = dateReading(words, { heading });
	return unreadable.length <= 0.2 * words.length;
};

const CLOSING =
	/geschlossen|abgeschlossen|abschluss|beendet|erledigt|ende\b|closed|resolved|completed|finished/;
const CATEGORY =
	/^(kategorie|kategorien|fallart|meldungsart|art (des|der) (falles|anliegens|meldung)|anliegen|betreff|category|case type|issue type)\b/;

/** What of a case list is there, by headings and by cells. */
function signsOfCases(columns: readonly ColumnWords[]) {
	const named = (role: string, column: ColumnWords) => {
		const field = CASE_FIELDS.find((one) => one.role === role);
		return field !== undefined && fitting(column.heading, column.code)(field) >= 2;
	};
	const days = columns.filter(isDay);
	const closed = days.some((one) => named('closed', one) || CLOSING.test(normalise(one.heading)));
	const categories = ['area', 'topic', 'access', 'workform', 'outcome', 'reason'];
	return {
		opened: days.length > (closed ? 1 : 0),
		closed,
		status: columns.some(({ counts }) => looksLikeStatus(counts)),
		category: columns.some(
			(one) =>
				one.counts.size <= 60 &&
				(CATEGORY.test(normalise(one.heading)) || categories.some((role) => named(role, one)))
		),
		number: columns.some((one) => /fall|vorgang|ticket|aktenzeichen|\bcase\b/i.test(one.heading))
	};
}

/**
 * What a file holds, from its headings and from what stands below them. Case lists are known by their
 * days, status and category, whatever their columns are called. A survey has answers: where none are
 * found, it is not assumed, and `sure` is false.
 */
export function recogniseKind(columns: readonly ColumnWords[]): RecognisedKind {
	const kind = detectKind(columns);
	const answers = columns.filter(looksLikeAnswers).length;
	if (kind !== 'survey') return { kind, sure: kind !== 'supportCase' || answers <= 3 };
	const { opened, closed, status, category, number } = signsOfCases(columns);
	const signs = [opened, closed, status, category, number].filter(Boolean).length;
	if (opened && (closed || status) && signs >= 3 && signs > answers)
		return { kind: 'supportCase', sure: signs >= 4 && answers <= 1 };
	return { kind, sure: answers > 0 };
}
