import { caseRows } from './cases';
import { addDays, germanDate, nextWorkingDay, weekday, workingDays } from './dates';
import { RECORDS_FROM, YOUNG } from './planted';
import { randomStream, type Random } from './random';

/** Last day of the records, as of the cases. */
const RECORDS_TO = '2026-10-31';

type Case = { id: string; opened: string; closed: string; topic: string };

const iso = (date: string): string => date.split('.').reverse().join('-');

/** The cases since records are kept, in the order of the file. */
function casesSince(seed: number): Case[] {
	const [heading = [], ...rows] = caseRows(seed);
	const at = (name: string) => heading.indexOf(name);
	return rows
		.map((row) => ({
			id: row[at('Fall-Nr')]!,
			opened: iso(row[at('Eröffnet')]!),
			closed: iso(row[at('Geschlossen')]!),
			topic: row[at('Anlass')]!
		}))
		.filter(({ opened }) => opened >= RECORDS_FROM);
}

const CHANNELS = {
	Telefon: 0.42,
	Sprechstunde: 0.24,
	Hausbesuch: 0.19,
	schriftlich: 0.1,
	Begleitung: 0.05
};
const MINUTES: Record<keyof typeof CHANNELS, number> = {
	Telefon: 12,
	Sprechstunde: 35,
	Hausbesuch: 55,
	schriftlich: 15,
	Begleitung: 90
};

/** Minutes about a typical value, in fives. */
const minutes = (typical: number, random: Random): number =>
	Math.max(5, Math.round((typical * Math.exp(0.4 * random.normal())) / 5) * 5);

export function contactRows(seed: number): string[][] {
	const random = randomStream(seed, 'contacts');
	const rows = [['Fall-Nr', 'Datum', 'Kontaktart', 'Minuten', 'Erstkontakt']];
	for (const { id, opened, closed } of casesSince(seed)) {
		const last = closed === '' || closed > RECORDS_TO ? RECORDS_TO : closed;
		let day = opened;
		for (let left = 1 + random.poisson(1.6), first = true; left > 0; left--, first = false) {
			if (day > last) break;
			const channel = random.pick(CHANNELS);
			const length = String(minutes(MINUTES[channel], random));
			rows.push([id, germanDate(day), channel, length, first ? 'ja' : 'nein']);
			day = nextWorkingDay(addDays(day, 3 + Math.floor(random.uniform() * 25)));
		}
	}
	return rows;
}

const STAGES = { Mahnung: 0.5, Kündigung: 0.28, Klage: 0.15, Räumungstermin: 0.07 };
const SOLUTIONS = {
	Ratenzahlung: 0.46,
	'Jobcenter § 22 (8) SGB II': 0.22,
	'Sozialamt § 36 SGB XII': 0.12,
	Auszug: 0.14,
	Räumung: 0.06
};

export function debtRows(seed: number): string[][] {
	const random = randomStream(seed, 'debts');
	const heading =
		'Fall-Nr;Datum;Rückstand am Anfang;Rückstand am Ende;Monate;Stand des Verfahrens;Lösung;Räumung abgewendet';
	const rows = [heading.split(';')];
	for (const { id, opened, closed, topic } of casesSince(seed)) {
		if (topic !== 'Mietschulden') continue;
		const months = 1 + random.poisson(1.9);
		const start = Math.round(months * (420 + 180 * random.uniform()));
		const stage = random.pick(STAGES);
		if (closed === '') {
			rows.push([id, germanDate(opened), String(start), '', String(months), stage, '', '']);
			continue;
		}
		const solution = random.pick(SOLUTIONS);
		const paid = solution === 'Räumung' || solution === 'Auszug' ? 0.2 : 0.92;
		const end = Math.round(start * Math.max(0, 1 - paid * (0.7 + 0.3 * random.uniform())));
		const averted =
			stage === 'Mahnung' ? '' : solution === 'Räumung' || solution === 'Auszug' ? 'nein' : 'ja';
		rows.push([
			id,
			germanDate(opened),
			String(start),
			String(end),
			String(months),
			stage,
			solution,
			averted
		]);
	}
	return rows;
}

const BENEFITS = { Wohngeld: 0.5, Grundsicherung: 0.28, Kinderzuschlag: 0.14, Sonstige: 0.08 };
const EUROS: Record<keyof typeof BENEFITS, number> = {
	Wohngeld: 290,
	Grundsicherung: 410,
	Kinderzuschlag: 240,
	Sonstige: 110
};

