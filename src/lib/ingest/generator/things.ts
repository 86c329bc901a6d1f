import type { Random } from './random';

/** Names that stand in the column of the Quartier. */
export const QUARTIERE = ['Heidberg', 'Fredenberg', 'SZ-Lebenstedt', 'Weststadt', 'Südstadt'];

/** What a battery asks about. */
export const THINGS = {
	de: [
		'Heizung',
		'Treppenhaus',
		'Müllplatz',
		'Spielplatz',
		'Aufzug',
		'Keller',
		'Grünflächen',
		'Bad'
	],
	en: [
		'heating',
		'staircase',
		'bin store',
		'playground',
		'lift',
		'cellar',
		'green areas',
		'bathroom'
	]
} as const;

/** Questions that name things of which a tool might think that they are personal. */
export const HARMLESS = {
	de: [
		'Wie beurteilen Sie die telefonische Erreichbarkeit?',
		'Wie beurteilen Sie die Beleuchtung der Straße?',
		'Wie beurteilen Sie unsere Antworten per E-Mail?',
		'Wie beurteilen Sie das Klingelschild mit Ihrem Namen?'
	],
	en: [
		'How do you rate us on the telephone?',
		'How do you rate the lighting of the street?',
		'How do you rate our replies by e-mail?',
		'How do you rate the name plates at the door?'
	]
} as const;

const FIRST = ['Erika', 'Mehmet', 'Olga', 'Hans-Peter', 'Fatma', 'Jürgen', 'Anna', 'Piotr'];
const LAST = ['Beispiel', 'Mustermann', 'Yıldız', 'Petrova', 'Köhler', 'Nowak', 'Schäfer', 'Groß'];

type Personal = { de: string; en: string; cell: (random: Random, at: number) => string };

/** A number with two digits at least. */
export const two = (number: number): string => String(number).padStart(2, '0');

/** Columns that hold something personal, by heading or by what stands in them. */
export const PERSONAL: readonly Personal[] = [
	{
		de: 'Name',
		en: 'Name',
		cell: (random, at) => `${random.pick(LAST)}${at}, ${random.pick(FIRST)}`
	},
	{
		de: 'Hauptmieter/in',
		en: 'Main tenant',
		cell: (random, at) => `${random.pick(FIRST)} ${random.pick(LAST)}${at}`
	},
	{ de: 'E-Mail', en: 'E-mail', cell: (_, at) => `person${at}@example.org` },
	{ de: 'Kontakt', en: 'Contact', cell: (_, at) => `mieter${at} (at) example.org` },
	{
		de: 'Telefon',
		en: 'Telephone',
		cell: (random, at) => `0${random.whole(5300, 5399)}/${100_000 + at * 7}`
	},
	{
		de: 'Geb.-Datum',
		en: 'Date of birth',
		cell: (random) =>
			`${two(random.whole(1, 28))}.${two(random.whole(1, 12))}.${random.whole(1931, 2003)}`
	},
	{
		de: 'Anschrift',
		en: 'Address',
		cell: (random, at) => `Musterweg ${at + 1}, 38${random.whole(100, 999)} Stadt`
	},
	{
		de: 'Mietvertragsnr.',
		en: 'Contract number',
		cell: (_, at) => `4711.${two(at % 97)}.${1000 + at}`
	},
	{
		de: 'Standort',
		en: 'Location',
		cell: (random) => `(52.${random.whole(1000, 9999)}, 10.${random.whole(1000, 9999)})`
	}
];
