import { basename } from 'node:path';
import { fail, isSettled, pointNumber, type Problem, type Scale } from '$lib/domain';
import { columnValues, itemFor, itemOf, type ColumnMapping, type Recognised } from '$lib/ingest';
import { columnNamed } from './columns';
import type { EvaluateArguments } from './options';

/** The item's scale as the statistic needs it. @throws ProblemError where the answers do not fit the statistic */
function scaleFor(
	{ statistic, item, top }: EvaluateArguments,
	scale: Scale,
	distinct: string[]
): Scale {
	if (statistic === 'share' && scale.kind === 'multiple') {
		const [option, ...more] = top;
		if (option === undefined) return fail('no_top', { column: item });
		if (more.length > 0) fail('one_top', { column: item });
		if (!scale.labels.includes(option))
			fail('unknown_top', { value: option, column: item, values: scale.labels.join(', ') });
		return scale;
	}
	if (statistic === 'share') {
		const values = [...new Set([...scale.labels, ...distinct])].filter(
			(value) => !scale.nonSubstantive.includes(value)
		);
		const wrong = top.find((value) => !values.includes(value));
		if (wrong !== undefined)
			fail('unknown_top', { value: wrong, column: item, values: values.join(', ') });
		const topBox = top.length > 0 ? top : scale.topBox;
		if (topBox.length === 0) fail('no_top', { column: item });
		if (scale.kind !== 'numeric') return { ...scale, topBox };
		// Numbers without a scale are answers like any other once some of them are named.
		const labels = distinct.filter((value) => !scale.nonSubstantive.includes(value));
		return { ...scale, kind: 'nominal', labels, topBox };
	}
	if (scale.kind === 'nominal' || scale.kind === 'multiple')
		fail('not_numeric', { column: item, value: scale.labels[0] ?? '' });
	if (statistic === 'nps') {
		const wrong = distinct.find(
			(value) => !scale.nonSubstantive.includes(value) && !/^([0-9]|10)$/.test(value)
		);
		if (wrong !== undefined) fail('not_nps', { column: item, value: wrong });
	}
	return scale;
}

/** The column as an item, as it is suggested to be read. */
export function suggestedItem(
	asked: ColumnMapping,
	{ top }: EvaluateArguments,
	{ table, mapping }: Recognised
): ColumnMapping {
	// A cell's own word (`Ja`) asks about the column alone, the option about its question.
	const alone = asked.option !== undefined && top.some((one) => one !== asked.option?.label);
	return asked.item && !alone ? asked : itemFor(table, mapping, asked.index);
}

/** The item that a column asks, with the scale that the statistic needs. */
export function itemNamed(
	name: string,
	args: EvaluateArguments,
	recognised: Recognised
): ColumnMapping & { item: NonNullable<ColumnMapping['item']> } {
	const { table } = recognised;
	const file = basename(args.path);
	const asked = columnNamed(name, file, recognised);
	const suggested = suggestedItem(asked, args, recognised);
	const item = suggested.item ?? fail('unknown_column', { column: name, file, columns: '' });
	const distinct = [...columnValues(table, asked.index).keys()];
	const { option } = suggested;
	const top = option && args.top.length === 0 ? [option.label] : args.top;
	const scale = scaleFor({ ...args, item: name, top }, item.scale, distinct);
	// Whoever names a column and a statistic says that its answers mean that.
	const settled = { ...scale, settled: true };
	return { ...suggested, item: { ...item, topic: 'other', scale: settled } };
}

/** What a figure takes for granted of a column though nobody named it and nothing decides it. */
export function guessesOf(
	{ statistic, top, item: name }: EvaluateArguments,
	column: ColumnMapping,
	{ table }: Recognised
): Problem[] {
	const item = itemOf(column);
	if (!item || (column.certain && isSettled(item.scale))) return [];
	const { kind, topBox, labels, nonSubstantive } = item.scale;
	const there = columnValues(table, column.index);
	const missing = nonSubstantive.filter((value) => there.has(value));
	const params = { column: name };
	const words = (values: readonly string[]) => values.join(', ');
	return [
		...(statistic === 'share' && top.length === 0 && topBox.length > 0
			? [{ code: 'guessed_top', params: { ...params, values: words(topBox) } }]
			: []),
		...(statistic !== 'share' &&
		kind === 'ordinal' &&
		labels.some((one) => pointNumber(one) === null)
			? [{ code: 'guessed_order', params: { ...params, values: words(labels) } }]
			: []),
		...(!column.certain && missing.length > 0
			? [{ code: 'guessed_missing', params: { ...params, values: words(missing) } }]
			: [])
	];
}
