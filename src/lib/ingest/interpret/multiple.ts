import { ASKED } from '../../domain';
import type { Findings } from '../findings';
import { itemOf, type ColumnMapping } from '../mapping';
import { chosenIn, OTHER_WORDS } from '../delimited-answers';
import { normalise } from '../words';
import { byWord, cellAt } from '../columns';
import type { TextTable } from '../table';
import { askedReader, type ItemReader, type RowIndex } from './common';

type Chosen = (row: RowIndex) => readonly number[] | null;

/** Whether a cell says yes (true), no (false), nothing (null) or what nobody knows (undefined). */
function tickReader({ option, item }: ColumnMapping): (cell: string) => boolean | null | undefined {
	const known = new Map<string, boolean | null>([['', null]]);
	for (const cell of item?.scale.nonSubstantive ?? []) known.set(cell, null);
	for (const cell of option?.no ?? []) known.set(cell, false);
	for (const cell of option?.yes ?? []) known.set(cell, true);
	const loosely = new Map([...known].map(([cell, says]) => [normalise(cell), says]));
	return (cell) => (known.has(cell) ? known.get(cell) : loosely.get(normalise(cell)));
}

/** One question over several columns. Who is known neither to have chosen nor not was not asked. */
function spreadOver(
	table: TextTable,
	columns: readonly ColumnMapping[],
	findings: Findings
): Chosen {
	const options = columns.map((column) => ({
		column,
		says: byWord(table.columns[column.index], tickReader(column))
	}));
	const filter = columns[0] ? askedReader(table, columns[0]) : null;
	return (row) => {
		if (filter?.(row) === false) return null;
		const chosen: number[] = [];
		// Who came by the filter question and ticked nothing chose nothing.
		let asked = filter !== null;
		options.forEach(({ column, says }, index) => {
			const answer = says(row);
			if (answer === undefined) {
				const cell = cellAt(table.columns[column.index], row);
				findings.add('answer_unknown', 'value-missing', table.lines[row]!, column.heading, cell);
			}
			asked ||= typeof answer === 'boolean';
			if (answer === true) chosen.push(index + 1);
		});
		return asked ? chosen : null;
	};
}

/** One question in one column, whose cells hold all answers. */
function inOneCell(table: TextTable, column: ColumnMapping, findings: Findings): Chosen {
	const { labels = [], nonSubstantive = [] } = column.item?.scale ?? {};
	const { delimiter = ';' } = column;
	const read = byWord(table.columns[column.index], (cell) =>
		cell === '' || nonSubstantive.includes(cell) ? null : chosenIn(cell, labels, delimiter)
	);
	const filter = askedReader(table, column);
	return (row) => {
		if (filter?.(row) === false) return null;
		const found = read(row);
		if (found === null)
			return filter && cellAt(table.columns[column.index], row) === '' ? [] : null;
		for (const other of found.others)
			if (other !== OTHER_WORDS)
				findings.add('option_unknown', 'note', table.lines[row]!, column.heading, other);
		return found.chosen.map((place) => place + 1);
	};
}

const answersBy =
	(read: Chosen): ItemReader['answers'] =>
	(rows) => {
		const chosen = rows.map(read);
		return { values: Float64Array.from(chosen, (own) => (own ? ASKED : NaN)), chosen };
	};

/** Readers of the items to which several answers can be chosen, from all their columns. */
export function multipleReaders(
	table: TextTable,
	columns: readonly ColumnMapping[],
	findings: Findings
): ItemReader[] {
	const questions = new Map<string, ColumnMapping[]>();
	for (const column of columns) {
		const key = column.option ? `group ${column.item?.group}` : `column ${column.index}`;
		questions.set(key, [...(questions.get(key) ?? []), column]);
	}
	return [...questions.values()].flatMap((own): ItemReader[] => {
		const [first] = own;
		const whole = first && itemOf(first);
		if (!whole) return [];
		if (!first.option)
			return [{ item: whole, answers: answersBy(inOneCell(table, first, findings)) }];
		const labels = own.map(({ option }) => option?.label ?? '');
		const { topic, group = whole.code, scale } = whole;
		const text = first.option.question || group;
		const item = { code: group, text, topic, scale: { ...scale, labels } };
		return [{ item, answers: answersBy(spreadOver(table, own, findings)) }];
	});
}
