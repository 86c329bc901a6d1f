import { BROKEN_CASES, SUCCESS, type CaseRow } from './case-file';
import { mean, nps, rate, share, topicIndex, type Expected } from './figures';
import { ITEMS, WORDS, type MasterRow, type SheetRow } from './files';

/** Answer sheets that count, with the misspelt Quartier put right. */
export function validSheets(rows: readonly SheetRow[]): Record<string, string>[] {
	const ids = new Set<string>();
	return rows
		.filter(({ extra }) => extra === '')
		.map(({ cells }) => cells)
		.filter(({ id = '' }) => !ids.has(id) && ids.add(id))
		.filter(({ quartier }) => quartier !== '')
		.map((cells) => ({
			...cells,
			quartier: (cells['quartier'] ?? '').replace('Lebenstett', 'Lebenstedt')
		}));
}

/** Cases that count. */
export const validCases = (rows: readonly CaseRow[]): CaseRow[] =>
	rows.filter((_, index) => !BROKEN_CASES.includes(index + 1));

/** An answer from 0 (worst) to 100 (best); null where there is no answer of substance. */
function score(answer = ''): number | null {
	const words: readonly string[] = WORDS;
	const point = /^A[1-5]$/.test(answer) ? Number(answer[1]) - 1 : words.indexOf(answer);
	return point < 0 ? null : 25 * point;
}

export type Topic = 'safety' | 'housing' | 'service';

/** The figures of some answer sheets, from their raw cells alone. */
export const survey = (sheets: readonly Record<string, string>[]) => ({
	satisfied: (): Expected =>
		share(
			sheets
				.map((cells) => score(cells[ITEMS.overall[0]]))
				.filter((one) => one !== null)
				.map((one) => one >= 75)
		),
	index: (topic: Topic): Expected =>
		mean(
			sheets
				.map((cells) => topicIndex(ITEMS[topic].map((item) => score(cells[item]))))
				.filter((one) => one !== null)
		),
	nps: (): Expected =>
		nps(sheets.map(({ NPS1 = '' }) => NPS1).flatMap((one) => (one === '' ? [] : [Number(one)])))
});

/** Cases opened in a year per thousand dwellings of that year. */
export function caseRate(
	cases: readonly CaseRow[],
	master: readonly MasterRow[],
	quartier: string,
	year: number
): Expected {
	const own = cases.filter(
		({ cells, opened }) => cells['Quartier'] === quartier && opened.startsWith(`${year}-`)
	);
	const homes = master.filter((row) => row.quartier === quartier && row.year === year);
	return rate(own.length, homes.reduce((sum, { dwellings }) => sum + dwellings, 0) / 1000);
}

/** Closed cases with success among all closed ones. */
export const success = (cases: readonly CaseRow[]): Expected =>
	share(
		cases.filter(({ closed }) => closed !== null).map(({ cells }) => cells['Ergebnis'] === SUCCESS)
	);

/** First and last day of a period as the page writes it: `2024` or `Q3 2024`. */
function spanOf(period: string): [string, string] {
	const quarter = /^Q([1-4]) (\d{4})$/.exec(period);
	if (!quarter) return [`${period}-01-01`, `${period}-12-31`];
	const month = 3 * Number(quarter[1]);
	const last = new Date(Date.UTC(Number(quarter[2]), month, 0)).toISOString().slice(0, 10);
	return [`${quarter[2]}-${String(month - 2).padStart(2, '0')}-01`, last];
}

/** How many cases came, went, and were open at the end of a period. */
export function flow(cases: readonly CaseRow[], period: string): Record<string, number> {
	const [from, to] = spanOf(period);
	const within = (day: string | null) => day !== null && day >= from && day <= to;
	return {
		'Neue Fälle': cases.filter(({ opened }) => within(opened)).length,
		'Geschlossene Fälle': cases.filter(({ closed }) => within(closed)).length,
		'Offene Fälle': cases.filter(
			({ opened, closed }) => opened <= to && (closed === null || closed > to)
		).length
	};
}

/** A count as the page shows it inside the house: from 1 to 4 it is hidden. */
export const shownCount = (count: number): string =>
	count > 0 && count < 5 ? 'weniger als 5 Fälle' : String(count);
