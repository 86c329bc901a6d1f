import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { eventSchema, slug } from '../src/lib/domain';
import { readMap } from '../src/lib/steering';
import { caseProblems, incomeRatio, isIncome, isoDate, rate } from './generator/case-draw';
import { CASES_FROM, CASES_TO, DURATION } from './generator/cases';
import { COPENHAGEN } from './generator/copenhagen';
import { daysBetween } from './generator/dates';
import {
	BENEFITS_FILE,
	CASES_FILE,
	CONTACTS_FILE,
	COPENHAGEN_FILE,
	DEBTS_FILE,
	EVENTS_FILE,
	files,
	MAP_FILE,
	SURVEY_FILE,
	TREFF_FILE
} from './generator/files';
import {
	INCOME,
	NEIGHBOURHOOD_SHIFT,
	PANDEMIC,
	PLANTED_QUARTIER,
	SAFETY,
	SEED,
	UNCHANGED_QUARTIER,
	YOUNG
} from './generator/planted';
import { dwellingsIn, householdsIn, QUARTIERE, YEARS } from './generator/quartiere';
import { distance, read, satisfied } from './generator/reading';
import { STRANDS } from './generator/strands';
import { WAVES } from './generator/survey';
import {
	falseAlarms,
	itemsOf,
	ofQuartier,
	ofWave,
	restOf,
	safetyRise,
	surveyProblems
} from './generator/survey-draw';

const committed = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, name));
const survey = read(committed(SURVEY_FILE), 'utf-8');
const cases = read(committed(CASES_FILE), 'windows-1252');

describe('files', () => {
	test('are what the generator writes, byte for byte', () => {
		for (const [name, bytes] of files(SEED))
			expect(Buffer.compare(committed(name), bytes), name).toBe(0);
	});

	test('are all generated', () => {
		const data = readdirSync(import.meta.dirname).filter((name) =>
			/\.(csv|json|geojson)$/.test(name)
		);
		expect(data.sort()).toEqual([...files(SEED).keys()].sort());
	});

	test('have the encodings and line ends that the import must cope with', () => {
		const bom = [0xef, 0xbb, 0xbf];
		expect([...committed(SURVEY_FILE).slice(0, 3)]).toEqual(bom);
		expect([...committed('beispiel-quartiere.csv').slice(0, 3)]).toEqual(bom);
		const [heading] = new TextDecoder('latin1').decode(committed(CASES_FILE)).split('\r\n');
		expect(heading).toContain('Er\u{f6}ffnet');
		expect(committed(SURVEY_FILE).length).toBeLessThan(4_000_000);
	});

	test('contain a map that the product accepts, with a tile for each Quartier', () => {
		const text = new TextDecoder().decode(committed(MAP_FILE));
		const names = QUARTIERE.map(({ name }) => ({ key: slug(name), name }));
		const { shapes } = readMap(text, MAP_FILE, names);
		expect(shapes.map(({ quartier }) => quartier)).toEqual(names.map(({ key }) => key));
	});
	test('contain events that the product accepts', () => {
		const text = new TextDecoder().decode(committed(EVENTS_FILE));
		expect(z.array(eventSchema).parse(JSON.parse(text))).toHaveLength(4);
	});
});

describe('Quartiere', () => {
	test('have 9,500 dwellings in 2025 and fewer households than dwellings', () => {
		const dwellings = QUARTIERE.map((quartier) => dwellingsIn(quartier, 2025));
		expect(dwellings.reduce((sum, one) => sum + one, 0)).toBe(9500);
		expect(dwellings[0]).toBe(1284);
		for (const quartier of QUARTIERE)
			for (const year of YEARS)
				expect(householdsIn(quartier, year)).toBeLessThan(dwellingsIn(quartier, year));
	});
});

describe('survey', () => {
	test.each(WAVES)('has about 2,600 sheets within the field period of $year', (wave) => {
		const sheets = ofWave(survey, wave.year);
		expect(Math.abs(sheets.length - 2600)).toBeLessThan(130);
		expect(ofQuartier(sheets, PLANTED_QUARTIER).length).toBeGreaterThanOrEqual(300);
		for (const sheet of sheets) {
			const received = isoDate(sheet['Eingang']);
			expect(received >= wave.from && received <= wave.to).toBe(true);
		}
	});

	test('numbers every sheet once', () => {
		expect(new Set(survey.map((row) => row['Bogen-Nr'])).size).toBe(survey.length);
	});

	test.each(Object.keys(SAFETY.shareBefore))('shows the planted rise: %s', (item) => {
		const rise = safetyRise(ofQuartier(survey, PLANTED_QUARTIER), item);
		expect(Math.abs(rise - SAFETY.rise)).toBeLessThanOrEqual(SAFETY.tolerance);
		expect(Math.abs(safetyRise(restOf(survey, PLANTED_QUARTIER), item))).toBeLessThan(0.03);
	});

	test.each(WAVES)('shows the planted neighbourhood below the rest in $year', ({ year }) => {
		expect(NEIGHBOURHOOD_SHIFT).toBeLessThan(0);
		const sheets = ofWave(survey, year);
		for (const item of itemsOf('neighbourhood')) {
			const own = satisfied(ofQuartier(sheets, PLANTED_QUARTIER), item);
			const rest = satisfied(restOf(sheets, PLANTED_QUARTIER), item);
			expect(rest.value - own.value).toBeGreaterThan(0.08);
			expect(distance(own, rest)).toBeGreaterThan(3);
		}
	});

	test('shows nothing else: no false alarm, shares of 35 to 85 %, NPS of −10 to 35', () => {
		const sheets = ofQuartier(survey, UNCHANGED_QUARTIER);
		expect(falseAlarms(sheets, UNCHANGED_QUARTIER, [2019, 2022])).toEqual([]);
		expect(falseAlarms(sheets, UNCHANGED_QUARTIER, [2022, 2025])).toEqual([]);
		expect(surveyProblems(survey)).toEqual([]);
	});

	test('would raise the alarm where something was planted', () => {
		const sheets = ofQuartier(survey, PLANTED_QUARTIER);
		const alarms = falseAlarms(sheets, 'planted, but not said so', [2022, 2025]);
		for (const item of itemsOf('safety')) expect(alarms.join()).toContain(item);
	});
});

