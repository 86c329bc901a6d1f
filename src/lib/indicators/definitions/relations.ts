import { INDEX_TOPICS, type Words } from '../../domain';
import type { RelationIndicator } from './indicator';
import { TOPIC_NAMES } from './topics';

const SURVEY = {
	family: 'relation',
	group: 'survey',
	direction: 'neutral',
	minimumBase: 30,
	completeCount: false
} as const;

const LMG: Words = {
	de: 'Lindeman, Merenda und Gold (1980); Bereich: Bootstrap (Efron 1979)',
	en: 'Lindeman, Merenda and Gold (1980); interval: bootstrap (Efron 1979)'
};

/** How items and topics go with overall satisfaction, and how well the items of a topic hang together. */
export const RELATION_INDICATORS: readonly RelationIndicator[] = [
	{
		...SURVEY,
		id: 'driver-correlation',
		relation: 'correlation',
		kind: 'mean',
		unit: 'value',
		name: {
			de: 'Zusammenhang mit der Gesamtzufriedenheit',
			en: 'Correlation with overall satisfaction'
		},
		description: {
			de: 'Wie eng die Antworten auf eine Frage mit der Gesamtzufriedenheit zusammengehen: 0 gar nicht, 1 ganz. Kein Beweis einer Ursache.',
			en: 'How closely the answers to an item go with overall satisfaction: 0 not at all, 1 entirely. No proof of a cause.'
		},
		formula: {
			de: 'Korrelation nach Pearson über Bögen, die beide Fragen beantwortet haben; Bereich mit Fishers z.',
			en: 'Pearson’s correlation over sheets that answered both items; interval by Fisher’s z.'
		},
		source: {
			de: 'Fisher (1915), Biometrika 10, 507–521',
			en: 'Fisher (1915), Biometrika 10, 507–521'
		}
	},
	...INDEX_TOPICS.map((topic): RelationIndicator => ({
		...SURVEY,
		id: `driver-${topic}`,
		relation: 'driver',
		topic,
		kind: 'share',
		unit: 'percent',
		name: TOPIC_NAMES[topic],
		description: {
			de: `Welchen Anteil „${TOPIC_NAMES[topic].de}“ an dem hat, was die Themen zusammen über die Gesamtzufriedenheit sagen. Kein Beweis einer Ursache.`,
			en: `The share of “${TOPIC_NAMES[topic].en}” in what the topics say together about overall satisfaction. No proof of a cause.`
		},
		formula: {
			de: 'Zuwachs an R², gemittelt über alle Reihenfolgen der Themen (Shapley-Wert, LMG), geteilt durch R²; Bögen mit allen Themenindizes. Bereich: 2,5 % und 97,5 % von 400 Bootstrap-Ziehungen.',
			en: 'Gain in R², averaged over all orders of the topics (Shapley value, LMG), divided by R²; sheets with all topic indices. Interval: 2.5 % and 97.5 % of 400 bootstrap draws.'
		},
		source: LMG
	})),
	...INDEX_TOPICS.map((topic): RelationIndicator => ({
		...SURVEY,
		id: `alpha-${topic}`,
		relation: 'alpha',
		topic,
		kind: 'mean',
		unit: 'value',
		completeCount: true,
		name: TOPIC_NAMES[topic],
		description: {
			de: `Wie gut die Fragen zu „${TOPIC_NAMES[topic].de}“ dasselbe messen (Cronbachs Alpha): ab etwa 0,7 taugt der Index.`,
			en: `How well the items on “${TOPIC_NAMES[topic].en}” measure the same (Cronbach’s alpha): from about 0.7 the index is good.`
		},
		formula: {
			de: 'k/(k − 1) · (1 − Summe der Varianzen der Fragen ÷ Varianz ihrer Summe), über Bögen, die alle beantwortet haben. Eine Kennzahl der Daten, ohne Bereich.',
			en: 'k/(k − 1) · (1 − sum of the variances of the items ÷ variance of their sum), over sheets that answered all. A figure of the data, without an interval.'
		},
		source: {
			de: 'Cronbach (1951), Psychometrika 16, 297–334',
			en: 'Cronbach (1951), Psychometrika 16, 297–334'
		}
	}))
];
