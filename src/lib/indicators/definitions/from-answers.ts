import type { IndexTopic, Words } from '../../domain';
import type { AnswerIndicator, Counting } from './indicator';
import { TOPIC_NAMES } from './topics';

const SURVEY = {
	family: 'answer',
	group: 'survey',
	minimumBase: 10,
	completeCount: false
} as const;

const top: Counting = (_, inTopBox) => inTopBox;
const value: Counting = (answer) => answer;

export const TSM: Words = {
	de: 'Regulator of Social Housing (England), Tenant Satisfaction Measures: Technical Requirements',
	en: 'Regulator of Social Housing (England), Tenant Satisfaction Measures: Technical Requirements'
};

export const WILSON: Words = {
	de: 'Wilson-Bereich (Wilson 1927); gewichtet: linearisierter Standardfehler, Bereich auf der Logit-Skala (Lumley 2010)',
	en: 'Wilson interval (Wilson 1927); weighted: linearised standard error, interval on the logit scale (Lumley 2010)'
};

const T_INTERVAL: Words = {
	de: 'Bereich: Mittelwert ± t · Standardfehler; gewichtet mit linearisiertem Standardfehler (Lumley 2010)',
	en: 'Interval: mean ± t · standard error; weighted with the linearised standard error (Lumley 2010)'
};

/** The share of answers in the top boxes of a scale. */
export const share = (
	id: string,
	name: Words,
	description: Words,
	items: AnswerIndicator['items']
): AnswerIndicator => ({
	...SURVEY,
	id,
	name,
	description,
	items,
	kind: 'share',
	unit: 'percent',
	direction: 'higher-better',
	y: top,
	formula: {
		de: `Antworten in den obersten Stufen ÷ alle inhaltlichen Antworten („weiß nicht“ und „keine Angabe“ zählen nicht). ${WILSON.de}.`,
		en: `Answers in the top boxes ÷ all substantive answers (don’t know and no answer do not count). ${WILSON.en}.`
	},
	source: TSM
});

/** Share of sheets with one of several answers that could be given beside each other. */
export const choice = (
	id: string,
	name: Words,
	description: Words,
	formula: Words
): AnswerIndicator => ({
	...share(id, name, description, { derived: false, kinds: ['multiple'] }),
	kind: 'choice',
	direction: 'neutral',
	formula
});

/** The mean of answers as points of a scale, or as the numbers that they are. */
export const mean = (
	id: string,
	name: Words,
	description: Words,
	items: AnswerIndicator['items'],
	unit: 'points' | 'value'
): AnswerIndicator => ({
	...SURVEY,
	id,
	name,
	description,
	items,
	kind: 'mean',
	unit,
	direction: unit === 'points' ? 'higher-better' : 'neutral',
	y: value,
	formula: {
		de: `Summe der Punkte ÷ Zahl der inhaltlichen Antworten; geordnete Antworten zählen von 1 (schlechteste) bis zur höchsten Stufe. ${T_INTERVAL.de}.`,
		en: `Sum of the points ÷ number of substantive answers; ordered answers count from 1 (worst) to the highest point. ${T_INTERVAL.en}.`
	},
	source: {
		de: 'Lumley (2010), Complex Surveys, Kap. 2',
		en: 'Lumley (2010), Complex Surveys, ch. 2'
	}
});

/** The value up to which a share `p` of the answers reaches. */
export const quantile = (id: string, p: number, name: Words): AnswerIndicator => ({
	...SURVEY,
	id,
	name,
	items: { derived: false },
	kind: 'quantile',
	quantile: p,
	unit: 'value',
	direction: 'neutral',
	y: value,
	description: {
		de: `Der Wert, bis zu dem ${p * 100} % der inhaltlichen Antworten reichen.`,
		en: `The value up to which ${p * 100} % of the substantive answers reach.`
	},
	formula: {
		de: 'Kleinster Wert, dessen kumulierter Anteil der Gewichte den Prozentsatz erreicht (svyquantile in R, Regel „math“). Bereich nach Woodruff (1952): die Quantile an den Enden des Bereichs dieses Anteils.',
		en: 'Least value whose cumulated share of the weights reaches the percentage (svyquantile in R, rule “math”). Interval by Woodruff (1952): the quantiles at the ends of the interval of that share.'
	},
	source: { de: 'Woodruff (1952), JASA 47, 635–646', en: 'Woodruff (1952), JASA 47, 635–646' }
});

const promoters: Counting = (answer) => (answer >= 9 ? 100 : answer <= 6 ? -100 : 0);

/** Promoters less detractors. */
export const nps = (id: string, items: AnswerIndicator['items']): AnswerIndicator => ({
	...SURVEY,
	id,
	items,
	kind: 'nps',
	unit: 'nps',
	direction: 'higher-better',
	y: promoters,
	name: { de: 'Weiterempfehlung (NPS)', en: 'Recommendation (NPS)' },
	description: {
		de: 'Wie viel mehr Mieter empfehlen uns weiter (9 oder 10), als uns nicht empfehlen (0 bis 6); −100 bis +100.',
		en: 'How many more tenants recommend us (9 or 10) than do not (0 to 6); −100 to +100.'
	},
	formula: {
		de: 'Anteil 9–10 minus Anteil 0–6, mal 100. Standardfehler √((P + D − NPS²) / (n − 1)) mit P, D und NPS als Anteilen; Bereich mit dem t-Quantil.',
		en: 'Share of 9–10 minus share of 0–6, times 100. Standard error √((P + D − NPS²) / (n − 1)) with P, D and NPS as proportions; interval by the t quantile.'
	},
	source: {
		de: 'Reichheld (2003); Fehler als Mittelwert von 100, 0, −100',
		en: 'Reichheld (2003); error as the mean of 100, 0, −100'
	}
});

/** The index of a topic, 0 to 100. */
export const topicIndex = (topic: IndexTopic): AnswerIndicator => ({
	...SURVEY,
	id: `index-${topic}`,
	kind: 'index',
	unit: 'index',
	direction: 'higher-better',
	items: { topic, derived: true },
	y: value,
	name: TOPIC_NAMES[topic],
	description: {
		de: `Themenindex „${TOPIC_NAMES[topic].de}“: 0 heißt überall die schlechteste, 100 überall die beste Antwort.`,
		en: `Topic index “${TOPIC_NAMES[topic].en}”: 0 means the worst answer everywhere, 100 the best everywhere.`
	},
	formula: {
		de: `Je Bogen der Mittelwert der beantworteten Fragen des Themas auf 0 bis 100, wenn mindestens die Hälfte beantwortet ist; darüber der Mittelwert. ${T_INTERVAL.de}.`,
		en: `Per answer sheet the mean of the topic’s answered items on 0 to 100, if at least half are answered; then the mean of these. ${T_INTERVAL.en}.`
	},
	source: { de: 'Eigener Index von Quartierspiegel', en: 'Quartierspiegel’s own index' }
});