describe('cases', () => {
	test('are about 4,300, a fifth of them in the planted Quartier', () => {
		expect(Math.abs(cases.length - 4300)).toBeLessThan(150);
		const share = ofQuartier(cases, PLANTED_QUARTIER).length / cases.length;
		expect(Math.abs(share - 0.2)).toBeLessThan(0.02);
	});

	test('are opened in the period and closed on or after that, or open without an outcome', () => {
		for (const row of cases) {
			const opened = isoDate(row['Eröffnet']);
			const closed = isoDate(row['Geschlossen']);
			expect(opened >= CASES_FROM && opened <= CASES_TO).toBe(true);
			expect(closed === '' || (closed >= opened && closed <= CASES_TO)).toBe(true);
			expect(closed === '').toBe(row['Ergebnis'] === '');
		}
	});

	test('have topics within their service areas', () => {
		const strands = new Set(STRANDS.map(({ area, topic }) => `${area}: ${topic}`));
		for (const row of cases)
			expect(strands).toContain(`${row['Angebotsbereich']}: ${row['Anlass']}`);
	});

	test('last about ten weeks', () => {
		// opened by the end of 2024: practically all closed, so that leaving out the open ones is fair
		const durations = cases
			.filter((row) => isoDate(row['Eröffnet']) < '2025' && row['Geschlossen'])
			.map((row) => daysBetween(isoDate(row['Eröffnet']), isoDate(row['Geschlossen'])))
			.sort((one, other) => one - other);
		const median = durations[Math.floor(durations.length / 2)] ?? 0;
		expect(Math.abs(median - DURATION.medianDays)).toBeLessThan(7);
	});

	test('show the pandemic', () => {
		const ratio = rate(cases, 'pandemic') / rate(cases, 'before');
		expect(Math.abs(ratio - 0.5)).toBeLessThan(0.1);
		const company = cases.filter((row) => row['Angebotsbereich'] === PANDEMIC.closedArea);
		expect(rate(company, 'pandemic') / rate(company, 'before')).toBeLessThan(0.1);
	});

	test('show income counselling doubled everywhere, and nothing else changed', () => {
		expect(Math.abs(incomeRatio(cases) - INCOME.factor)).toBeLessThan(0.2);
		for (const { name } of QUARTIERE)
			expect(incomeRatio(ofQuartier(cases, name)), name).toBeGreaterThan(1.2);
		const others = cases.filter((row) => !isIncome(row));
		expect(Math.abs(rate(others, 'after') / rate(others, 'before') - 1)).toBeLessThan(0.1);
		expect(caseProblems(cases)).toEqual([]);
	});
});

describe('records', () => {
	const treff = read(committed(TREFF_FILE), 'utf-8');
	const ids = new Set(cases.map((row) => row['Fall-Nr']));

	test.each([CONTACTS_FILE, DEBTS_FILE, BENEFITS_FILE])(
		'%s belong to cases of the list',
		(name) => {
			const rows = read(committed(name), 'utf-8');
			expect(rows.length).toBeGreaterThan(300);
			expect(rows.filter((row) => !ids.has(row['Fall-Nr']))).toEqual([]);
		}
	);

	test('show that young people come more often to one Treff, and nothing else', () => {
		const mean = (rows: typeof treff): number =>
			rows.reduce((sum, row) => sum + Number(row['Besuche']), 0) / rows.length;
		const ratio = (rows: typeof treff): number => {
			const [before, after] = [false, true].map((late) =>
				mean(rows.filter((row) => isoDate(row['Datum']) >= YOUNG.from === late))
			);
			return (after ?? NaN) / (before ?? NaN);
		};
		const isYoung = (row: (typeof treff)[number]): boolean =>
			row['Quartier'] === YOUNG.quartier && YOUNG.targets.includes(row['Zielgruppe'] ?? '');
		expect(Math.abs(ratio(treff.filter(isYoung)) - YOUNG.factor)).toBeLessThan(0.1);
		expect(Math.abs(ratio(treff.filter((row) => !isYoung(row))) - 1)).toBeLessThan(0.05);
	});
});

describe('Copenhagen', () => {
	const tenants = read(committed(COPENHAGEN_FILE), 'utf-8');

	test('gives all 72 published frequencies', () => {
		expect(COPENHAGEN).toHaveLength(72);
		for (const cell of COPENHAGEN) {
			const found = tenants.filter(
				(row) =>
					row['Satisfaction'] === cell.satisfaction &&
					row['Influence'] === cell.influence &&
					row['Contact'] === cell.contact &&
					row['Type'] === cell.type
			);
			expect(found.length).toBe(cell.frequency);
		}
	});

	test('gives the published margins', () => {
		const count = (column: string, value: string): number =>
			tenants.filter((row) => row[column] === value).length;
		expect(tenants).toHaveLength(1681);
		expect(['Low', 'Medium', 'High'].map((value) => count('Satisfaction', value))).toEqual([
			567, 446, 668
		]);
		expect(
			['Tower', 'Apartment', 'Atrium', 'Terrace'].map((value) => count('Type', value))
		).toEqual([400, 765, 239, 277]);
		expect(['Low', 'High'].map((value) => count('Contact', value))).toEqual([713, 968]);
	});
});
