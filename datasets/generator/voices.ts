import { ITEMS } from './items';
import { randomStream, type Random } from './random';

/** Heading of the open question; it was asked in the two waves since 2022. */
export const WISH = 'Was sollten wir als Erstes verbessern?';
const ASKED_SINCE = 2022;

/** Share of sheets with something written: more of those who are unhappy with something. */
const WRITES = { unhappy: 0.4, content: 0.12 };
/** Share of texts that hold a telephone number; it is of a range kept free for fiction. */
const WITH_TELEPHONE = 0.01;
const TELEPHONE = 'Bitte rufen Sie mich an: 030 23125 000.';

const UNHAPPY = ['eher unzufrieden', 'sehr unzufrieden'];

/** What people write who are unhappy with an item; made up for the sample. */
const WISHES: Readonly<Record<string, readonly string[]>> = {
	'Wohnung: Zustand der Wohnung': [
		'Die Fenster sind undicht, es zieht.',
		'Im Bad kommt immer wieder Schimmel.',
		'Neue Fenster wären schön.'
	],
	'Wohnung: Heizung und Warmwasser': [
		'Die Heizung fällt im Winter oft aus.',
		'Das Warmwasser braucht ewig, die Heizung gluckert.',
		'Heizkosten sind zu hoch.'
	],
	'Gebäude: Sauberkeit im Treppenhaus': [
		'Das Treppenhaus wird nicht richtig gereinigt.',
		'Die Reinigung im Treppenhaus lässt nach.',
		'Treppenhaus öfter wischen!'
	],
	'Gebäude: Eingang und Keller': [
		'Der Keller steht voll mit Sperrmüll.',
		'Die Haustür schließt nicht, jeder kommt in den Keller.',
		'Der Aufzug ist oft kaputt.'
	],
	'Wohnumfeld: Grünflächen und Spielplätze': [
		'Der Spielplatz ist in schlechtem Zustand.',
		'Für die Kinder fehlt ein Spielplatz.',
		'Mehr Bänke und Bäume im Hof.'
	],
	'Wohnumfeld: Einkaufen in der Nähe': [
		'Es fehlt ein Supermarkt, zum Einkaufen muss man fahren.',
		'Wieder ein Bäcker um die Ecke.'
	],
	'Wohnumfeld: Parkplätze': [
		'Es gibt zu wenig Parkplätze.',
		'Abends findet man keinen Parkplatz mehr.',
		'Parkplätze nur für Mieter, bitte.'
	],
	'Wohnumfeld: Müllplatz': [
		'Der Müllplatz ist immer überfüllt.',
		'Am Müll wird alles einfach hingestellt, Ratten inklusive.',
		'Die Mülltonnen reichen nicht, der Müll liegt daneben.'
	],
	'Wohnumfeld: Bus und Bahn': [
		'Der Bus fährt abends zu selten.',
		'Die Haltestelle ist zu weit weg, der Bus fällt oft aus.'
	],
	'Sicherheit: Im Haus': [
		'Die Haustür ist nachts offen.',
		'Fremde im Haus, die Haustür muss zu sein.'
	],
	'Sicherheit: Abends auf dem Weg nach Hause': [
		'Abends ist es auf dem Weg zu dunkel.',
		'Mehr Beleuchtung auf den Wegen!',
		'Die Laternen sind kaputt, die Beleuchtung fehlt.'
	],
	'Nachbarschaft: Umgang mit Konflikten': [
		'Der Lärm der Nachbarn in der Nacht.',
		'Gegen Lärm passiert nichts.',
		'Ruhestörung: Lärm bis zwei Uhr.'
	],
	'Service: Erreichbarkeit': [
		'Telefonisch ist niemand zu erreichen.',
		'Eine Sprechstunde im Quartier, das Telefon ist immer besetzt.'
	],
	'Service: Reparaturen': [
		'Reparaturen dauern zu lange.',
		'Auf die Reparatur warte ich seit Monaten.',
		'Handwerker kommen nicht zum Termin, die Reparatur bleibt liegen.'
	]
};

/** What people write who are content. */
const PRAISE = [
	'Alles in Ordnung, weiter so.',
	'Nichts, wir wohnen hier gern.',
	'Ein Sommerfest im Hof wäre schön.',
	'Die Mieten bezahlbar halten.'
];

const oneOf = (texts: readonly string[], random: Random): string =>
	texts[Math.floor(random.uniform() * texts.length)] ?? '';

/**
 * What stands on a sheet under the open question, empty where nothing does. It follows from what the
 * sheet answers to the items, in a stream of its own.
 */
export function voice(
	year: number,
	answers: readonly string[],
	sheet: string,
	seed: number
): string {
	if (year < ASKED_SINCE) return '';
	const random = randomStream(seed, `voices/${sheet}`);
	const wishes = ITEMS.flatMap(({ heading }, at) => {
		const texts = WISHES[heading];
		return texts && UNHAPPY.includes(answers[at] ?? '') ? [texts] : [];
	});
	const writes = random.uniform() < (wishes.length > 0 ? WRITES.unhappy : WRITES.content);
	if (!writes) return '';
	const [first, second] = random.shuffle(wishes);
	const sentences = first ? [oneOf(first, random)] : [oneOf(PRAISE, random)];
	if (second && random.uniform() < 0.5) sentences.push(oneOf(second, random));
	if (random.uniform() < WITH_TELEPHONE) sentences.push(TELEPHONE);
	return sentences.join(' ');
}
