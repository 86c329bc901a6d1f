import { AGES, QUARTIERE, upload, type Upload } from './files';
import { Random } from './random';

/** Questions answered from 1 (bad) to 5 (good); 9 is no answer. Nothing in the file says so. */
export const RATED = Array.from(
	{ length: 118 },
	(_, at) => `q${Math.floor(at / 10) + 1}_${String((at % 10) + 1).padStart(2, '0')}`
);
const MISSING = '9';
const CHOICES: readonly (readonly string[])[] = [
	['Auto', 'Bahn', 'Bus', 'Fahrrad'],
	['Aushang', 'Brief', 'E-Mail'],
	['Hof', 'Keller', 'Treppenhaus', 'Waschküche']
];
const CHOSEN = Array.from({ length: 18 }, (_, at) => `w${at + 1}`);
const TICKED = [
	'Treff',
	'Garten',
	'Beratung',
	'Café',
	'Sport',
	'Chor',
	'Werkstatt',
	'Fest',
	'Kurs'
];

const HEADINGS = [
	...['Bogen', 'Quartier', 'Eingang', 'Altersgruppe', 'Gewicht', 'Telefon', 'Bemerkung'],
	...RATED,
	...CHOSEN,
	...TICKED.map((word) => `Was nutzen Sie? [${word}]`),
	...['Wohnfläche', 'Kaltmiete', 'Stockwerk', 'Dauer', 'Baujahr', 'Umzüge', 'Wartezeit', 'leer']
];

const cellsOf = (random: Random, number: number): string[] => [
	String(number),
	QUARTIERE[random.whole(QUARTIERE.length)] ?? '',
	`${String(1 + random.whole(28)).padStart(2, '0')}.09.2025`,
	AGES[random.whole(AGES.length)] ?? '',
	random.chance(0.5) ? '0,8' : '1,2',
	`0531 ${400_000 + random.whole(500_000)}`,
	random.chance(0.3) ? `Im Hof fehlt Licht, sagt Bogen ${number}` : '',
	...RATED.map(() =>
		random.chance(0.06) ? MISSING : String(Math.min(5, 1 + random.whole(3) + random.whole(4)))
	),
	...CHOSEN.map((_, at) => {
		const answers = CHOICES[at % CHOICES.length] ?? [];
		return answers[random.whole(answers.length)] ?? '';
	}),
	...TICKED.map(() => (random.chance(0.3) ? 'ja' : 'nein')),
	...[30 + random.whole(90), 300 + random.whole(500), random.whole(9)].map(String),
	...[20 + random.whole(900), 1950 + random.whole(60), random.whole(12), random.whole(400)].map(
		String
	),
	''
];

/** A survey of 160 columns as a panel's program exports it: codes without words. */
export function wide(sheets: number): Upload & { rows: Record<string, string>[] } {
	const random = new Random(160);
	const rows = Array.from({ length: sheets }, (_, at) => cellsOf(random, at + 1));
	const text = [HEADINGS, ...rows].map((cells) => cells.join(';')).join('\r\n');
	return {
		...upload('panel-2025.csv', `${text}\r\n`),
		rows: rows.map((cells) => Object.fromEntries(HEADINGS.map((name, at) => [name, cells[at]!])))
	};
}
