import { INDEX_TOPICS, type IndexTopic, type Words } from '../../domain';
import type { AnswerIndicator, Counting, Indicator } from './indicator';
import { TOPIC_NAMES } from './topics';

const SURVEY = {
	family: 'answer',
	group: 'survey',
	minimumBase: 10,
	completeCount: false
} as const;

const top: Counting = (_, inTopBox) => inTopBox;
const value: Counting = (answer) => answer;

const TSM: Words = {
	de: 'Regulator of Social Housing (England), Tenant Satisfaction Measures: Technical Requirements',
	en: 'Regulator of Social Housing (England), Tenant Satisfaction Measures: Technical Requirements'
};

const WILSON: Words = {
	de: 'Wilson-Bereich (Wilson 1927); gewichtet: linearisierter Standardfehler, Bereich auf der Logit-Skala (Lumley 2010)',
	en: 'Wilson interval (Wilson 1927); weighted: linearised standard error, interval on the logit scale (Lumley 2010)'
};

const T_INTERVAL: Words = {
	de: 'Bereich: Mittelwert ± t · Standardfehler; gewichtet mit linearisiertem Standardfehler (Lumley 2010)',
	en: 'Interval: mean ± t · standard error; weighted with the linearised standard error (Lumley 2010)'
};

const share = (
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
const choice = (id: string, name: Words, description: Words, formula: Words): AnswerIndicator => ({
	...share(id, name, description, { derived: false, kinds: ['multiple'] }),
	kind: 'choice',
	direction: 'neutral',
	formula
});

const mean = (
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

const quantile = (id: string, p: number, name: Words): AnswerIndicator => ({
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

const nps = (id: string, items: AnswerIndicator['items']): AnswerIndicator => ({
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

const topicIndex = (topic: IndexTopic): AnswerIndicator => ({
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

/** Every survey figure. The `item-…` ones stand for any item of any survey. */
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
	nps('nps', { topic: 'recommendation', derived: false, kinds: ['nps'] }),
	{
		id: 'response-rate',
		family: 'response',
		measure: 'rate',
		group: 'survey',
		kind: 'rate',
		unit: 'percent',
		direction: 'higher-better',
		minimumBase: 10,
		completeCount: true,
		name: { de: 'Rücklauf', en: 'Response rate' },
		description: {
			de: 'Anteil der Haushalte, von denen ein Bogen zurückkam. Vollzählung, deshalb ohne Bereich.',
			en: 'Share of households that returned an answer sheet. A complete count, hence no interval.'
		},
		formula: {
			de: 'Bögen der Welle ÷ Haushalte des Jahres, in dem die Feldzeit begann (Stammdaten). Vollzählung.',
			en: 'Answer sheets of the wave ÷ households of the year in which fieldwork began (master data). Complete count.'
		},
		source: {
			de: 'AAPOR Standard Definitions, Response Rate 1',
			en: 'AAPOR Standard Definitions, Response Rate 1'
		}
	},
	{
		id: 'achieved-margin',
		family: 'response',
		measure: 'margin',
		group: 'survey',
		kind: 'mean',
		unit: 'points',
		direction: 'lower-better',
		minimumBase: 10,
		completeCount: true,
		name: { de: 'Erreichte Genauigkeit (±)', en: 'Achieved margin of error (±)' },
		description: {
			de: 'Um so viele Punkte kann ein Anteil von 50 % höchstens danebenliegen (95 %), wenn alle Haushalte die Grundgesamtheit sind.',
			en: 'By so many points a share of 50 % can be off at most (95 %), with all households as the population.'
		},
		formula: {
			de: '1,96 · √(0,25/n · (N − n)/(N − 1)), n Bögen, N Haushalte des Jahres, in dem die Feldzeit begann.',
			en: '1.96 · √(0.25/n · (N − n)/(N − 1)), n answer sheets, N households of the year in which fieldwork began.'
		},
		source: TSM
	},
	...(['composition', 'weighted-composition'] as const).map((measure): Indicator => {
		const weighted = measure === 'weighted-composition';
		return {
			id: measure,
			family: 'response',
			measure,
			group: 'survey',
			kind: 'share',
			unit: 'percent',
			direction: 'neutral',
			minimumBase: 10,
			completeCount: weighted,
			name: weighted
				? { de: 'Zusammensetzung, gewichtet', en: 'Composition, weighted' }
				: { de: 'Zusammensetzung der Antwortenden', en: 'Composition of respondents' },
			description: weighted
				? {
						de: 'Anteil einer Gruppe an den Gewichten aller Bögen, deren Gruppe bekannt ist.',
						en: 'Share of a group in the weights of all sheets whose group is known.'
					}
				: {
						de: 'Anteil einer Gruppe an allen Bögen, deren Gruppe bekannt ist: zum Vergleich mit dem Bestand.',
						en: 'Share of a group among all sheets whose group is known: to be compared with the stock.'
					},
			formula: weighted
				? {
						de: 'Summe der Gewichte der Gruppe ÷ Summe aller Gewichte. Ohne Bereich, weil Gewichte darauf eingestellt sind.',
						en: 'Sum of the weights of the group ÷ sum of all weights. No interval, since weights are made to meet it.'
					}
				: {
						de: 'Bögen der Gruppe ÷ Bögen mit bekannter Gruppe. Wilson-Bereich (Wilson 1927).',
						en: 'Sheets of the group ÷ sheets with a known group. Wilson interval (Wilson 1927).'
					},
			source: { de: 'Wilson (1927), JASA 22, 209–212', en: 'Wilson (1927), JASA 22, 209–212' }
		};
	}),
	share(
		'item-share',
		{ de: 'Anteil zufrieden je Frage', en: 'Share satisfied per item' },
		{
			de: 'Anteil der Antworten in den obersten Stufen der Skala, je Frage.',
			en: 'Share of answers in the top boxes of the scale, per item.'
		},
		{ derived: false }
	),
	{
		...share(
			'item-distribution',
			{ de: 'Verteilung der Antworten', en: 'Distribution of answers' },
			{
				de: 'Anteil jeder Antwort an allen inhaltlichen Antworten auf eine Frage.',
				en: 'Share of each answer among all substantive answers to an item.'
			},
			{ derived: false, kinds: ['ordinal', 'yes-no', 'nominal'] }
		),
		kind: 'distribution',
		direction: 'neutral'
	},
	choice(
		'item-choices',
		{ de: 'Mehrfachnennungen', en: 'Multiple answers' },
		{
			de: 'Anteil der Befragten, die eine Antwort gewählt haben, wo mehrere möglich waren; zusammen auch mehr als 100 %.',
			en: 'Share of respondents who chose an answer where several were possible; together also more than 100 %.'
		},
		{
			de: `Bögen mit der Antwort ÷ Bögen, die die Frage beantwortet haben: mindestens eine Antwort gewählt oder, wo die Datei es sagt, ausdrücklich keine. ${WILSON.de}.`,
			en: `Answer sheets with the answer ÷ answer sheets that answered the item: at least one answer chosen or, where the file says so, expressly none. ${WILSON.en}.`
		}
	),
	{
		...choice(
			'open-answered',
			{ de: 'Offene Antworten', en: 'Open answers' },
			{
				de: 'Anteil der Bögen, auf denen etwas zu einer offenen Frage geschrieben steht.',
				en: 'Share of the answer sheets on which something is written to an open question.'
			},
			{
				de: `Bögen mit einem Text zu der Frage ÷ alle Bögen der Welle. ${WILSON.de}.`,
				en: `Answer sheets with a text to the question ÷ all answer sheets of the wave. ${WILSON.en}.`
			}
		),
		open: 'written',
		source: { de: 'Eigene Auszählung', en: 'Own count' }
	},
	{
		...choice(
			'open-terms',
			{ de: 'Begriffe in offenen Antworten', en: 'Terms in open answers' },
			{
				de: 'Anteil der offenen Antworten auf eine Frage, in denen ein Begriff vorkommt; eine Antwort kann mehrere nennen.',
				en: 'Share of the open answers to a question that name a term; an answer can name several.'
			},
			{
				de: `Bögen, deren Antwort den Begriff in irgendeiner Beugung enthält ÷ Bögen mit einer Antwort auf die Frage. Gezeigt wird ein Begriff nur, wenn ihn mindestens 10 Bögen nennen. ${WILSON.de}.`,
				en: `Answer sheets whose answer holds the term in any inflection ÷ answer sheets with an answer to the question. A term is shown only where at least 10 answer sheets name it. ${WILSON.en}.`
			}
		),
		open: 'terms',
		source: {
			de: 'Wortstämme nach Snowball (Porter 2001), ohne Funktionswörter',
			en: 'Word stems by Snowball (Porter 2001), without function words'
		}
	},
	mean(
		'item-mean',
		{ de: 'Mittelwert je Frage', en: 'Mean per item' },
		{
			de: 'Mittelwert der inhaltlichen Antworten, je Frage.',
			en: 'Mean of the substantive answers, per item.'
		},
		{ derived: false },
		'value'
	),
	quantile('item-median', 0.5, { de: 'Median je Frage', en: 'Median per item' }),
	quantile('item-lower-quartile', 0.25, {
		de: 'Unteres Viertel je Frage',
		en: 'Lower quartile per item'
	}),
	quantile('item-upper-quartile', 0.75, {
		de: 'Oberes Viertel je Frage',
		en: 'Upper quartile per item'
	}),
	{
		...mean(
			'item-ratio',
			{ de: 'Verhältnis zweier Fragen', en: 'Ratio of two items' },
			{
				de: 'Summe der Antworten auf eine Frage ÷ Summe der Antworten auf eine andere, über die Bögen, die beide beantwortet haben.',
				en: 'Total of the answers to one item ÷ total of the answers to another, over the sheets that answered both.'
			},
			{ derived: false },
			'value'
		),
		kind: 'ratio',
		formula: {
			de: 'Σ Gewicht · Zähler ÷ Σ Gewicht · Nenner; linearisierter Standardfehler wie svyratio in R (Lumley 2010).',
			en: 'Σ weight · numerator ÷ Σ weight · denominator; linearised standard error as svyratio in R (Lumley 2010).'
		}
	},
	{
		...nps('item-nps', { derived: false }),
		name: { de: 'NPS je Frage', en: 'NPS per item' }
	},
	{
		...mean(
			'item-total',
			{ de: 'Summe je Frage', en: 'Total per item' },
			{
				de: 'Gewichtete Summe der Antworten, hochgerechnet, wenn die Gewichte hochrechnen.',
				en: 'Weighted total of the answers; an estimate for the population where the weights expand to it.'
			},
			{ derived: false },
			'value'
		),
		kind: 'total',
		formula: {
			de: 'Σ Gewicht · Wert; Standardfehler wie svytotal in R (Lumley 2010).',
			en: 'Σ weight · value; standard error as svytotal in R (Lumley 2010).'
		}
	}
];
