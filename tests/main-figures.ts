import { AREAS, type CaseRow } from './case-file';
import * as expected from './expected';
import { written, type Expected, type Written } from './figures';
import { AGES, QUARTIERE, YEARS, type MasterRow } from './files';
import { expect, type Page } from './watch';
import { keyFigures, panelRows } from './wizard';
import { say } from './words';

/** What the dashboard of SZ-Lebenstedt must be calculated from: the raw rows that count. */
export type Raw = {
	sheets: readonly Record<string, string>[];
	cases: readonly CaseRow[];
	master: readonly MasterRow[];
};

const HERE = 'SZ-Lebenstedt';
/** The last year of casework that is over. */
const LAST_YEAR = 2025;
const INDICES = { safety: 'Sicherheit', housing: 'Wohnung und Gebäude', service: 'Service' };

const own = ({ sheets, cases }: Raw) => ({
	sheets: sheets.filter(({ quartier }) => quartier === HERE),
	cases: cases.filter(({ cells }) => cells['Quartier'] === HERE)
});

/** The raw rows of one age group. */
export const ofAge = ({ sheets, cases, master }: Raw, age: string): Raw => ({
	sheets: sheets.filter(({ alter }) => alter === age),
	cases: cases.filter(({ cells }) => cells['Altersgruppe'] === age),
	master
});

type Row = Record<string, string> | undefined;

const expectRow = (row: Row, { value, interval, n }: Written, name: string): void =>
	expect(row, name).toMatchObject({ Wert: value, '95-%-Bereich': interval, n });

/**
 * Figures at the head of the page. How many of a part of the tenants were asked is not known: the
 * response rate is that of all of them, and says so.
 */
export async function expectKeyFigures(page: Page, raw: Raw, all = raw): Promise<void> {
	const figures = await keyFigures(page);
	const survey = expected.survey(own(raw).sheets);
	const line = (one: Expected, unit: 'percent' | 'index' | 'nps' | 'rate', behind: string) => {
		const { value, margin, n } = written(one, unit);
		const uncertain = one.n < 30 && unit !== 'rate' ? `(${say('figure_uncertain')}) ` : '';
		return `${value} ${margin} ${uncertain}${say(behind, { n })}`;
	};
	expect(figures).toMatchObject({
		'Zufrieden insgesamt': line(survey.satisfied(), 'percent', 'key_sheets'),
		Sicherheit: line(survey.index('safety'), 'index', 'key_sheets'),
		'Weiterempfehlung (NPS)': line(survey.nps(), 'nps', 'key_sheets'),
		[`Neue Fälle je 1.000 Wohnungen und Jahr, ${LAST_YEAR}`]: line(
			expected.caseRate(raw.cases, raw.master, HERE, LAST_YEAR),
			'rate',
			'key_cases'
		)
	});
	const sheets = own(all).sheets.length;
	const { households } = raw.master.find((row) => row.quartier === HERE && row.year === 2025)!;
	const percent = `${Math.round((100 * sheets) / households)} %`;
	const response = figures['Rücklauf'] ?? '';
	expect(response).toContain(percent);
	expect(response).toContain(`${sheets} von ${households.toLocaleString('de-DE')}`);
	const note = page
		.locator('[data-panel="key-figures"] li')
		.filter({ hasText: say('note_groups_ignored') });
	await expect(note).toHaveCount(raw === all ? 0 : 1);
}

export async function expectIndices(page: Page, raw: Raw): Promise<void> {
	const rows = await panelRows(page, 'topics');
	const groups = {
		[HERE]: own(raw).sheets,
		[say('chart_rest')]: raw.sheets.filter(({ quartier }) => quartier !== HERE)
	};
	for (const [place, sheets] of Object.entries(groups)) {
		for (const [topic, name] of Object.entries(INDICES)) {
			const figure = expected.survey(sheets).index(topic as expected.Topic);
			const row = rows.find((one) => one['Gebiet'] === place && one['Kennzahl'] === name);
			expectRow(row, written(figure, 'index'), `${name}, ${place}`);
		}
	}
	expect(rows).toHaveLength(6);
}

/** Satisfaction by age: all ages, or those that the filter leaves. */
export async function expectAges(page: Page, raw: Raw): Promise<void> {
	const rows = await panelRows(page, 'age');
	expect(rows.map((row) => row['Alter']).sort()).toEqual([...AGES].sort());
	for (const age of AGES) {
		const figure = expected.survey(own(ofAge(raw, age)).sheets).satisfied();
		expectRow(
			rows.find((row) => row['Alter'] === age),
			written(figure, 'percent'),
			age
		);
	}
}

export async function expectRates(page: Page, raw: Raw): Promise<void> {
	const rows = await panelRows(page, 'neighbours');
	for (const quartier of QUARTIERE) {
		const figure = expected.caseRate(raw.cases, raw.master, quartier, LAST_YEAR);
		const row = rows.find((one) => one['Quartier'] === quartier);
		if (figure.n >= 5) expectRow(row, written(figure, 'rate'), quartier);
		else expect(row?.['Wert'], quartier).toBe(expected.shownCount(figure.n));
	}
}

export async function expectSuccess(page: Page, raw: Raw): Promise<void> {
	const rows = await panelRows(page, 'success');
	for (const area of AREAS) {
		const cases = own(raw).cases.filter(({ cells }) => cells['Angebotsbereich'] === area);
		const figure = expected.success(cases);
		const row = rows.find((one) => one['Angebotsbereich'] === area);
		if (figure.n >= 5) expectRow(row, written(figure, 'percent'), area);
		else expect(row?.['Wert']).toBe(expected.shownCount(figure.n));
	}
}

/** Counts of cases: small ones are hidden, and where those are many, the period is coarser. */
export async function expectCounts(page: Page, raw: Raw): Promise<void> {
	const { cases } = own(raw);
	const reasons = await panelRows(page, 'case-topics');
	expect(reasons.length).toBeGreaterThanOrEqual(5);
	for (const row of reasons) {
		const count = cases.filter(({ cells }) => cells['Anlass'] === row['Anlass']).length;
		expect(row['Wert'], row['Anlass']).toBe(expected.shownCount(count));
	}
	const course = await panelRows(page, 'flow');
	expect(course.length).toBeGreaterThanOrEqual(9);
	for (const row of course) {
		const count = expected.flow(cases, row['Zeitraum'] ?? '')[row['Kennzahl'] ?? ''] ?? NaN;
		const name = `${row['Kennzahl']} ${row['Zeitraum']}`;
		expect(row['Wert'], name).toBe(expected.shownCount(count));
	}
	// By quarter too many of the areas would be hidden: then it is years, and the panel says so.
	const areas = await panelRows(page, 'areas');
	expect(new Set(areas.map((row) => row['Zeitraum']))).toEqual(new Set(YEARS.map(String)));
	for (const row of areas) {
		const inArea = cases.filter(({ cells }) => cells['Angebotsbereich'] === row['Angebotsbereich']);
		const count = expected.flow(inArea, row['Zeitraum'] ?? '')['Neue Fälle'] ?? NaN;
		expect(row['Wert']).toBe(expected.shownCount(count));
	}
	const panel = page.locator('[data-panel="areas"]');
	await expect(panel).toContainText(say('panel_areas_subtitle', { unit: say('unit_year') }));
	await expect(panel).toContainText(say('note_coarser_period'));
}
