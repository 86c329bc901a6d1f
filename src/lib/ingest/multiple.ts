import type { Scale } from '../domain';
import type { Heading } from './formats';
import type { ColumnMapping } from './mapping';
import { columnValues, type TextTable } from './table';
import { suggestTopic } from './topics';
import { isNonSubstantive, normalise } from './words';

/** Cells that say that an option was chosen, and that it was not. */
export type Ticks = { yes: readonly string[]; no: readonly string[] };

const TICKS: Ticks = {
	yes: 'ja yes y j x 1 true wahr gewählt ausgewählt checked selected quoted ✓'.split(' '),
	no: [
		...'nein no n 0 false falsch unchecked'.split(' '),
		'nicht gewählt',
		'nicht ausgewählt',
		'not selected',
		'not quoted'
	]
};

/** The scale of a question to which several answers can be chosen. */
export const multipleScale = (options: readonly string[], nonSubstantive: string[]): Scale => ({
	id: 'multiple',
	kind: 'multiple',
	points: 0,
	labels: [...options],
	titles: {},
	topBox: [],
	direction: 'none',
	nonSubstantive
});

type Spread = { column: ColumnMapping; heading: Heading; answers: string[] };

/** What a column of a question says, if all its cells say yes or no to one option; else null. */
function optionOf(
	{ heading, answers }: Spread,
	named: { question: string; label: string },
	ticks: Ticks
): ColumnMapping['option'] | null {
	const { chosen } = heading;
	if (chosen) {
		const yes = answers.filter((answer) => chosen.includes(answer));
		return { ...named, yes, no: answers.filter((answer) => !chosen.includes(answer)) };
	}
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

function asMultiple(spread: readonly Spread[], ticks: Ticks): ColumnMapping[] | null {
	const labels = labelsOf(spread);
	const first = spread[0]?.heading;
	const text = first?.question || first?.group || '';
	const absent = spread.map(({ answers }) => answers.filter(isNonSubstantive));
	const options = spread.map((one, index) =>
		optionOf(
			{ ...one, answers: one.answers.filter((answer) => !isNonSubstantive(answer)) },
			{ question: text, label: labels[index] ?? '' },
			ticks
		)
	);
	if (!options.every((option) => option !== null)) return null;
	if (!options.some((option) => option !== undefined && option.yes.length > 0)) return null;
	// A list of yes and no may as well be an array of questions; only what is ticked is surely one.
	const certain = options.every((option) => option?.no.length === 0) || first?.several === true;
	const scale = multipleScale(labels, [...new Set(absent.flat())]);
	return spread.map(({ column, heading }, index) => ({
		index: column.index,
		heading: column.heading,
		role: 'item',
		certain,
		option: options[index],
		item: {
			code: heading.code,
			text: heading.text,
			topic: suggestTopic(text),
			group: heading.group ?? '',
			scale
		}
	}));
}

/**
 * Columns that each say yes or no to one option of the same question become one item to which several
 * answers can be chosen; options that nobody chose belong to it.
 */
export function suggestTicks(
	columns: readonly ColumnMapping[],
	headings: readonly Heading[],
	table: TextTable,
	{
		ticks = TICKS,
		missing = []
	}: { ticks?: Ticks | undefined; missing?: readonly string[] | undefined }
): ColumnMapping[] {
	const questions = new Map<string, Spread[]>();
	columns.forEach((column, index) => {
		const heading = headings[index];
		const group = heading?.group;
		if (!heading || group === undefined || heading.role || column.role === 'dropped') return;
		const answers = [...columnValues(table, index).keys()].filter((one) => !missing.includes(one));
		questions.set(group, [...(questions.get(group) ?? []), { column, heading, answers }]);
	});
	const found = new Map<number, ColumnMapping>();
	for (const spread of questions.values()) {
		if (spread.length < 2) continue;
		for (const column of asMultiple(spread, ticks) ?? []) found.set(column.index, column);
	}
	return columns.map((column) => found.get(column.index) ?? column);
}
