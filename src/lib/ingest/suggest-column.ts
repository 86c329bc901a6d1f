import type { Scale } from '../domain';
import type { Field } from './codebooks';
import { answersOf, missingOf, withAbsent } from './answers';
import { declaredScale } from './declared-scale';
import type { Format, Heading } from './formats';
import { fitting, GROUPS, type Kind } from './kinds';
import { AGE_BANDS, BORN, type ColumnMapping, type Role } from './mapping';
import { multipleScale } from './multiple';
import { personalFinding } from './personal';
import { nominalScale, recogniseAnswers, recogniseScale } from './scales/recognise';
import { unpointed } from './scales/suggestion';
import { optionsIn } from './delimited-answers';
import { sum } from './columns';
import { columnValues, type TextTable } from './table';
import { suggestTopic } from './topics';
import { ANONYMISED_DATE, dateReading, numberReading, parseNumber } from './values';
import { isNonSubstantive } from './words';
import { maybeYoung } from './kinds/young';

/** More different answers than this are words, numbers or names, not the points of a scale. */
const MOST_CATEGORIES = 15;

/** Headings of years of birth, and such years. */
const BIRTH_YEAR = /geburtsjahr|jahrgang|birth ?year|year of birth/i;
const YEAR = /^(19|20)\d\d$/;

function suggestGroup(
	base: ColumnMapping,
	heading: Heading,
	distinct: string[]
): ColumnMapping | null {
	const isYear = distinct.filter((word) => YEAR.test(word)).length > distinct.length / 2;
	if (isYear && BIRTH_YEAR.test(`${heading.text} ${heading.code}`))
		return { ...base, role: 'demography', evidence: ['heading'], ...BORN };
	const fit = fitting(heading.text, heading.code);
	const known = GROUPS.map((field) => ({ field, fit: fit(field) }))
		.filter(({ fit }) => fit > 0)
		.sort((a, b) => b.fit - a.fit)[0];
	if (!known || distinct.length < 2) return null;
	const years = distinct.every((value) => parseNumber(value, 'english') !== null);
	const { group } = known.field;
	const proposed = { ...base, role: 'demography', group, evidence: ['heading'] } as const;
	if (distinct.length <= MOST_CATEGORIES) return { ...proposed, evidence: [...proposed.evidence] };
	return group === 'age' && years
		? { ...proposed, evidence: [...proposed.evidence], bands: AGE_BANDS }
		: null;
}

/** Options that share cells, and what stands between them: as the tool writes it, or as people do. */
export function suggestSeveral(
	counts: ReadonlyMap<string, number>,
	own: string | undefined
): { scale: Scale; delimiter: string } | null {
	const apart = [...counts.keys()].filter(isNonSubstantive);
	const answers = new Map([...counts].filter(([value]) => !isNonSubstantive(value)));
	for (const delimiter of own ? [own] : [';', ', ', '|']) {
		const options = optionsIn(answers, delimiter);
		if (options) return { scale: multipleScale(options, apart), delimiter };
	}
	return null;
}

/** Whether the codebook declares a day, a moment or a time. */
const isTime = (field: Field | undefined): boolean =>
	['date', 'datetime', 'time'].includes(field?.type ?? '');

/** Headings under which people write what they like. */
const OWN_WORDS =
	/anmerkung|bemerkung|kommentar|hinweise|vorschl[aä]ge|verbesser|remarks?|comments?|suggestions?/i;

/** So many different answers are no small sample of a scale. */
const MANY = 10;

/** Whether answers are what people wrote: nobody says the same twice, however much it sounds like a scale. */
function isWritten(
	{ text }: Heading,
	counts: ReadonlyMap<string, number>,
	distinct: string[]
): boolean {
	if (sum(counts.values()) > distinct.length || isNumeric(distinct)) return false;
	return distinct.length >= MANY || OWN_WORDS.test(text);
}

