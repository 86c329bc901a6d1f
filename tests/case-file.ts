import { AGES, QUARTIERE, upload, type Upload } from './files';
import { Random } from './random';

export const AREAS = [
	'Gesundheit und Geselligkeit',
	'Hilfen in besonderen Lebenssituationen',
	'Sicheres Wohnen',
	'Unterstützung im Alltag'
] as const;

const TOPICS: readonly (readonly [string, number])[] = [
	['Mietschulden', 30],
	['Nachbarschaftskonflikt', 25],
	['Wohnen im Alter', 20],
	['Einkommen und Sozialleistungen', 20],
	['Vereinsamung', 8],
	['Energie', 2]
];

export const SUCCESS = 'erfolgreich abgeschlossen';
const OUTCOMES: readonly (readonly [string, number])[] = [
	[SUCCESS, 6],
	['weitervermittelt', 2],
	['Kontakt abgebrochen', 2]
];

const HEADINGS = [
	...['Fall-Nr', 'Quartier', 'Eröffnet am', 'Geschlossen am', 'Angebotsbereich', 'Anlass'],
	...['Altersgruppe', 'Ergebnis']
];

/** A case as it stands in the file; the days as ISO dates too, where they can be read. */
export type CaseRow = {
	line: number;
	cells: Record<string, string>;
	opened: string;
	closed: string | null;
};

const DAY = 86_400_000;
const FIRST = Date.UTC(2023, 0, 1);
const LAST = Date.UTC(2025, 11, 31);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const german = (day: string): string => day.split('-').toReversed().join('.');

/** What is wrong in the case list, by the number of the case. */
const ERRORS: Record<number, Record<string, string>> = {
	23: { 'Eröffnet am': '15.06.2024', 'Geschlossen am': '14.06.2024' },
	64: { 'Eröffnet am': '31.02.2024' },
	110: { 'Eröffnet am': '01.01.2099', 'Geschlossen am': '' }
};

/** Numbers of the cases that cannot be loaded. */
export const BROKEN_CASES = Object.keys(ERRORS).map(Number);

function row(random: Random, number: number): CaseRow {
	const opened = FIRST + random.whole((LAST - FIRST) / DAY + 1) * DAY;
	const closed = opened + (5 + random.whole(200)) * DAY;
	// What is open at the end of 2025 stays open, so that the list covers three whole years.
	const isClosed = closed <= LAST;
	const area = random.pick<string>(AREAS.map((name, index) => [name, 4 - index]));
	return {
		line: number + 1,
		opened: iso(opened),
		closed: isClosed ? iso(closed) : null,
		cells: {
			'Fall-Nr': `F-${String(number).padStart(4, '0')}`,
			Quartier: random.pick<string>(QUARTIERE.map((name, index) => [name, [5, 3, 2][index]!])),
			'Eröffnet am': german(iso(opened)),
			'Geschlossen am': isClosed ? german(iso(closed)) : '',
			Angebotsbereich: area,
			Anlass: random.pick(TOPICS),
			Altersgruppe: AGES[random.whole(4)]!,
			Ergebnis: isClosed ? random.pick(OUTCOMES) : '',
			...ERRORS[number]
		}
	};
}

/** A list of cases as Excel saves it in Germany: Windows-1252, `;`, dd.mm.yyyy. */
export function caseList(count = 300): Upload & { rows: CaseRow[] } {
	const random = new Random(481_516);
	const rows = Array.from({ length: count }, (_, index) => row(random, index + 1));
	const lines = rows.map(({ cells }) => HEADINGS.map((heading) => cells[heading] ?? '').join(';'));
	const text = `${[HEADINGS.join(';'), ...lines].join('\r\n')}\r\n`;
	return { ...upload('Fallliste 2023-2025.csv', Buffer.from(text, 'latin1')), rows };
}
