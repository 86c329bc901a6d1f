import { describe, expect, test } from 'vitest';
import { saysNothing, setApart } from './missing';

describe('answers that say nothing', () => {
	test.each(
		[
			'KeineAntwort|keineangabe|WeissNicht|WEISS NICHT|Ich weiß es nicht|weiß ich leider nicht',
			'NA|n/a|DK|D/K|(DK/NA)|DK; NA|k. A.|[NA] nicht beantwortet|.|–|.d|INAPP|TNZ: FILTER',
			'Don’t know/Cannot answer|Do not know / no response|I don’t know / NA|Not sure|Can’t say',
			'kann ich nicht einschätzen|Möchte ich nicht beantworten|kann ich noch nicht beurteilen',
			'Prefer not to answer|Refused|Declined|verweigert|Verweigert / weiß nicht',
			'Trifft auf mich nicht zu|betrifft mich nicht|entfällt|Not applicable to me|nicht vorhanden',
			'nicht_beurteilt|NICHT ERHOBEN|Missing by filter|Item nonresponse|Valid skip|bitte wählen'
		].flatMap((line) => line.split('|'))
	)('%s', (answer) => expect(saysNothing(answer)).toBe(true));

	test.each(
		[
			'nie|keine|gar nicht|neutral|unentschieden|nein|nicht zufrieden|weder noch|keine Sorgen|0|-1',
			'trifft eher nicht zu|Not at all|No problem|None|unsure|nicht wichtig|keine Kinder',
			'weiß|Nicht weit genug|Ich weiß nicht mehr weiter mit dem Lärm im Hof|No|kein Aufzug|Kann ich nicht bezahlen|will ich nicht|Zahlung verweigert'
		].flatMap((line) => line.split('|'))
	)('not %s', (answer) => expect(saysNothing(answer)).toBe(false));

	test.each([
		[['trifft nicht zu', 'trifft eher zu', 'k.A.'], ['k.A.']],
		[['trifft nicht zu', 'zufrieden', 'unzufrieden'], ['trifft nicht zu']],
		[['trifft auf mich nicht zu', 'trifft eher zu'], ['trifft auf mich nicht zu']],
		[['kenne ich nicht', 'kenne ich', 'kenne ich gut'], []],
		[['kenne ich nicht', 'gut', 'schlecht'], ['kenne ich nicht']],
		[['not sure', 'fairly sure', 'very sure'], []],
		[['--', '-', '+', '++'], []],
		[['keine Erfahrung', 'wenig Erfahrung', 'viel Erfahrung'], []],
		[['keine Erfahrung', 'gut', 'schlecht'], ['keine Erfahrung']],
		[['-', 'ja', 'nein'], ['-']]
	])('of %j: %j', (answers, outside) => expect(setApart(answers)[1]).toEqual(outside));
});
