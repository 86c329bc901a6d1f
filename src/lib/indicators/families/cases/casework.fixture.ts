/** Cases that are drawn at random, as a file, and what figures from them are measured by. */
import type { Engine } from '../../../engine';
import { load, seeded, table } from '../../testing';

export type Case = {
	quartier: string;
	opened: string;
	closed: string;
	area: string;
	topic: string;
	outcome: string;
	age: string;
};

const random = seeded(1848);
const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
const DAY = 86_400_000;
const day = (from: string, days: number): string =>
	new Date(Date.parse(from) + days * DAY).toISOString().slice(0, 10);
const german = (iso: string): string => iso.split('-').reverse().join('.');

/** From 10 January 2024 to 20 June 2025: the last year is a part of one. */
export const cases: Case[] = Array.from({ length: 400 }, () => {
	const opened = day('2024-01-10', Math.floor(random() * 520));
	const closed = day(opened, Math.floor(random() * 200));
	const isClosed = random() < 0.7 && closed <= '2025-06-20';
	return {
		quartier: pick(['West', 'West', 'Ost', 'Süd']),
		opened,
		closed: isClosed ? closed : '',
		area: pick(['Sicheres Wohnen', 'Unterstützung im Alltag']),
		topic: pick(['Energie', 'Mietschulden', 'Vereinsamung', '']),
		outcome: isClosed ? pick(['erfolgreich', 'abgebrochen', 'abgebrochen', '']) : '',
		age: pick(['unter 30', '65 und älter', 'keine Angabe'])
	};
});
export const DWELLINGS: Record<string, Record<string, number>> = {
	West: { 2024: 1296, 2025: 1284 },
	Ost: { 2024: 700, 2025: 720 },
	Süd: { 2024: 410, 2025: 410 }
};
export const COVERED = { from: '2024-01-01', to: '2025-06-30' };

/** Fills the database with the cases and the dwellings. */
export async function loadCasework(engine: Engine): Promise<void> {
	await load(
		engine,
		table(
			[
				'Fall-Nr',
				'Quartier',
				'Eröffnet',
				'Geschlossen',
				'Angebotsbereich',
				'Anlass',
				'Ergebnis',
				'Altersgruppe'
			],
			cases.map((one, at) => [
				at,
				one.quartier,
				german(one.opened),
				one.closed && german(one.closed),
				one.area,
				one.topic,
				one.outcome,
				one.age
			])
		),
		table(
			['Quartier', 'Jahr', 'Wohnungen'],
			Object.entries(DWELLINGS).flatMap(([name, years]) =>
				Object.entries(years).map(([year, dwellings]) => [name, year, dwellings])
			)
		)
	);
}

export const periodOf = (first: string, unit: string): { from: string; to: string } => {
	const months = unit === 'year' ? 12 : unit === 'calendarQuarter' ? 3 : 1;
	const [year, month] = first.split('-').map(Number) as [number, number];
	const last = new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
	return { from: first, to: last };
};
export const cut = (span: { from: string; to: string }, limit: { from: string; to: string }) => ({
	from: span.from < limit.from ? limit.from : span.from,
	to: span.to > limit.to ? limit.to : span.to
});

/** Thousand dwelling years, day by day. */
export function dwellingYears(names: string[], { from, to }: { from: string; to: string }): number {
	let sum = 0;
	for (let date = from; date <= to; date = day(date, 1)) {
		const year = Number(date.slice(0, 4));
		const days = year % 4 === 0 ? 366 : 365;
		for (const name of names) sum += DWELLINGS[name]![year]! / days / 1000;
	}
	return sum;
}
