import { expect, test } from 'vitest';
import { withBatteries, withRepeated } from './batteries';

const headings = (names: readonly string[]) =>
	names.map((heading) => ({ heading, code: heading, text: heading }));
const batteries = (...names: string[]) =>
	withRepeated(withBatteries(headings(names))).map(({ battery }) => battery);

test.each([
	['brackets', ['Lage [Bus]', 'Lage [Bahn]'], 'Lage'],
	['a dash', ['Wie zufrieden? - Bad', 'Wie zufrieden? - Flur'], 'Wie zufrieden?'],
	['a colon', ['Sicherheit: Haus', 'Sicherheit: Weg'], 'Sicherheit'],
	['a slash', ['Umfeld/Grün', 'Umfeld/Lärm'], 'Umfeld'],
	['a question', ['Stört Sie? Lärm', 'Stört Sie? Schmutz'], 'Stört Sie?'],
	['a code', ['A2Sicherheit_1', 'A2Sicherheit_2'], 'A2Sicherheit'],
	['a code with words', ['F6_1 Balkon', 'F6_2 Aufzug'], 'F6'],
	['a letter', ['Q5a', 'Q5b'], 'Q5'],
	['a number that a program put', ['Was fehlt noch', 'Was fehlt noch2'], 'Was fehlt noch'],
	['another one', ['Was fehlt noch', 'Was fehlt noch.1'], 'Was fehlt noch']
])('a battery by %s', (_, names, battery) => {
	expect(batteries(...names)).toEqual(names.map(() => battery));
});

test('the closest beginning that is shared', () => {
	expect(batteries('Teil A: Haus - Flur', 'Teil A: Haus - Keller', 'Teil A: Weg - Licht')).toEqual([
		'Teil A: Haus',
		'Teil A: Haus',
		undefined
	]);
});

test.each([
	['one alone', ['Lage [Bus]', 'Bahn']],
	['questions that are numbered', ['Q1', 'Q2', 'Q3']],
	['words of a name', ['anzahl_zimmer', 'anzahl_personen']]
])('none: %s', (_, names) => {
	expect(batteries(...names)).toEqual(names.map(() => undefined));
});

test('what the tool says is left as it is', () => {
	const own = headings(['Lage [Bus]', 'Lage [Bahn]']).map((one) => ({ ...one, group: 'Q1' }));
	expect(withBatteries(own)).toEqual(own);
});
