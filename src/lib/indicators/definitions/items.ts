import { choice, mean, nps, quantile, share, WILSON } from './from-answers';
import type { Indicator } from './indicator';

/** The figures of an item: each stands for any item of any survey. */
export const ITEM_INDICATORS: readonly Indicator[] = [
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
			{ derived: false, kinds: ['ordinal', 'yes-no', 'nominal', 'nps'] }
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
