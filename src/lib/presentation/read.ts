import {
	answerTitle,
	type Dimension,
	type IndicatorDefinition,
	type IndicatorResult,
	type IndicatorRow
} from '../domain';
import * as m from '../paraglide/messages';
import { locale, message, periodText } from '../words';
import { arrivalWord } from './change';
import type { Figure, Target } from './chart-model';
import { figureOf } from './figure';

/** What words take beside a result: the name of the Quartier that `self` stands for. */
export type WordContext = { quartier?: string | undefined };

/** The definition of an indicator of a result. @throws RangeError where the result has none of that id */
export function definitionIn(result: IndicatorResult, id: string): IndicatorDefinition {
	const found = result.definitions.find((one) => one.id === id);
	if (!found) throw new RangeError(`no definition of ${id} in the result`);
	return found;
}

/** A definition's name in the language of the page. */
export const nameOf = ({ name }: IndicatorDefinition): string => name[locale()];

/** The heading of a topic before the name of an item, such as `Wohnumfeld: ` of „Wohnumfeld: Müllplatz“; '' without. */
export const headingOf = (name: string): string => /^[^:]{1,24}: (?=\S)/.exec(name)?.[0] ?? '';

/** The name of an item without that heading. */
export const withoutHeading = (name: string): string => name.slice(headingOf(name).length);

/** Members of a dimension, in order; none where the result is not about it. */
export const membersOf = (result: IndicatorResult, dimension: Dimension): string[] =>
	(result.members[dimension] ?? []).map(({ value }) => value);

/** The wave that a chart without a time axis shows. */
export const latestWave = (result: IndicatorResult): string | undefined =>
	membersOf(result, 'wave').at(-1);

/** Rows of the latest wave, or all where there are no waves. */
export function latestRows(result: IndicatorResult): IndicatorRow[] {
	const wave = latestWave(result);
	return result.rows.filter((row) => wave === undefined || row.dimensions.wave === wave);
}

/** Whether a result is about how the answers spread and nothing else. */
export const isDistribution = ({ definitions }: IndicatorResult): boolean =>
	definitions.every(({ kind }) => kind === 'distribution');

/** Dimensions that tell rows of a chart apart: those that are not a comparison. */
export const otherDimensions = (result: IndicatorResult): Dimension[] => [
	...result.query.by.filter((dimension) => dimension !== 'contrast' && dimension !== 'wave'),
	...(result.definitions.some(({ kind }) => kind === 'choice') || isDistribution(result)
		? (['answer'] as const)
		: [])
];

/** Dimensions whose member has to be said, as there is another one. */
export const namingDimensions = (result: IndicatorResult): Dimension[] => {
	const dimensions = otherDimensions(result);
	const several = dimensions.filter((dimension) => membersOf(result, dimension).length > 1);
	return several.length > 0 ? several : dimensions;
};

/** A dimension in words, for example `Angebotsbereich`; groups of the file by their own name. */
export function dimensionName(dimension: Dimension): string {
	if (!dimension.startsWith('group:')) return message(`chart_dimension_${dimension}`);
	const group = dimension.slice('group:'.length);
	return group === 'age' || group === 'tenure' ? message(`chart_dimension_${group}`) : group;
}

/** The label of a member as it stands in the result. */
export const labelOf = (result: IndicatorResult, dimension: Dimension, value: string): string =>
	result.members[dimension]?.find((member) => member.value === value)?.label ?? value;

/** A member in words: periods written out, `self` by the name of the Quartier. */
export function memberName(
	result: IndicatorResult,
	dimension: Dimension,
	value: string,
	{ quartier }: WordContext
): string {
	if (dimension === 'contrast') {
		return value === 'self' ? (quartier ?? m.chart_self()) : m.chart_rest();
	}
	if (dimension === 'arrival') return arrivalWord(value);
	if (dimension === 'elapsed') return m.chart_months({ n: labelOf(result, dimension, value) });
	if (dimension === 'period') return periodText(value, result.period ?? 'year');
	if (dimension === 'item') return result.items[value]?.text ?? value;
	if (dimension === 'answer') {
		const titles = Object.values(result.items).map(({ scale }) => answerTitle(scale, value));
		return titles.find(Boolean) ?? value;
	}
	return labelOf(result, dimension, value);
}

/** One row of dots or bars: a figure, and what it is set against. */
export type Entry = {
	name: string;
	definition: IndicatorDefinition;
	/** undefined where there is none of that combination */
	own: Figure | undefined;
	rest: Figure | undefined;
	/** whether the colour of this Quartier belongs to it */
	accent: boolean;
	/** what its row stands for */
	target: Target;
};

/** Every combination of members of the dimensions, in their order. */
const combinations = (result: IndicatorResult, dimensions: readonly Dimension[]): string[][] =>
	dimensions.reduce<string[][]>(
		(found, dimension) =>
			found.flatMap((values) => membersOf(result, dimension).map((value) => [...values, value])),
		[[]]
	);

/** What a row stands for: the member of the one dimension that names it, else its figure. */
function targetOf(
	{ id }: IndicatorDefinition,
	dimensions: readonly Dimension[],
	naming: readonly Dimension[],
	values: readonly string[]
): Target {
	const [dimension, ...others] = naming;
	// The answer to an item is not picked by itself; its item is.
	const named = others.length === 0 || others.join() === 'answer' ? dimension : undefined;
	return named === undefined
		? { indicator: id }
		: { dimension: named, value: values[dimensions.indexOf(named)] ?? '' };
}

/** What stands below each other in a chart of rows: indicators, members of a dimension, or both. */
export function entriesOf(result: IndicatorResult, context: WordContext): Entry[] {
	const dimensions = otherDimensions(result);
	const naming = namingDimensions(result);
	const rows = latestRows(result);
	// Beside other figures distributions have a chart of their own.
	const definitions = isDistribution(result)
		? result.definitions
		: result.definitions.filter(({ kind }) => kind !== 'distribution');
	const several = definitions.length > 1 || dimensions.length === 0;
	const ownQuartier = (label: string) => label === context.quartier;
	const anyOwn = (result.members.quartier ?? []).some(({ label }) => ownQuartier(label));
	return definitions.flatMap((definition) =>
		combinations(result, dimensions).flatMap((values) => {
			const here = rows.filter(
				(row) =>
					row.indicator === definition.id &&
					dimensions.every((dimension, i) => row.dimensions[dimension] === values[i])
			);
			const own = here.find((row) => row.dimensions.contrast !== 'rest');
			const rest = here.find((row) => row.dimensions.contrast === 'rest');
			if (!own && !rest) return [];
			const names = dimensions.flatMap((d, i) =>
				naming.includes(d) ? [memberName(result, d, values[i] ?? '', context)] : []
			);
			return {
				name: [...(several ? [nameOf(definition)] : []), ...names].join(' · '),
				definition,
				own: own && figureOf(own, definition),
				rest: rest && figureOf(rest, definition),
				accent: !anyOwn || names.some(ownQuartier),
				target: targetOf(definition, dimensions, naming, values)
			};
		})
	);
}
