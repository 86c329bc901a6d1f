import { choice, WILSON } from './from-answers';
import type { Indicator } from './indicator';

/** The figures of what was written in people’s own words. */
export const OPEN_INDICATORS: readonly Indicator[] = [
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
	}
];
