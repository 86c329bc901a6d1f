import { Random } from './random';

/** A file as a browser uploads it. */
export type Upload = { name: string; mimeType: string; buffer: Buffer };

export const upload = (name: string, content: string | Uint8Array): Upload => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(content)
});

export const QUARTIERE = ['SZ-Lebenstedt', 'SZ-Fredenberg', 'BS-Melverode'] as const;
export const AGES = ['unter 30', '30 bis 44', '45 bis 64', '65 und älter'] as const;
export const YEARS = [2023, 2024, 2025] as const;

/** Dwellings and households of each Quartier in 2023; one dwelling less in every year after. */
const HOMES: Record<string, [number, number]> = {
	'SZ-Lebenstedt': [1284, 1231],
	'SZ-Fredenberg': [842, 797],
	'BS-Melverode': [967, 940]
};

export type MasterRow = { quartier: string; year: number; dwellings: number; households: number };

/** Master data as an office writes them: `;`, UTF-8, thousands with a dot. */
export function masterData(): Upload & { rows: MasterRow[] } {
	const rows = YEARS.flatMap((year, later) =>
		QUARTIERE.map((quartier) => {
			const [dwellings, households] = HOMES[quartier]!;
			return { quartier, year, dwellings: dwellings - later, households: households - later };
		})
	);
	const lines = rows.map(({ quartier, year, dwellings, households }) =>
		[
			quartier,
			quartier.startsWith('SZ') ? 'Salzgitter' : 'Braunschweig',
			year,
			dwellings.toLocaleString('de-DE'),
			households.toLocaleString('de-DE')
		].join(';')
	);
	const text = ['Quartier;Stadt;Jahr;Wohnungen;Haushalte', ...lines].join('\r\n');
	return { ...upload('stammdaten-2023-2025.csv', `${text}\r\n`), rows };
}

export const WORDS = [
	'sehr unzufrieden',
	'eher unzufrieden',
	'teils/teils',
	'eher zufrieden',
	'sehr zufrieden'
] as const;

/** The five questions of the code array, where `A1` is the worst answer: the import cannot know. */
const CODES = ['A1', 'A2', 'A3', 'A4', 'A5'];

export const ITEMS = {
	overall: ['Q00'],
	safety: ['Q01[SQ001]', 'Q01[SQ002]', 'Q01[SQ003]'],
	housing: ['Q02[SQ001]', 'Q02[SQ002]', 'Q02[SQ003]', 'Q02[SQ004]'],
	service: ['Q03[SQ001]', 'Q03[SQ002]', 'Q03[SQ003]']
} as const;

const HEADINGS = [
	...['id', 'submitdate', 'lastpage', 'startlanguage', 'seed', 'email', 'quartier', 'alter'],
	...Object.values(ITEMS).flat(),
	...['Q04', 'NPS1']
];

export const OFF_SCALE = 'zufireden';

/** An answer sheet as it stands in the file; `line` as a spreadsheet counts it. */
export type SheetRow = { line: number; cells: Record<string, string>; extra: string };

const LEVELS: Record<string, number> = {
	'SZ-Lebenstedt': -0.35,
	'SZ-Fredenberg': 0.15,
	'BS-Melverode': 0.4
};

/** A point from 1 to 5 for somebody with this tendency. */
const point = (random: Random, tendency: number): number => {
	const noise = random.next() + random.next() + random.next() - 1.5;
	return Math.min(5, Math.max(1, Math.round(3.3 + tendency + 1.6 * noise)));
};

function sheet(random: Random, number: number): Record<string, string> {
	const quartier = random.pick([
		['SZ-Lebenstedt', 8],
		['SZ-Fredenberg', 6],
		['BS-Melverode', 6]
	]);
	const person = LEVELS[quartier]! + 1.2 * (random.next() - 0.5);
	const day = String(1 + random.whole(28)).padStart(2, '0');
	const cells: Record<string, string> = {
		id: String(number),
		submitdate: `2025-${random.pick([
			['09', 2],
			['10', 1]
		])}-${day} 1${random.whole(10)}:${10 + random.whole(50)}:00`,
		lastpage: '7',
		startlanguage: 'de',
		seed: String(100_000_000 + random.whole(900_000_000)),
		email: `mieter${number}@wohnen.example`,
		quartier,
		alter: random.chance(0.02) ? 'keine Angabe' : AGES[random.whole(4)]!,
		Q04: random.chance(0.3)
			? `Mehr Bänke, bitte.\nUnd „Licht" im Hof; Bogen ${number}, danke`
			: random.chance(0.5)
				? `Alles gut (${number})`
				: '',
		NPS1: random.chance(0.05)
			? ''
			: String(Math.min(10, Math.max(0, Math.round(6.8 + 2 * person + 6 * (random.next() - 0.5)))))
	};
	for (const item of [...ITEMS.overall, ...ITEMS.safety, ...ITEMS.housing]) {
		const answer = WORDS[point(random, person) - 1]!;
		cells[item] = random.chance(0.08) ? 'weiß nicht' : random.chance(0.1) ? '' : answer;
	}
	for (const item of ITEMS.service) {
		cells[item] = random.chance(0.15) ? '' : CODES[point(random, person) - 1]!;
	}
	return cells;
}

/** What is wrong in the survey file, by the number of the answer sheet. */
const SHEET_ERRORS: Record<number, (cells: Record<string, string>) => void> = {
	17: (cells) => (cells['quartier'] = 'SZ-Lebenstett'),
	18: (cells) => (cells['quartier'] = 'SZ-Lebenstett'),
	51: (cells) => (cells['Q01[SQ001]'] = OFF_SCALE),
	93: (cells) => (cells['id'] = '92'),
	140: (cells) => (cells['quartier'] = '')
};
const TOO_LONG = 77;

/** A LimeSurvey export with question codes: `,`, everything in quotes, UTF-8 with a byte order mark. */
export function survey(count = 400): Upload & { rows: SheetRow[] } {
	const random = new Random(20_250_901);
	const rows = Array.from({ length: count }, (_, index): SheetRow => {
		const cells = sheet(random, index + 1);
		SHEET_ERRORS[index + 1]?.(cells);
		return { line: index + 2, cells, extra: index + 1 === TOO_LONG ? 'zu viel' : '' };
	});
	const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
	const lines = rows.map(({ cells, extra }) =>
		[...HEADINGS.map((heading) => cells[heading] ?? ''), ...(extra ? [extra] : [])]
			.map(quoted)
			.join(',')
	);
	const text = [HEADINGS.map(quoted).join(','), ...lines].join('\n');
	return { ...upload('results-survey481516.csv', `\uFEFF${text}\n`), rows };
}
