import {
	INDEX_TOPICS,
	isShown,
	topicOfWords,
	type IndexTopic,
	type IndicatorQueryInput,
	type IndicatorResult,
	type IndicatorRow
} from '../domain';
import { yearsFilter } from './case-years';
import { groupFilter, membersFilter } from './filters';
import type { HeadAnswers } from './key-figures';
import type { PanelContext } from './panel';
import { openAnswers, surveyOfWave } from './panels/queries';

/** What cases are about, by the words of their topic, beside the words that name a topic of the survey itself. */
const CASE_WORDS: readonly [IndexTopic, RegExp][] = [
	['neighbourhood', /einsam|integration|streit|lonel|conflict/],
	['housing', /modernis|sanier|renovier|verwahrlos|renovat|neglect/],
	['service', /genossenschaft|vermieter|verwaltung|landlord|cooperative/]
];

/** The topic of the survey that something belongs to by its words; undefined where they name none. */
function topicOf(text: string): IndexTopic | undefined {
	const words = text.toLowerCase();
	const named = topicOfWords(words);
	const found = named ?? CASE_WORDS.find(([, pattern]) => pattern.test(words))?.[0];
	return INDEX_TOPICS.find((topic) => topic === found);
}

/** The questions behind the rows of topics, beside those of the head: items, and cases of the last whole year. */
export const topicRowQueries = ({
	quartier,
	filters,
	years,
	...context
}: PanelContext): { items: IndicatorQueryInput; cases?: IndicatorQueryInput } => ({
	items: {
		indicators: ['item-share'],
		by: ['item', 'contrast'],
		contrast: quartier,
		filters: surveyOfWave({ ...context, quartier, filters, years }),
		compare: 'rest'
	},
	...(years
		? {
				cases: {
					indicators: ['new-cases'],
					by: ['caseTopic'],
					filters: {
						quartier: [quartier],
						...yearsFilter(years.last, years.last),
						...groupFilter(filters),
						...membersFilter(filters)
					}
				}
			}
		: {})
});

/** The question behind the words of the tenants, which takes longer than a click may. */
export const topicTermsQuery = (context: PanelContext): IndicatorQueryInput =>
	openAnswers(context, 'open-terms');

/** All that is known of one topic, in one place. */
export type TopicRow = {
	topic: IndexTopic;
	/** its index beside the other Quartiere, and since the wave before */
	gap: IndicatorRow | undefined;
	change: IndicatorRow | undefined;
	/** the items with the fewest that are satisfied, the worst first */
	worst: { text: string; row: IndicatorRow }[];
	/** what tenants wrote of it, the term named most often first */
	terms: { term: string; row: IndicatorRow }[];
	/** cases that belong to it by the words of their topic, most first */
	cases: { topic: string; row: IndicatorRow }[];
};

type Parts = {
	head: HeadAnswers;
	items: IndicatorResult | undefined;
	cases: IndicatorResult | undefined;
	terms: IndicatorResult | undefined;
};

const byValue = (a: IndicatorRow, b: IndicatorRow): number =>
	(b.estimate.value ?? 0) - (a.estimate.value ?? 0);

/** The rows of the topics that the survey asked about. @param wave the wave looked at */
export function topicRows(
	{ head, items, cases, terms }: Parts,
	wave: string | undefined
): TopicRow[] {
	const isOwn = ({ dimensions }: IndicatorRow): boolean =>
		dimensions.contrast !== 'rest' && (dimensions.wave === undefined || dimensions.wave === wave);
	const shown = (result: IndicatorResult | undefined): IndicatorRow[] =>
		(result?.rows ?? []).filter((row) => isOwn(row) && isShown(row.estimate));
	return INDEX_TOPICS.flatMap((topic): TopicRow[] => {
		const of = (result: IndicatorResult | undefined) =>
			result?.rows.find((row) => row.indicator === `index-${topic}` && isOwn(row));
		const gap = of(head.gap);
		if (!gap || gap.estimate.protection === 'no-base') return [];
		return [
			{
				topic,
				gap,
				change: of(head.change),
				worst: shown(items)
					.filter(({ dimensions }) => items?.items[dimensions.item ?? '']?.topic === topic)
					.toSorted((a, b) => byValue(b, a))
					.map((row) => ({ text: items?.items[row.dimensions.item ?? '']?.text ?? '', row })),
				terms: shown(terms)
					.filter(({ dimensions }) => topicOf(dimensions.answer ?? '') === topic)
					.toSorted(byValue)
					.map((row) => ({ term: row.dimensions.answer ?? '', row })),
				cases: shown(cases)
					.filter(({ dimensions }) => topicOf(dimensions.caseTopic ?? '') === topic)
					.filter(({ estimate }) => estimate.value !== 0)
					.toSorted(byValue)
					.map((row) => {
						const { caseTopic = '' } = row.dimensions;
						const member = cases?.members.caseTopic?.find(({ value }) => value === caseTopic);
						return { topic: member?.label ?? caseTopic, row };
					})
			}
		];
	});
}
