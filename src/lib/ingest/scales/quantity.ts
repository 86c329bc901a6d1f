import { fold, spaced } from './fold';

/** What an answer with a number says: from where on, of what. */
type Quantity = { from: number; to?: number; unit: Unit | null; about: string; counted: boolean };
type Unit = 'time' | 'rate' | 'bytes' | 'money' | 'share' | 'area' | 'times';

/** Days in each span of time. */
const SPANS: readonly (readonly [RegExp, number])[] = [
	[/^(minuten?|min|mins?|minutes?)$/, 1 / 1440],
	[/^(stunden?|std|hours?|hrs?|h)$/, 1 / 24],
	[/^(tage?n?|days?)$/, 1],
	[/^(wochen?|weeks?)$/, 365 / 52],
	[/^(monate?n?|months?)$/, 365 / 12],
	[/^(quartale?n?|quarters?)$/, 365 / 4],
	[/^(jahre?n?|years?|yrs?)$/, 365]
];

const BYTES: readonly (readonly [RegExp, number])[] = [
	[/^kb$/, 1e3],
	[/^mb$/, 1e6],
	[/^gb$/, 1e9],
	[/^tb$/, 1e12]
];

const OTHER: readonly (readonly [Unit, RegExp])[] = [
	['money', /^(€|euro|eur|\$|usd|chf|£)$/],
	['share', /^(%|prozent|percent)$/],
	['area', /^(qm|m2|m²|quadratmetern?)$/],
	['times', /^(mal|times?|x)$/]
];

/** Days in the span that a word names; undefined where it names none. */
export const spanOf = (word: string): number | undefined =>
	SPANS.find(([one]) => one.test(word))?.[1];

/** Words that name a rate in one. */
const RATES: readonly (readonly [RegExp, number])[] = [
	[/\b(taeglich|daily|jeden tag|every day|each day)\b/g, 365],
	[/\b(woechentlich|weekly|jede woche|every week|each week)\b/g, 52],
	[/\b(monatlich|monthly|jeden monat|every month|each month)\b/g, 12],
	[/\b(quartalsweise|vierteljaehrlich|quarterly)\b/g, 4],
	[/\b(jaehrlich|yearly|annually|jedes jahr|every year)\b/g, 1]
];

const NUMBERS: readonly (readonly [number, RegExp])[] = [
	[1, /\b(eine?[mnrs]?|one|an?(?= (day|week|month|year|hour|minute)))\b/g],
	[2, /\b(zwei|two)\b/g],
	[3, /\b(drei|three)\b/g],
	[4, /\b(vier|four)\b/g],
	[5, /\b(fuenf|five)\b/g],
	[6, /\b(sechs|six)\b/g],
	[7, /\b(sieben|seven)\b/g],
	[8, /\b(acht|eight)\b/g],
	[9, /\b(neun|nine)\b/g],
	[10, /\b(zehn|ten)\b/g]
];

/** Words of number as figures: "einmal" is "1 mal". */
function inFigures(text: string): string {
	let written = ` ${text} `
		.replace(/\ban (?=\d|ein|zwei|drei)/g, ' ')
		.replace(/\bevery couple of (weeks|months)\b/g, ' 0.5 times per $1 ')
		.replace(/\b(times?|once|twice|days?) an? (day|week|month|year)\b/g, '$1 per $2')
		.replace(/\bonce\b/g, ' 1 times ')
		.replace(/\btwice\b/g, ' 2 times ')
		.replace(
			/\b(mehrmals|mehrere male|several times|multiple times|(a )?few times|oefters)\b/g,
			' 3 times '
		)
		.replace(/\b(ein|zwei|drei|vier|fuenf|sechs|sieben)(mal|-mal|- )/g, '$1 $2 ')
		.replace(/(\d)(x|mal)\b/g, '$1 $2 ');
	for (const [value, words] of NUMBERS) written = written.replace(words, ` ${value} `);
	return written.replace(/(\d)-(\s|mal)/g, '$1 $2');
}

/** A number as it is written, 1.500 or 25,000 as thousands. */
const valueOf = (written: string): number =>
	/^\d{1,3}([.,]\d{3})+$/.test(written)
		? Number(written.replace(/[.,]/g, ''))
		: Number(written.replace(',', '.'));

const BELOW =
	/\b(bis unter|weniger als|kuerzer als|juenger als|kleiner als|seltener als|less than|fewer than|younger than|shorter than|less often than|unter|under|below|bis zu|bis|up to|maximal|hoechstens|max)\s*[$€£]?\s*$|[<≤]=?\s*[$€£]?\s*$/;
const ABOVE =
	/\b(mehr als|laenger als|aelter als|groesser als|oefter als|haeufiger als|more than|longer than|older than|ueber|over|above)\s*[$€£]?\s*$|>\s*[$€£]?\s*$/;
const OR_LESS =
	/^\s*(oder|or|und|and)\s+(weniger|seltener|kuerzer|less|fewer|under|younger|juenger|less often)\b/;
const NOTHING =
	/^(nein,? )?(nie|niemals|noch nie|never|kein\w*|gar nicht|not at all|nein|no|none|null|ueberhaupt nicht)\b/;
const SELDOM = /^(ja,? )?(seltener|less often|rarer|selten|rarely|erst seit kurzem)\b/;
const SMALL_WORDS =
	/^(ja|yes|an?|die|der|den|dem|in|im|pro|per|je|each|every|the|und|and|oder|or|bis|to|seit|mehr|more|aelter|older|laenger|longer|oefter|weniger|less|unter|under|u|von|from|zwischen|between|mindestens|at|least|etwa|about|ca|ungefaehr|around|rund|ueber|over|als|than|von|of|bis|zu|fast|nahezu|beinahe|almost|nearly|up|below|above|maximal|hoechstens|max|seltener|fewer|kuerzer|groesser|old|alt|lang|long|only|nur|haeufiger|noch|ever|schon|above|higher|hoeher|often|whole|ganz)$/;

