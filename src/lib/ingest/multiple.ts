import type { Scale } from '../domain';
import { batteryOf } from './batteries';
import { confirmed } from './confirm';
import type { Heading } from './formats';
import type { ColumnMapping } from './mapping';
import { columnValues, type TextTable } from './table';
import { suggestTopic } from './topics';
import { isNonSubstantive, normalise } from './words';

/** Cells that say that an option was chosen, and that it was not. */
export type Ticks = { yes: readonly string[]; no: readonly string[] };

/** Words that say of an option whether it was chosen, and nothing else. */
const CHOSEN = [
	...'gewählt ausgewählt genannt angekreuzt'.split(' '),
	...'checked selected quoted mentioned ticked'.split(' ')
];
const NOT_CHOSEN = [
	...CHOSEN.flatMap((word) => [`nicht ${word}`, `not ${word}`]),
	...'unchecked unticked unselected'.split(' ')
];

const TICKS: Ticks = {
	yes: [...'ja yes y j x 1 true wahr ✓'.split(' '), ...CHOSEN],
	no: [...'nein no n 0 false falsch'.split(' '), ...NOT_CHOSEN]
};

/** Whether cells speak of choosing, as no answer to a question of its own does. */
const speaksOfChoosing = (answers: readonly string[]): boolean =>
	answers.every((answer) => [...CHOSEN, ...NOT_CHOSEN].includes(normalise(answer)));

/** The scale of a question to which several answers can be chosen. */
export const multipleScale = (options: readonly string[], nonSubstantive: string[]): Scale => ({
	id: 'multiple',
	kind: 'multiple',
	points: 0,
	labels: [...options],
	titles: {},
	topBox: [],
	direction: 'none',
	nonSubstantive,
	settled: true
});

/** Different cells that say yes or no: as words, as codes, and those of no answer. */
const MOST_TICKS = 4;

type Spread = { column: ColumnMapping; heading: Heading; answers: string[] };

/** Whether columns are ticked by a number of their own each: 1 in the first, 2 in the second. */
function byOwnNumber(spread: readonly Spread[]): boolean {
	const numbers = spread.flatMap(({ answers }) => answers);
	const isNumber = numbers.every((answer) => /^\d{1,3}$/.test(answer));
	return isNumber && numbers.length > 1 && new Set(numbers).size === numbers.length;
}

/** What a column of a question says, if all its cells say yes or no to one option; else null. */
function optionOf(
	{ heading, answers }: Spread,
	named: { question: string; label: string },
	ticks: Ticks,
	ownNumber: boolean
): NonNullable<ColumnMapping['option']> | null {
	const { chosen } = heading;
	if (chosen) {
		const yes = answers.filter((answer) => chosen.includes(answer));
		return { ...named, yes, no: answers.filter((answer) => !chosen.includes(answer)) };
	}
	if (ownNumber && answers.length <= 1) return { ...named, yes: answers, no: [] };
	const own = normalise(heading.row ?? '');
	const says = (words: readonly string[]) =>
		answers.filter((answer) => words.includes(normalise(answer)));
	const no = says(ticks.no);
	const yes = answers.filter(
		(answer) => ticks.yes.includes(normalise(answer)) || (own !== '' && normalise(answer) === own)
	);
	return yes.length + no.length === answers.length ? { ...named, yes, no } : null;
}

/** Names of the options: what each column is about, or its heading where two are about the same. */
function labelsOf(spread: readonly Spread[]): string[] {
	const rows = spread.map(({ heading }) => heading.row ?? '');
	const distinct = new Set(rows.filter((row) => row !== ''));
	return distinct.size === rows.length ? rows : spread.map(({ heading }) => heading.heading);
}

