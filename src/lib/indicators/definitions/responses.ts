import { TSM } from './from-answers';
import type { Indicator } from './indicator';
import { WILSON_1927 } from './sources';

/** The figures about the answer sheets themselves: how many came back, and from whom. */
export const RESPONSE_INDICATORS: readonly Indicator[] = [
	{
		id: 'response-rate',
		family: 'response',
		statistic: 'rate',
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
		statistic: 'margin',
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
	...(['composition', 'weighted-composition'] as const).map((statistic): Indicator => {
		const weighted = statistic === 'weighted-composition';
		return {
			id: statistic,
			family: 'response',
			statistic,
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
			source: WILSON_1927
		};
	})
];
