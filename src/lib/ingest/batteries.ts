import type { Format, Heading } from './formats';
import type { ColumnMapping } from './mapping';
import { recogniseBattery } from './scales/recognise';
import { answersOf, withAbsent } from './answers';
import type { TextTable } from './table';

/** What the columns of one battery have in common: the question of the tool, or the beginning of their headings. */
export const batteryOf = ({ group, battery }: Heading): string | undefined => group ?? battery;

/**
 * Of codes without words as many may be missing in one question of a battery as nobody may have chosen: 1 to 4
 * is 1 to 5 where the others are, but 1 to 5 is not 0 to 10.
 */
const MOST_MISSING = 0.4;

const isCoded = (labels: readonly string[]): boolean =>
	labels.every((label) => /^\d+$/.test(label));

/** Columns of questions on a scale that nothing declares, by their battery. */
function byBattery(
	columns: readonly ColumnMapping[],
	headings: readonly Heading[]
): Map<string, ColumnMapping[]> {
	const found = new Map<string, ColumnMapping[]>();
	for (const column of columns) {
		const heading = headings[column.index];
		const battery = heading && batteryOf(heading);
		const isScaled = column.item?.scale.kind === 'ordinal' || column.item?.scale.kind === 'nominal';
		if (battery === undefined || column.role !== 'item' || !isScaled) continue;
		if (column.option || column.evidence?.includes('declared')) continue;
		found.set(battery, [...(found.get(battery) ?? []), column]);
	}
	return found;
}

/**
 * Columns of a battery in sets that are answered alike: at least half of what was answered to one of them was
 * answered to the others as well. A block of a questionnaire may hold questions of several kinds, and two
 * scales beside each other are no longer one.
 */
function alike(
	columns: readonly ColumnMapping[],
	answersTo: (column: ColumnMapping) => readonly string[]
): ColumnMapping[][] {
	const sets: { union: Set<string>; own: ColumnMapping[] }[] = [];
	const largestFirst = columns
		.map((column) => ({ column, answers: answersTo(column) }))
		.sort((a, b) => b.answers.length - a.answers.length);
	for (const { column, answers } of largestFirst) {
		const shared = (union: ReadonlySet<string>) =>
			answers.filter((answer) => union.has(answer)).length;
		const set = sets.find(({ union }) => shared(union) >= answers.length / 2);
		if (!set) sets.push({ union: new Set(answers), own: [column] });
		else {
			for (const answer of answers) set.union.add(answer);
			set.own.push(column);
		}
	}
	return sets.map(({ own }) => own.toSorted((a, b) => a.index - b.index));
}

/**
 * The questions of a battery on one scale: in it a level that nobody chose for one of them still exists. A
 * question goes with the battery where all its answers are points of that scale; nothing outside the battery
 * changes it.
 */
export function alikeInBatteries(
	columns: readonly ColumnMapping[],
	headings: readonly Heading[],
	table: TextTable,
	{ missing = [] }: Pick<Format, 'missing'>
): ColumnMapping[] {
	const changed = new Map<number, ColumnMapping>();
	const sets = [...byBattery(columns, headings)].flatMap(([battery, all]) =>
		alike(all, ({ index }) => answersOf(table, index, missing).distinct).map((own) => ({
			battery,
			own
		}))
	);
	for (const { battery, own } of sets) {
		if (own.length < 2) continue;
		const answers = own.map(({ index }) => answersOf(table, index, missing));
		const question = headings[own[0]!.index]?.question ?? battery;
		const found = recogniseBattery(
			question,
			answers.map(({ counts }) => counts)
		);
		if (found?.scale.kind !== 'ordinal') continue;
		const { labels, nonSubstantive } = found.scale;
		own.forEach((column, at) => {
			const { item, evidence = [] } = column;
			if (!item) return;
			const { distinct, absent } = answers[at]!;
			const points = distinct.filter((answer) => !nonSubstantive.includes(answer));
			if (!points.every((answer) => labels.includes(answer))) return;
			const few = item.scale.points < labels.length * (1 - MOST_MISSING);
			if (isCoded(labels) && few) return;
			changed.set(column.index, {
				...column,
				battery,
				certain: found.certain,
				evidence: [...new Set([...evidence, 'battery' as const])],
				item: { ...item, scale: withAbsent(found.scale, absent) }
			});
		});
	}
	return columns.map((column) => {
		const heading = headings[column.index];
		const battery = heading && batteryOf(heading);
		const known = changed.get(column.index) ?? column;
		return battery === undefined || known.role !== 'item' ? known : { ...known, battery };
	});
}