export function benefitRows(seed: number): string[][] {
	const random = randomStream(seed, 'benefits');
	const heading =
		'Fall-Nr;Leistung;Beraten am;Anspruch;Beantragt am;Bescheid am;Bewilligt;Euro im Monat;Monate';
	const rows = [heading.split(';')];
	for (const { id, opened, topic } of casesSince(seed)) {
		if (topic !== 'Einkommen und Sozialleistungen') continue;
		const benefit = random.pick(BENEFITS);
		const entitled = random.uniform() < 0.68;
		const applied = entitled && random.uniform() < 0.84;
		const applies = nextWorkingDay(addDays(opened, 4 + Math.floor(random.uniform() * 20)));
		const decides = nextWorkingDay(addDays(applies, 30 + Math.floor(random.uniform() * 60)));
		const isDecided = applied && decides <= RECORDS_TO;
		const granted = isDecided && random.uniform() < 0.79;
		const euros = Math.round((EUROS[benefit] * Math.exp(0.35 * random.normal())) / 5) * 5;
		rows.push([
			id,
			benefit,
			germanDate(opened),
			entitled ? 'ja' : 'nein',
			applied && applies <= RECORDS_TO ? germanDate(applies) : applied ? '' : 'nein',
			isDecided ? germanDate(decides) : '',
			isDecided ? (granted ? 'ja' : 'nein') : '',
			granted ? String(euros) : '',
			granted ? '12' : ''
		]);
	}
	return rows.filter(([, , , , applied]) => applied !== '');
}

/** Offers of each meeting place: on which weekday, for whom, and how many come in the mean. */
const OFFERS: [day: number, offer: string, target: string, visits: number][] = [
	[1, 'Frühstück', 'Senioren', 17],
	[2, 'Hausaufgabenhilfe', 'Kinder', 11],
	[3, 'Sprachcafé', 'Erwachsene', 9],
	[4, 'Kaffeerunde', 'Alle', 14],
	[5, 'Jugendtreff', 'Jugendliche', 8]
];
const PLACES: [treff: string, quartier: string, size: number][] = [
	['Treff Lebenstedt', 'SZ-Lebenstedt', 1.15],
	['Treff Weststadt', 'Weststadt', 1.25],
	['Treff Heidberg', 'Heidberg', 0.9],
	['Treff Nordstadt', 'Nordstadt', 0.75]
];

export function treffRows(seed: number): string[][] {
	const random = randomStream(seed, 'treff');
	const rows = [
		['Treff', 'Quartier', 'Datum', 'Angebot', 'Zielgruppe', 'Besuche', 'Ehrenamtliche', 'Stunden']
	];
	for (const day of workingDays(RECORDS_FROM, RECORDS_TO)) {
		for (const [on, offer, target, visits] of OFFERS) {
			if (weekday(day) !== on) continue;
			for (const [treff, quartier, size] of PLACES) {
				const young = quartier === YOUNG.quartier && YOUNG.targets.includes(target);
				const factor = young && day >= YOUNG.from ? YOUNG.factor : 1;
				const count = random.poisson(visits * size * factor);
				const helpers = random.poisson(1.4);
				if (count === 0) continue;
				rows.push([
					treff,
					quartier,
					germanDate(day),
					offer,
					target,
					String(count),
					String(helpers),
					'2'
				]);
			}
		}
	}
	return rows;
}

export const COOPERATIONS: readonly (readonly string[])[] = [
	['Partner', 'Art des Partners', 'Quartier', 'Seit', 'Bis'],
	['Jobcenter Salzgitter', 'Behörde', 'SZ-Lebenstedt', '01.03.2019', ''],
	['Jugendamt Salzgitter', 'Behörde', 'SZ-Lebenstedt', '01.09.2023', ''],
	['Kulturverein Lebenstedt', 'Verein', 'SZ-Lebenstedt', '01.05.2024', ''],
	['Grundschule am See', 'Einrichtung', 'SZ-Lebenstedt', '01.08.2024', ''],
	['Sportverein SZ 07', 'Verein', 'SZ-Lebenstedt', '01.04.2025', ''],
	['Stadtteilentwicklung Weststadt', 'Verein', 'Weststadt', '01.01.2019', ''],
	['Sozialreferat Braunschweig', 'Behörde', 'Weststadt', '01.06.2020', ''],
	['Kita Heidberg', 'Einrichtung', 'Heidberg', '01.02.2022', '31.07.2025'],
	['Nachbarschaftshilfe Nordstadt', 'Verein', 'Nordstadt', '01.10.2021', ''],
	['Schuldnerberatung', 'Einrichtung', '', '01.01.2019', ''],
	['Pflegestützpunkt', 'Einrichtung', '', '01.01.2021', '']
];
