import { isSettled, pointNumber } from '../../domain';
import { clean } from '../batch';
import { itemOf, type ColumnMapping } from '../mapping';
import type { Recognised } from '../read';
import { dateReading } from '../values';
import type { Asked, Questionnaire } from './columns';
import type { Written } from './tables';

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
	a.join('\n') === b.join('\n');

const within = (all: readonly string[], some: readonly string[]): string[] =>
	all.filter((one) => some.includes(one));

/** What is wrong with a worded scale that is taken for certain; null where nothing is. */
function wrongOrder(
	{ truth }: Asked,
	labels: readonly string[],
	top: readonly string[],
	apart: readonly string[],
	settled: boolean
): string | null {
	if (truth.kind !== 'worded') return null;
	const found = within(labels, truth.labels);
	if (!isSame(found, within(truth.labels, labels))) return `order ${labels.join(' < ')}`;
	if (found.length < truth.labels.length) return `levels are missing: ${labels.join(' < ')}`;
	const taken = truth.missing.filter((word) => labels.includes(word));
	if (taken.length > 0) return `${taken.join()} is taken for an answer`;
	const lost = truth.labels.filter((word) => apart.includes(word));
	if (lost.length > 0) return `${lost.join()} is taken for no answer`;
	if (settled && truth.good === null)
		return 'settled, though only the question would say what is good';
	const best = truth.labels.at(-1) ?? '';
	if (settled && (!top.includes(best) || top.includes(truth.labels[0] ?? '')))
		return `counts ${top.join()} as satisfied`;
	return null;
}

/** What is wrong with days that are taken for certain. */
function wrongDay(
	{ cells, text }: Asked,
	days: readonly string[],
	{ dateOrder }: ColumnMapping
): string | null {
	const { parse } = dateReading(cells, { order: dateOrder, heading: text, isDate: true });
	const at = cells.findIndex((cell, index) => parse(cell) !== days[index]);
	return at < 0 ? null : `${cells[at]} is read as ${parse(cells[at]!)}`;
}

/** What is wrong with a column as it was recognised; null where it is right, or will be asked. */
function wrong(asked: Asked, column: ColumnMapping): string | null {
	const { truth } = asked;
	const { role, certain } = column;
	const item = itemOf(column);
	const settled = certain && item !== undefined && isSettled(item.scale);
	if (!certain) return item && isSettled(item.scale) ? 'settled, but not certain' : null;
	const kind = item?.scale.kind;
	const isScale = kind === 'ordinal' || kind === 'nps' || kind === 'yes-no';
	switch (truth.kind) {
		case 'worded':
			return item && kind === 'ordinal'
				? wrongOrder(
						asked,
						item.scale.labels,
						item.scale.topBox,
						item.scale.nonSubstantive,
						settled
					)
				: role === 'demography'
					? null
					: `a scale of words is a certain ${kind ?? role}`;
		case 'coded':
			return `codes without words are a certain ${kind ?? role}`;
		case 'nps':
			return kind === 'nps' && item?.scale.labels.every((label) => pointNumber(label) !== null)
				? null
				: `a recommendation is a certain ${kind ?? role}`;
		case 'ticks':
			return kind === 'multiple' ? null : `ticks are a certain ${kind ?? role}`;
		case 'yes-no':
			return kind === 'yes-no' && !settled ? null : `yes and no are a certain ${kind ?? role}`;
		case 'nominal':
			return isScale ? `words without an order are a certain ${kind}` : null;
		case 'quartier':
			return role === 'quartier' ? null : `the Quartier is a certain ${kind ?? role}`;
		case 'number':
			return kind === 'numeric' ? null : `a number is a certain ${kind ?? role}`;
		case 'personal':
			return 'a column of personal data is certain';
		case 'date':
			return role === 'date' ? wrongDay(asked, truth.days, column) : null;
		case 'id':
			return null;
	}
}

/** What a file was recognised to be, beside what is true of it. */
export type Judgement = {
	/** what would be a wrong figure or a name on disk, each with its heading */
	wrong: string[];
	/** how many worded scales there are, and how many of them are certain */
	scales: number;
	certain: number;
};

/** Everything that is wrong with the recognition of a file, and how much of it has to be asked. */
export function judge(
	questionnaire: Questionnaire,
	{ places, columns = questionnaire.columns }: Written,
	{ table, mapping }: Recognised
): Judgement {
	const found: string[] = [];
	let [scales, certain] = [0, 0];
	columns.forEach((asked, at) => {
		const column = mapping.columns[places[at]!];
		if (!column) return void found.push(`${asked.text}: is no column`);
		const what = wrong(asked, column);
		if (what !== null) found.push(`${column.heading}: ${what}`);
		if (asked.truth.kind !== 'worded') return;
		scales++;
		if (column.certain && column.item?.scale.kind === 'ordinal') certain++;
	});
	const kept = clean(table, mapping);
	const stored = new Set(kept.columns.flatMap(({ words }) => words));
	const harmless = new Set(
		columns.flatMap(({ truth, cells }) => (truth.kind === 'personal' ? [] : cells))
	);
	for (const { text, truth, cells } of columns) {
		if (truth.kind !== 'personal') continue;
		const leaked = cells.find((cell) => stored.has(cell) && !harmless.has(cell));
		if (leaked !== undefined) found.push(`${text}: ${leaked} is stored`);
	}
	return { wrong: found, scales, certain };
}
