import { INDEX_TOPICS } from '../../domain';
import { mean, nps, share, topicIndex } from './from-answers';
import type { Indicator } from './indicator';

/** The figures of a survey as a whole: overall satisfaction, the indices of its topics, recommendation. */
export const SURVEY_INDICATORS: readonly Indicator[] = [
	share(
		'satisfied-overall',
		{ de: 'Zufrieden insgesamt', en: 'Satisfied overall' },
		{
			de: 'Anteil der Antwortenden, die insgesamt sehr oder eher zufrieden sind.',
			en: 'Share of respondents who are very or fairly satisfied overall.'
		},
		{ topic: 'overall', derived: false, kinds: ['ordinal'] }
	),
	mean(
		'mean-satisfaction',
		{ de: 'Mittlere Zufriedenheit', en: 'Mean satisfaction' },
		{
			de: 'Mittelwert der Gesamtzufriedenheit auf der Skala des Fragebogens; der höchste Wert ist der beste.',
			en: 'Mean of overall satisfaction on the questionnaire’s scale; the highest value is the best.'
		},
		{ topic: 'overall', derived: false, kinds: ['ordinal'] },
		'points'
	),
	...INDEX_TOPICS.map(topicIndex),
	nps('nps', { topic: 'recommendation', derived: false, kinds: ['nps'] })
];