function stemmed(word: string): string {
	const shorter = word.length > 4 ? word.replace(/(en|e|n|s)$/, '') : word;
	return shorter === word ? word : stemmed(shorter);
}

/** What an answer with a number says; null where it has none, or another shape. */
export function quantityOf(label: string): Quantity | null {
	let text = inFigures(
		fold(spaced(label))
			.replace(/\S\s*\([^)]*\)\s*$/, (found) => found.charAt(0))
			.replace(/[()]/g, ' ')
	);
	let rate = 0;
	for (const [words, perYear] of RATES) {
		if (text.search(words) < 0) continue;
		rate = Math.max(rate, perYear);
		text = text.replace(words, ' # ');
	}
	const period =
		/\b(?:pro|im|in der|in|die|je|per|jede[nrs]?|each|every|the)\s+(tag|woche|monat|jahr|quartal|day|weeks?|month|year)\b/.exec(
			text
		);
	const numbers = [...text.matchAll(/\d+(?:[.,]\d+)*/g)];
	const money = OTHER.some(
		([unit, one]) => unit === 'money' && text.split(/[\s\d.,]+/).some((word) => one.test(word))
	);
	const short = SELDOM.test(text.trim());
	if (rate > 0) {
		const [many] = numbers;
		const nearly = /\b(fast|nahezu|beinahe|almost|nearly)\b/.test(text) ? 0.97 : 1;
		const fewer =
			BELOW.test(text.slice(0, text.indexOf('#'))) ||
			/(seltener|less often|less) (als|than)/.test(text)
				? 0.9
				: 1;
		const both = (text.match(/#/g)?.length ?? 0) > 1 ? 0.99 : 1;
		return {
			from: rate * (many ? valueOf(many[0]) : 1) * nearly * fewer * both,
			unit: 'rate',
			about: aboutOf(text),
			counted: true
		};
	}
	if (numbers.length === 0) {
		if (NOTHING.test(text.trim())) return { from: 0, unit: null, about: '', counted: false };
		return short ? { from: 1e-4, unit: null, about: '', counted: false } : null;
	}
	return counted(text, numbers, money ? null : period);
}

/** What is counted, without the words between. */
const aboutOf = (text: string): string =>
	[
		...new Set(
			text
				.replace(/\d+(?:[.,]\d+)*/g, ' ')
				.split(/[^\p{L}€$£%²]+/u)
				.filter((word) => word !== '' && !SMALL_WORDS.test(word))
				.filter((word) => spanOf(word) === undefined && !BYTES.some(([one]) => one.test(word)))
				.filter((word) => !OTHER.some(([, one]) => one.test(word)))
				.map(stemmed)
		)
	].join(' ');

function counted(
	text: string,
	numbers: readonly RegExpExecArray[],
	period: RegExpExecArray | null
): Quantity | null {
	const within = period ? (spanOf(period[1] ?? '') ?? 1) : 0;
	// The 1 of "einmal in 1 Woche" is the week's; alone, "1 Tag" is a day.
	const own = numbers.filter(
		({ index }) => !period || index < period.index || index > period.index + period[0].length
	);
	const rated = period !== null && own.length > 0;
	const [first, second] = rated ? own : numbers;
	if (!first || (rated ? own : numbers).length > 2) return null;
	// Telephone numbers and the like are no ranges.
	if (numbers.some(([one]) => /^0\d/.test(one))) return null;
	if (second) {
		const middle = text.slice(first.index + first[0].length, second.index);
		const range = /[-–—]|\b(bis|to|oder|or|und|and)\b/.test(middle);
		if (!range || valueOf(second[0]) < valueOf(first[0])) return null;
	}
	const before = text.slice(0, first.index);
	// A name with a number behind, "Haus 9", counts nothing.
	if (aboutOf(before) !== '') return null;
	const end = (second ?? first).index + (second ?? first)[0].length;
	const after = text.slice(end);
	const units = text.split(/[^\p{L}€$£%²\d]+/u).filter(Boolean);
	const unitAfter = (from: number) =>
		text
			.slice(from)
			.split(/[^\p{L}€$£%²]+/u)
			.find((word) => word !== '' && !SMALL_WORDS.test(word));
	let unit: Unit | null = null;
	let factor = 1;
	const word = unitAfter(first.index) ?? '';
	const span = spanOf(word);
	const size = BYTES.find(([one]) => one.test(word))?.[1];
	if (rated) {
		unit = 'rate';
		factor = 365 / within;
	} else if (span !== undefined) {
		unit = 'time';
		factor = span;
	} else if (size !== undefined) {
		unit = 'bytes';
		factor = size;
	} else unit = OTHER.find(([, one]) => units.some((each) => one.test(each)))?.[0] ?? null;
	const about = aboutOf(text);
	// Numbers of four digits and more with a word behind are more often names: postal codes with a town.
	if (about !== '' && numbers.some(([one]) => /^\d{4,}$/.test(one))) return null;
	const value = valueOf(first[0]) * factor;
	const edge = Math.max(value * 1e-6, 1e-6);
	const below = (BELOW.test(before) || OR_LESS.test(after)) && second === undefined;
	const above = ABOVE.test(before);
	const from = value + (below ? -edge : above ? edge : 0);
	return {
		from,
		...(second ? { to: valueOf(second[0]) * factor } : {}),
		unit,
		about,
		counted: true
	};
}