function asMultiple(
	spread: readonly Spread[],
	ticks: Ticks
): { columns: ColumnMapping[]; alone: boolean } | null {
	const labels = labelsOf(spread);
	const first = spread[0]?.heading;
	const group = first && batteryOf(first);
	const text = first?.question || group || '';
	const absent = spread.map(({ answers }) => answers.filter(isNonSubstantive));
	const substantive = spread.map((one) => ({
		...one,
		answers: one.answers.filter((answer) => !isNonSubstantive(answer))
	}));
	const ownNumber = byOwnNumber(substantive);
	const options = substantive.map((one, index) =>
		optionOf(one, { question: text, label: labels[index] ?? '' }, ticks, ownNumber)
	);
	if (!options.every((option) => option !== null)) return null;
	if (!options.some((option) => option.yes.length > 0)) return null;
	// A list of yes and no may as well be an array of questions; what is ticked, or says “chosen”, is surely none.
	const alone =
		options.every((option) => option.no.length === 0) ||
		substantive.every(({ answers }) => speaksOfChoosing(answers));
	const certain = alone || first?.several === true;
	const scale = { ...multipleScale(labels, [...new Set(absent.flat())]), settled: certain };
	const columns = spread.map(({ column, heading }, index): ColumnMapping => ({
		index: column.index,
		heading: column.heading,
		role: 'item',
		certain,
		evidence: [first?.several ? 'tool' : 'values'],
		...(group === undefined ? {} : { battery: group }),
		option: options[index]!,
		item: {
			code: heading.code,
			text: heading.text,
			topic: suggestTopic(text),
			group: group ?? '',
			scale
		}
	}));
	return { columns, alone };
}

/** Columns by the battery they belong to, with their answers; those that hold free text or nobody may keep are left. */
function spreadBy(
	columns: readonly ColumnMapping[],
	headings: readonly Heading[],
	table: TextTable,
	missing: readonly string[]
): Spread[][] {
	const questions = new Map<string, Spread[]>();
	columns.forEach((column, index) => {
		const heading = headings[index];
		const battery = heading && batteryOf(heading);
		if (!heading || battery === undefined || heading.role) return;
		if (column.role === 'dropped') return;
		const answers = [...columnValues(table, index).keys()].filter((one) => !missing.includes(one));
		// Free words beside the options of a question are none of them.
		if (column.role === 'text' && answers.length > MOST_TICKS) return;
		questions.set(battery, [...(questions.get(battery) ?? []), { column, heading, answers }]);
	});
	return [...questions.values()].filter(({ length }) => length > 1);
}

type Spelling = {
	ticks?: Ticks | undefined;
	missing?: readonly string[] | undefined;
};

/**
 * Columns that each say yes or no to one option of the same question become one item to which several
 * answers can be chosen; options that nobody chose belong to it. Where the tool itself does not put the
 * columns together, only ticks and words for choosing make them one: yes and no may be answers to questions
 * of their own.
 */
export function suggestTicks(
	columns: readonly ColumnMapping[],
	headings: readonly Heading[],
	table: TextTable,
	{ ticks = TICKS, missing = [] }: Spelling
): ColumnMapping[] {
	const found = new Map<number, ColumnMapping>();
	for (const spread of spreadBy(columns, headings, table, missing)) {
		const multiple = asMultiple(spread, ticks);
		if (!multiple || !(multiple.alone || spread[0]?.heading.group !== undefined)) continue;
		for (const column of multiple.columns) found.set(column.index, column);
	}
	return columns.map((column) => found.get(column.index) ?? column);
}

/**
 * Columns of one battery as the options of one question, because a person says so; as they are where their
 * cells do not say yes and no.
 */
export function asOptions(
	columns: readonly ColumnMapping[],
	headings: readonly Heading[],
	table: TextTable,
	{ ticks = TICKS, missing = [] }: Spelling
): ColumnMapping[] {
	const spread = columns.map((column) => ({
		column,
		heading: headings[column.index]!,
		answers: [...columnValues(table, column.index).keys()].filter((one) => !missing.includes(one))
	}));
	return asMultiple(spread, ticks)?.columns.map(confirmed) ?? [...columns];
}
