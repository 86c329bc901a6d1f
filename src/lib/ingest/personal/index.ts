import { areAnswers, arePoints, areRepeated } from './answers';
import {
	areBirths,
	areDegrees,
	areNames,
	contentOf,
	LOOKS,
	shareOf,
	type Content
} from './content';
import { headingWords, IS_ID, isQuestion, MENTIONED, NAMED, NO_PERSON } from './headings';
import { nameLook } from './names';
import type { PersonalReason } from './reasons';
import { areNumbers, areUniqueTexts } from './unique';

export { isAnswer } from './answers';
export { isIban } from './content';
export type { PersonalReason } from './reasons';

/** Why a column must not be kept; `sure` where nothing else is likely, and a person need not be asked. */
export type PersonalFinding = { reason: PersonalReason; sure: boolean };

/** Of these, the heading says less than it seems: what the cells look like has to agree. */
const AGREES: Partial<Record<PersonalReason, (cell: string) => boolean>> = {
	postcode: (cell) => /^(?:D-)?\d{4,5}\b|^[A-Z]{1,2}\d/.test(cell),
	birth: (cell) => /\d/.test(cell),
	coordinates: (cell) => /\d|\./.test(cell)
};

/** What has to stand in most cells where a heading only mentions something. */
const MENTIONED_CELL: Partial<Record<PersonalReason, (cell: string) => boolean>> = {
	telephone: (cell) => (cell.match(/\d/g)?.length ?? 0) >= 5,
	email: (cell) => cell.includes('@'),
	birth: (cell) => /\d{1,2}\D+\d{1,2}\D+\d{2}/.test(cell),
	postcode: (cell) => /^\d{5}\b/.test(cell),
	address: (cell) => /\p{L}.*\d/u.test(cell),
	number: (cell) => /\d/.test(cell),
	coordinates: (cell) => /\d[.,]\d{3}/.test(cell),
	iban: (cell) => (cell.match(/\d/g)?.length ?? 0) >= 8
};

/** Headings that ask for names by that word, whatever the names look like. */
const ASKS_FOR_NAMES = /(^| )(vor|nach|familien|zu|full |first |last |sur)?namen?( |$)|wer wohnt/;

const FIGURE = /^-?\d{1,5}(?:[.,]\d{1,3})?$/;

/** What a heading names, where nothing else stands in it, and its cells do not say otherwise. */
function byName(heading: string, content: Content): PersonalReason | null {
	const words = headingWords(heading);
	const found = NAMED.find(([, pattern]) => pattern.test(words));
	if (!found || NO_PERSON.test(words)) return null;
	const [reason] = found;
	const agrees = AGREES[reason];
	return !agrees || content.cells === 0 || shareOf(content, agrees) > 0.5 ? reason : null;
}

/** What a heading mentions beside other words, where the cells look like it. */
function byMention(heading: string, content: Content): PersonalReason | null {
	const words = headingWords(heading);
	if (NO_PERSON.test(words) || content.cells === 0) return null;
	for (const [reason, pattern] of MENTIONED) {
		if (!pattern.test(words)) continue;
		const test = MENTIONED_CELL[reason];
		if (test && content.uniqueness > 0.3 && shareOf(content, test) > 0.5) return reason;
		if (reason === 'name' && namesAmong(words, content)) return reason;
		if (reason === 'sensitive' && !isQuestion(heading)) return reason;
	}
	return null;
}

/** Whether names stand below a heading that speaks of persons: by their look, or because it asks for them. */
function namesAmong(words: string, content: Content): boolean {
	const isName = (cell: string) => ['known', 'first', 'comma'].includes(nameLook(cell) ?? '');
	if (shareOf(content, isName) > 0.2) return true;
	const isShort = (cell: string) => cell.length <= 60 && !/^\d*$/.test(cell);
	return ASKS_FOR_NAMES.test(words) && content.uniqueness > 0.5 && shareOf(content, isShort) > 0.8;
}

/** What the cells give away by themselves. */
function byContent(content: Content, isPlace: boolean): PersonalReason | null {
	// Most columns of a survey are figures: they name nobody, and need no closer look.
	if (shareOf(content, (cell) => FIGURE.test(cell)) > 0.9) return null;
	for (const { reason, above, test } of LOOKS) if (shareOf(content, test) > above) return reason;
	if (!isPlace && areNames(content)) return 'name';
	if (areBirths(content)) return 'birth';
	return areDegrees(content) ? 'coordinates' : null;
}

/**
 * Whether a column may be personal, from its headings (its words, its code, the line above it) and from
 * all that stands in it; null if it is not. What stands in the cells decides: a question about the
 * telephone is answered on a scale, with yes and no or by ticks. `counts` are the cells that are not
 * empty, `rows` how many rows the table has.
 */
export function personalFinding(
	headings: readonly string[],
	counts: ReadonlyMap<string, number>,
	rows: number
): PersonalFinding | null {
	const content = contentOf(counts);
	const own = [...new Set(headings)].filter((heading) => heading.trim() !== '');
	const named = own.map((heading) => byName(heading, content)).find((reason) => reason !== null);
	// Flats and houses are numbered from one like the points of a scale.
	const isNumbered = (named === 'number' || named === 'address') && arePoints(counts);
	if (!isNumbered && areAnswers(counts, own)) return null;
	if (named && named !== 'sensitive') return { reason: named, sure: true };
	const words = own.map(headingWords);
	const isPlace = words.some((heading) => NO_PERSON.test(heading));
	const looks = byContent(content, isPlace);
	if (looks) return { reason: looks, sure: !['name', 'birth', 'postcode'].includes(looks) };
	if (named) return { reason: named, sure: false };
	const repeated = areRepeated(content);
	const mentioned = own.map((heading) => byMention(heading, content)).find(Boolean);
	if (mentioned && !(repeated && mentioned !== 'name')) return { reason: mentioned, sure: false };
	if (isPlace || words.some((heading) => IS_ID.test(heading))) return null;
	if (areNumbers(content)) return { reason: 'number', sure: false };
	const isOpen = own.some(isQuestion) || content.cells < rows / 4;
	return !isOpen && areUniqueTexts(content) ? { reason: 'unique', sure: false } : null;
}

/**
 * Why a column must not be kept, from its heading and some of its cells; null if it may. What is only
 * likely because hardly a cell is there twice needs the whole column.
 */
export function personalReason(heading: string, values: readonly string[]): PersonalReason | null {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	const found = personalFinding([heading], counts, values.length);
	const isLikely = found?.reason === 'unique' || (found?.reason === 'number' && !found.sure);
	return isLikely ? null : (found?.reason ?? null);
}