/** What a column of a survey is, where no field claims it: an item, a group, free text, or nothing. */
function suggestSurveyColumn(
	base: ColumnMapping,
	heading: Heading,
	table: TextTable,
	{ missing, delimiter }: Format,
	field: Field | undefined
): ColumnMapping {
	const { counts, distinct, absent } = answersOf(table, base.index, missingOf(missing, field));
	if (counts.size === 0) return { ...base, role: 'ignored' };
	const group = suggestGroup(base, heading, distinct);
	if (group) return group;
	const days = dateReading(distinct, { heading: heading.text });
	if (isTime(field) || days.unreadable.length === 0) return { ...base, role: 'timing' };

	const item = (scale: Scale) => ({
		code: heading.code,
		text: heading.text,
		topic: suggestTopic(heading.text),
		...(heading.group ? { group: heading.group } : {}),
		scale: withAbsent(scale, absent)
	});
	const shared = field?.['quartierspiegel:delimiter'];
	if (shared !== undefined && field?.categories) {
		const options = field.categories.map(({ value }) => value);
		const scale = multipleScale(options, []);
		const evidence = ['declared' as const];
		return { ...base, role: 'item', item: item(scale), delimiter: shared, evidence };
	}
	const declared = declaredScale(heading.text, field, distinct);
	const numbers = numberReading(counts);
	// Numbers in a unit are amounts, however few of them there are.
	const amounts = numbers.numeric && numbers.unit !== null && numbers.unreadable.length === 0;
	const tooMany = distinct.length > 2000 && !isNumeric(distinct);
	const suggestion =
		declared ?? (tooMany || amounts ? null : recogniseAnswers(heading.text, counts));
	const written = isWritten(heading, counts, distinct);
	if (suggestion && (suggestion.certain || !written)) {
		const { scale, certain, evidence = [] } = suggestion;
		return { ...base, role: 'item', item: item(scale), certain, evidence };
	}
	if (numbers.numeric) {
		// Units, and the odd cell that is none: it is a finding at its row, not the end of the column.
		const evidence = ['values' as const];
		return { ...base, role: 'item', item: item(unpointed('numeric', [], [], true)), evidence };
	}
	const several = suggestSeveral(counts, delimiter);
	if (several) {
		// Options hold commas, but no semicolons: those of Microsoft Forms are sure.
		const certain = delimiter === ';';
		const scale = { ...several.scale, settled: certain };
		const evidence = [certain ? ('tool' as const) : ('values' as const)];
		return {
			...base,
			role: 'item',
			item: item(scale),
			delimiter: several.delimiter,
			certain,
			evidence
		};
	}
	const isRow = heading.group !== undefined;
	const again = sum(counts.values()) > distinct.length;
	if (distinct.length <= MOST_CATEGORIES && (isRow || again)) {
		// Words without an order that anybody knows: a question, until a person says that it is a group.
		const scale = { ...nominalScale(distinct), settled: false };
		return { ...base, role: 'item', item: item(scale), certain: false, evidence: ['values'] };
	}
	return { ...base, role: 'text' };
}

const isNumeric = (values: string[]): boolean =>
	values
		.slice(0, 50)
		.every(
			(value) => parseNumber(value, 'english') !== null || parseNumber(value, 'german') !== null
		);

/** Roles that hold days. */
const DAYS: ReadonlySet<string> = new Set<Role>([
	'date',
	'closed',
	'advised',
	'entitled',
	'applied',
	'decided',
	'granted',
	'since',
	'until',
	'from',
	'to'
]);

/** The column in a role that its heading names; of days, the order of which nothing decides, a person is asked. */
function inRole(base: ColumnMapping, role: Role, heading: Heading, distinct: string[]) {
	const evidence = [heading.role ? ('tool' as const) : ('heading' as const)];
	const isDay = DAYS.has(role);
	const certain = !isDay || dateReading(distinct, { heading: heading.text, isDate: true }).decided;
	// Which target groups are young is suggested, and holds once a person has confirmed it.
	if (role === 'targetGroup')
		return { ...base, role, young: maybeYoung(distinct), certain: false, evidence };
	return { ...base, role, certain, evidence };
}

/** Whether the answers are points of an order: a rating, and not the names of places. */
const isRating = ({ text }: Heading, distinct: readonly string[]): boolean =>
	recogniseScale(text, distinct)?.scale.kind === 'ordinal';

/** Roles whose cells are names of places, offers and partners, which are no persons. */
const NAMES_NO_PERSON: ReadonlySet<string> = new Set([
	'quartier',
	'meetingPlace',
	'partner',
	'title'
]);

/** What a column is, by itself: what may be personal first, then what its heading names, then what stands in it. */
export function suggestColumn(
	kind: Kind,
	heading: Heading,
	index: number,
	role: string | undefined,
	table: TextTable,
	format: Format,
	field: Field | undefined
): ColumnMapping {
	const base: ColumnMapping = { index, heading: heading.heading, role: 'ignored', certain: true };
	const counts = columnValues(table, index);
	const distinct = [...counts.keys()];
	if (heading.role === 'token')
		return { ...base, role: 'dropped', dropped: 'token', certain: false, evidence: ['tool'] };
	// A codebook may word a column as it likes; what its own heading says counts as well.
	const names = [heading.text, heading.row ?? '', heading.code, heading.heading];
	const harmless = kind !== 'survey' && kind !== 'supportCase' && NAMES_NO_PERSON.has(role ?? '');
	const personal = harmless ? null : personalFinding(names, counts, table.lines.length);
	// Numbers of sheets and cases become pseudonyms.
	const isId = heading.role === 'id' || role === 'id' || role === 'case' || role === 'cluster';
	const isNumber = personal?.reason === 'number' || personal?.reason === 'unique';
	if (personal && !(isId && isNumber))
		return {
			...base,
			role: 'dropped',
			dropped: personal.reason,
			certain: false,
			evidence: ['values']
		};
	if (heading.role) {
		const undated =
			heading.role === 'date' && distinct.every((value) => value.startsWith(ANONYMISED_DATE));
		return inRole(base, undated ? 'ignored' : heading.role, heading, distinct);
	}
	const claims = role && !(role === 'quartier' && kind === 'survey' && isRating(heading, distinct));
	if (claims) return inRole(base, role as Role, heading, distinct);
	if (kind === 'survey') return suggestSurveyColumn(base, heading, table, format, field);
	if (kind === 'supportCase') return suggestGroup(base, heading, distinct) ?? base;
	return base;
}
