import type { Scale } from '../domain';
import type { Field } from './codebooks';
import { answersOf, missingOf, withAbsent } from './answers';
import { declaredScale } from './declared-scale';
import type { Format, Heading } from './formats';
import { GROUPS, fits, type Kind } from './kinds';
import type { ColumnMapping } from './mapping';
import { multipleScale } from './multiple';
import { personalReason } from './personal';
import { nominalScale, recogniseAnswers, recogniseScale } from './scales/recognise';
import { optionsIn } from './several';
import { sum } from './columns';
import { columnValues, firstCells, type TextTable } from './table';
import { suggestTopic } from './topics';
import { ANONYMISED_DATE, parseDate, parseNumber } from './values';
import { isNonSubstantive } from './words';

/** More different answers than this are words, numbers or names, not the points of a scale. */
const MOST_CATEGORIES = 15;

const AGE_BANDS = [30, 45, 65];

function suggestGroup(
	base: ColumnMapping,
	heading: Heading,
	distinct: string[]
): ColumnMapping | null {
	const known = GROUPS.map((field) => ({ field, fit: fits(field, heading.text, heading.code) }))
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
	if (isTime(field) || distinct.every((value) => parseDate(value) !== null))
		return { ...base, role: 'timing' };

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
	const suggestion =
		declaredScale(heading.text, field, distinct) ??
		(distinct.length > 2000 && !isNumeric(distinct)
			? null
			: recogniseAnswers(heading.text, counts));
	// What nobody says twice is what people wrote, however much it sounds like a scale.
	const written = sum(counts.values()) === distinct.length && !isNumeric(distinct);
	if (suggestion && (suggestion.certain || !written)) {
		const { scale, certain, evidence = [] } = suggestion;
		return { ...base, role: 'item', item: item(scale), certain, evidence };
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
	if (distinct.length <= MOST_CATEGORIES && (isRow || !written)) {
		// Words without an order that anybody knows: a question, until a person says that it is a group.
		const scale = { ...nominalScale(distinct), settled: false };
		return { ...base, role: 'item', item: item(scale), certain: false, evidence: ['values'] };
	}
	return { ...base, role: 'text' };
}

/** Whether the answers are the words of a known scale. */
const isScaled = (heading: Heading, distinct: string[]): boolean => {
	if (distinct.length < 2 || distinct.length > MOST_CATEGORIES) return false;
	const suggestion = recogniseScale(heading.text, distinct);
	return suggestion?.certain === true && suggestion.scale.kind === 'ordinal';
};

const isNumeric = (values: string[]): boolean =>
	values
		.slice(0, 50)
		.every(
			(value) => parseNumber(value, 'english') !== null || parseNumber(value, 'german') !== null
		);

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
	const distinct = [...columnValues(table, index).keys()];
	if (heading.role === 'token')
		return { ...base, role: 'dropped', dropped: 'token', certain: false, evidence: ['tool'] };
	const some = firstCells(table, index, 500);
	// A codebook may word a column as it likes; what its own heading says counts as well.
	const reason =
		personalReason(heading.text, some) ??
		personalReason(heading.code, []) ??
		personalReason(heading.heading, []);
	// What is answered on a scale asks about the telephone, it does not hold a number; and the names
	// of Quartiere, and those of meeting places, partners and events are no persons either.
	const named = ['quartier', 'treff', 'partner', 'title'].includes(role ?? '');
	const harmless = isScaled(heading, distinct) || (kind !== 'survey' && kind !== 'cases' && named);
	if (reason && !harmless) return { ...base, role: 'dropped', dropped: reason, certain: false };
	if (heading.role) {
		const undated =
			heading.role === 'date' && distinct.every((value) => value.startsWith(ANONYMISED_DATE));
		return { ...base, role: undated ? 'ignored' : heading.role };
	}
	if (
		role &&
		!(
			role === 'quartier' &&
			kind === 'survey' &&
			recogniseScale(heading.text, distinct)?.scale.kind === 'ordinal'
		)
	) {
		return { ...base, role: role as ColumnMapping['role'] };
	}
	if (kind === 'survey') return suggestSurveyColumn(base, heading, table, format, field);
	if (kind === 'cases') return suggestGroup(base, heading, distinct) ?? base;
	return base;
}
