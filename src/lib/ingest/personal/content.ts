import { dateReading } from '../values';
import { nameLook } from './names';
import type { PersonalReason } from './reasons';

const EMAIL =
	/[^\s@<>(),;:]+\s?(?:@|[([{]\s?(?:at|ät|@)\s?[)\]}]|\sat\s)\s?[^\s@<>(),;:]+(?:\.|\s?[([{]\s?(?:dot|punkt)\s?[)\]}]\s?)[a-z]{2,}\b/i;
const IPV4 = /^(\d{1,3}\.){3}\d{1,3}(:\d+)?$/;
/** With seven colons or a double one: a time of day has two. */
const IPV6 = /^(?=.*::|(?:[^:]*:){7})[\da-f:]{3,39}(%\w+)?$/i;
const TELEPHONE =
	/^(?:[\p{L}. ]{0,12}:? ?)?(?:\+|00|\(?0)\d?[\d\s/().–-]{5,}\d(?: ?\(.*\)| [\p{L}].{0,20})?$/u;
const STREET =
	/^(?:[A-ZÄÖÜ][\p{L}.\- ]*(?:straße|strasse|str\.?|weg|allee|platz|ring|gasse|damm|ufer|stieg|street|road|lane|avenue|pfad|chaussee|markt|hof)|(?:Am|An der|An den|Im|In der|In den|Auf dem|Auf der|Zum|Zur|Unter den|Alte[rs]?|Große[rs]?|Kleine[rs]?) [\p{L}.\- ]+) ?\d+ ?[a-z]?(?: ?[-/+] ?\d+ ?[a-z]?)?(?:,.*)?$/iu;
const NUMBER_STREET =
	/^\d+[a-z]? [A-Z]\p{L}+ (?:street|road|lane|avenue|st|rd|ave|drive|close|way|court)\b/iu;
/** Floor and side: within a house, that is one flat. */
const FLAT =
	/^(?:whg\.?|we|wohnung|flat|apt\.?)? ?(?:(?:eg|dg|kg|ug|hp|sout\.?|\d{1,2}\. ?(?:og|etage|stock|obergeschoss)|(?:erd|dach|ober)geschoss)[ ,/-]{1,3}(?:links?|rechts?|mitte|l\.?|r\.?|m\.?|li\.?|re\.?|mi\.?|vorne?|hinten|left|right)|(?:links?|rechts?|mitte),? (?:eg|dg|\d{1,2}\. ?(?:og|etage|stock)))$/i;
const NUMBER = '-?\\d{1,3}\\.\\d{2,}';
const COORDINATES: readonly RegExp[] = [
	new RegExp(
		`^[([]?\\s*${NUMBER}\\s*[,; ]\\s*${NUMBER}(?:\\s*[,; ]\\s*-?[\\d.]+){0,2}\\s*[)\\]]?$`
	),
	/^[([]?\s*-?\d{1,3},\d{3,}\s*[; /]\s*-?\d{1,3},\d{3,}\s*[)\]]?$/,
	/^(?:srid=\d+;)?(?:multi)?(?:point|polygon|linestring) ?z?m? ?\(/i,
	/\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['’′]/,
	/^[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}(?: .*)?$/i,
	/^(?:\/{3})?\p{Ll}{3,}\.\p{Ll}{3,}\.\p{Ll}{3,}$/u,
	/^geo:-?\d/i,
	/"type"\s*:\s*"Point"/
];
/** As German plates are written: district, letters, digits, `E` or `H` behind them. */
const PLATE = /^[A-ZÄÖÜ]{1,3}[- ][A-Z]{1,2} ?\d{1,4} ?[EH]?$/;
const PARAMETERS = /^https?:\/\/\S+[?&][\w.-]+=\S+$/i;
const ADDRESS_OF_PAGE = /^(?:https?:\/\/|www\.)\S+$/i;
const UUID = /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i;
const HEX = /^(?=.*\d)(?=.*[a-f])[\da-f]{16,}$/i;
const POSTCODE = /^(?:(?:D|A|CH)-)?\d{5} \p{Lu}[\p{L} .()-]+$|^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/u;
const TITLED =
	/(?<!\p{L})(?:Frau|Herrn?|Hr\.|Fr\.|Familie|Fam\.|Eheleute|Mr\.?|Mrs\.?|Ms\.?) (?:Dr\. )?\p{Lu}\p{Ll}+/u;

/** An IBAN whose check digits are right (ISO 13616: the rest of 97 is 1). */
export function isIban(text: string): boolean {
	const iban = text.replace(/\s/g, '').toUpperCase();
	if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
	const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => parseInt(sign, 36)).join('');
	let rest = 0;
	for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
	return rest === 1;
}

const holdsIban = (text: string): boolean =>
	isIban(text) ||
	(text.match(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g) ?? []).some((found) => isIban(found));

/** A telephone number has seven digits or more, and is neither a day nor a sum. */
const isTelephone = (text: string): boolean =>
	TELEPHONE.test(text) &&
	(text.match(/\d/g)?.length ?? 0) >= 7 &&
	!/^\d{1,2}([./-])\d{1,2}\1\d{2,4}\b|^\d+[.,]\d+$/.test(text);

/** What a cell gives away, from the share of cells of a column on that look so. */
export const LOOKS: readonly {
	reason: PersonalReason;
	above: number;
	test: (cell: string) => boolean;
}[] = [
	{ reason: 'email', above: 0.2, test: (cell) => EMAIL.test(cell) },
	{ reason: 'iban', above: 0.2, test: holdsIban },
	{ reason: 'ip', above: 0.5, test: (cell) => IPV4.test(cell) || IPV6.test(cell) },
	{ reason: 'url', above: 0.2, test: (cell) => PARAMETERS.test(cell) },
	{ reason: 'url', above: 0.5, test: (cell) => ADDRESS_OF_PAGE.test(cell) },
	{ reason: 'token', above: 0.5, test: (cell) => UUID.test(cell) || HEX.test(cell) },
	{
		reason: 'coordinates',
		above: 0.5,
		test: (cell) => COORDINATES.some((form) => form.test(cell))
	},
	{ reason: 'address', above: 0.5, test: (cell) => STREET.test(cell) || NUMBER_STREET.test(cell) },
	{ reason: 'address', above: 0.5, test: (cell) => FLAT.test(cell) },
	{ reason: 'plate', above: 0.8, test: (cell) => PLATE.test(cell) },
	{ reason: 'telephone', above: 0.5, test: isTelephone },
	{ reason: 'postcode', above: 0.5, test: (cell) => POSTCODE.test(cell) },
	{ reason: 'name', above: 0.2, test: (cell) => TITLED.test(cell) }
];

/** What stands in a column: words to be looked at, in how many cells they are, and how alike all of its cells are. */
export type Content = {
	counts: ReadonlyMap<string, number>;
	cells: number;
	/** different cells by cells, 0 to 1: 1 where none is there twice */
	uniqueness: number;
};

/** So many words tell what a column is; more of them would only take longer. */
const LOOKED_AT = 2000;

/** A column by its words: all of them, or some from its beginning to its end. */
export function contentOf(all: ReadonlyMap<string, number>): Content {
	const words = [...all];
	const step = Math.ceil(words.length / LOOKED_AT) || 1;
	const some = step === 1 ? words : words.filter((_, at) => at % step === 0);
	const cellsOf = (of: readonly (readonly [string, number])[]) =>
		of.reduce((total, [, count]) => total + count, 0);
	const total = cellsOf(words);
	return {
		counts: step === 1 ? all : new Map(some),
		cells: step === 1 ? total : cellsOf(some),
		uniqueness: total === 0 ? 0 : words.length / total
	};
}

/** The share of the cells that pass a test; each word is tested once. */
export function shareOf({ counts, cells }: Content, test: (cell: string) => boolean): number {
	let passed = 0;
	for (const [cell, count] of counts) if (test(cell)) passed += count;
	return cells === 0 ? 0 : passed / cells;
}

/** Whether most cells are names of persons, by first names that are known or by their form where hardly one is there twice. */
export function areNames(content: Content): boolean {
	const looks = { known: 0, comma: 0, words: 0, first: 0 };
	for (const [cell, count] of content.counts) {
		const look = nameLook(cell);
		if (look) looks[look] += count / content.cells;
	}
	const full = looks.known + looks.comma + looks.words;
	if (full > 0.5 && looks.known >= 0.25) return true;
	if (looks.first > 0.6 && content.counts.size >= 3) return true;
	return (
		looks.comma > 0.7 && content.uniqueness > 0.8 && content.cells >= 5 && !sharesWords(content)
	);
}

/** Whether the parts between commas come again and again, as answers do of which several were chosen. */
function sharesWords({ counts }: Content): boolean {
	const parts = [...counts.keys()].flatMap((cell) => cell.split(/, ?/));
	return new Set(parts).size < parts.length / 2;
}

/** Whether the cells are days on which people who answer were born: over decades, none of them of late. */
export function areBirths(content: Content, thisYear = new Date().getUTCFullYear()): boolean {
	if (content.uniqueness < 0.3 || content.cells < 5) return false;
	const { parse } = dateReading(content.counts.keys(), { order: 'day-first' });
	const years: number[] = [];
	for (const cell of content.counts.keys()) {
		const day = parse(cell);
		if (day !== null) years.push(Number(day.slice(0, 4)));
	}
	if (years.length < 0.8 * content.counts.size) return false;
	years.sort((a, b) => a - b);
	const [first, middle, last] = [years[0]!, years[years.length >> 1]!, years.at(-1)!];
	return last - first >= 20 && last <= thisYear - 10 && middle < 1995;
}

/** Degrees with many decimals within a few of each other, where people live here: latitudes or longitudes by themselves. */
export function areDegrees(content: Content): boolean {
	if (content.cells < 5 || content.uniqueness < 0.3) return false;
	if (shareOf(content, (cell) => /^\d{1,2}[.,]\d{4,}$/.test(cell)) < 0.9) return false;
	const degrees = [...content.counts.keys()].map((cell) => Number(cell.replace(',', '.')));
	const [low, high] = [Math.min(...degrees), Math.max(...degrees)];
	return high - low < 2 && ((low >= 45 && high <= 56) || (low >= 5.5 && high <= 17.5));
}
