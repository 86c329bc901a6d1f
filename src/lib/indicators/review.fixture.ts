/** What a review looks at: a survey, cases and master data of two Quartiere. */
import type { Engine } from '../engine';
import { load, seeded, table } from './testing';

const random = seeded(7);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;

export const WORDS = [
	'sehr unzufrieden',
	'eher unzufrieden',
	'teils/teils',
	'eher zufrieden',
	'sehr zufrieden'
];
/** The young are content and the old are not; West is young and Ost is old, and nothing else differs. */
export const responses = Array.from({ length: 1200 }, (_, at) => {
	const quartier = at % 2 ? 'West' : 'Ost';
	const young = random() < (quartier === 'West' ? 0.8 : 0.2);
	const good = random() < (young ? 0.8 : 0.4);
	return {
		quartier,
		age: young ? 'unter 30' : '65 und älter',
		answer: good ? pick(WORDS.slice(3)) : pick(WORDS.slice(0, 3)),
		isGood: good
	};
});
/** Cases of two areas; every third is open. Days after the first of January 2024. */
export const cases = Array.from({ length: 90 }, (_, at) => ({
	area: at % 3 === 0 ? 'Gesundheit und Geselligkeit' : 'Sicheres Wohnen',
	opened: at,
	closed: at % 3 === 1 ? null : at + 20 + (at % 40)
}));
const german = (days: number): string =>
	new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10).split('-').reverse().join('.');

/** Fills the database with the responses, the cases and the master data. */
export async function loadReview(engine: Engine): Promise<void> {
	await load(
		engine,
		table(
			['Bogen', 'Welle', 'Quartier', 'Altersgruppe', 'Zufriedenheit insgesamt'],
			responses.map((one, at) => [at + 1, 2024, one.quartier, one.age, one.answer])
		),
		table(
			['Fall-Nr', 'Quartier', 'Eröffnet', 'Geschlossen', 'Angebotsbereich', 'Anlass', 'Ergebnis'],
			cases.map(({ area, opened, closed }, at) => [
				at,
				'West',
				german(opened),
				closed === null ? '' : german(closed),
				area,
				'Energie',
				''
			])
		),
		table(
			['Quartier', 'Jahr', 'Wohnungen', 'Haushalte'],
			[
				['West', 2023, 500, 480],
				['West', 2024, 510, 490],
				['Ost', 2024, 700, 650]
			]
		)
	);
}
