import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSettled, labelValues } from '../domain';
import { clean } from './batch';
import { sum } from './columns';
import { interpret } from './interpret';
import type { CaseRecords } from './interpret/cases';
import type { SurveyRecords } from './interpret/survey';
import { readFile, type Recognised } from './read';
import { columnValues } from './table';
import { column } from './testing';

const REPORTS = join(process.cwd(), '..', 'shared', 'fixtures', 'reports');
const TODAY = '2026-11-28';

const opened = (name: string): Promise<Recognised> => readFile(readFileSync(join(REPORTS, name)));

/** The records of a file as it is suggested to be read, a survey without a Quartier under one name. */
const recordsOf = ({ table, mapping }: Recognised) =>
	interpret(table, { quartierForAll: 'Nord', ...mapping }, TODAY);
const casesOf = (file: Recognised) => recordsOf(file) as CaseRecords;
const surveyOf = (file: Recognised) => recordsOf(file) as SurveyRecords;

const daysOf = ({ cases }: CaseRecords) => cases.map((one) => one.opened).sort();

/** How often each point of an item was chosen, by its label. */
function answered(file: Recognised, text: string): Map<string, number> {
	const [item, ...others] = surveyOf(file).items.filter((one) => one.item.text === text);
	if (!item || others.length > 0) throw new Error(`not one item ${text}`);
	const { labels } = item.item.scale;
	const points = labelValues(item.item.scale);
	const counts = new Map(labels.map((label) => [label, 0]));
	item.values.forEach((value, sheet) => {
		const chosen = item.chosen ? (item.chosen[sheet] ?? []) : Number.isNaN(value) ? [] : [value];
		for (const point of chosen) {
			const label = labels[item.chosen ? point - 1 : points.indexOf(point)] ?? '';
			counts.set(label, (counts.get(label) ?? 0) + 1);
		}
	});
	return counts;
}

describe.skipIf(!existsSync(REPORTS))('files after public reports', () => {
	test('titles, totals and footers are no cases', async () => {
		const file = await opened('09-faelle-summenzeile.xlsx');
		expect(casesOf(file).cases).toHaveLength(48);
		expect(column(file, 'Lfd. Nr.').role).toBe('id');
		const asSurvey = await readFile(readFileSync(join(REPORTS, '09-faelle-summenzeile.xlsx')), {
			kind: 'survey'
		});
		expect(asSurvey.table.lines).toHaveLength(48);
	});

	test('days as serial numbers beside days as text', async () => {
		const records = casesOf(await opened('10-faelle-seriendatum.xlsx'));
		expect(records.cases).toHaveLength(60);
		expect(daysOf(records)[0]).toBe('2025-01-03');
		expect(records.findings).toEqual([]);
	});

	test('days as serial numbers in a text', async () => {
		const file = await opened('10b-umfrage-seriendatum.csv');
		const { responses } = surveyOf(file);
		expect(responses).toHaveLength(80);
		expect(column(file, 'Eingang').role).toBe('date');
		expect(responses.every(({ received }) => received?.startsWith('2025-03'))).toBe(true);
	});

	test('two rows of headings', async () => {
		const file = await opened('11-zwei-kopfzeilen.xlsx');
		expect(surveyOf(file).responses).toHaveLength(60);
		const heating = column(file, 'Zufriedenheit mit der Wohnung: Heizung');
		expect(heating.item?.scale.nonSubstantive).toEqual(['weiß nicht']);
		const items = file.mapping.columns.filter(({ role }) => role === 'item');
		const worded = items.filter(({ heading }) => heading.startsWith('Zufriedenheit mit de'));
		expect(worded).toHaveLength(6);
		expect(items.filter(({ item }) => item?.scale.points === 11)).toHaveLength(1);
	});

	test('years of two digits, and days by one reading of the column', async () => {
		for (const name of ['13-faelle-jahr2stellig.csv', '13b-faelle-schraegstrich.csv']) {
			const records = casesOf(await opened(name));
			expect(records.cases, name).toHaveLength(40);
			expect(daysOf(records)[0], name).toBe('2025-02-01');
		}
	});

	test('a Quartier merged downwards', async () => {
		const { responses } = surveyOf(await opened('15-quartier-verbunden.xlsx'));
		const places = new Map<string, number>();
		for (const { quartier } of responses) places.set(quartier, (places.get(quartier) ?? 0) + 1);
		expect([...places.values()]).toEqual([15, 15, 15, 15]);
	});

	test('groups and versions of KoboToolbox', async () => {
		const file = await opened('16-kobo-gruppen.csv');
		expect(surveyOf(file).responses).toHaveLength(60);
		expect(column(file, 'Allgemein/Quartier').role).toBe('quartier');
		expect(column(file, 'Allgemein/Altersgruppe').group).toBe('age');
		const flat = answered(file, 'Zufriedenheit mit der Wohnung');
		expect(sum(flat.values())).toBe(60);
		expect([flat.get('sehr zufrieden'), flat.get('eher zufrieden')]).toEqual([12, 11]);
		const bothers = answered(file, 'Was stört Sie?');
		expect(Object.fromEntries(bothers)).toEqual({ Lärm: 28, Schimmel: 29, Heizung: 19 });
		const asked = surveyOf(file).items.find(({ item }) => item.text === 'Was stört Sie?');
		expect(asked?.chosen?.filter((one) => one !== null)).toHaveLength(58);
		const kept = file.mapping.columns.filter(({ role }) => role !== 'dropped');
		expect(kept.filter(({ heading }) => /standort/i.test(heading))).toEqual([]);
		expect(column(file, 'Kontakt/Darf die Mieterbetreuung anrufen?').role).toBe('item');
	});

	test('codes side by side, each its own scale', async () => {
		const points = {
			'F1 Zufriedenheit Wohnung': 5,
			'F2 Zufriedenheit Haus': 5,
			'F3 Vierer Sicherheit': 4,
			'F4 Schulnote Hausmeister': 6
		};
		const file = await opened('18-codes-gemischt.csv');
		for (const one of [file, await opened('18b-ohne-0-10.csv')])
			for (const [heading, size] of Object.entries(points))
				expect(column(one, heading).item?.scale.points, heading).toBe(size);
		expect(column(file, 'F5 Lebenszufriedenheit 0-10').item?.scale.points).toBe(11);
		const house = column(file, 'F2 Zufriedenheit Haus');
		expect(house.item?.scale.nonSubstantive).toEqual(['9']);
		const values = columnValues(file.table, house.index);
		expect(sum(values.values()) - (values.get('9') ?? 0)).toBe(90);
		for (const heading of Object.keys(points).slice(0, 3))
			expect(isSettled(column(file, heading).item!.scale), heading).toBe(false);
		expect([...answered(file, 'F6').values()]).toEqual([48, 51, 45]);
	});

	test('nothing of columns of persons is stored', async () => {
		const file = await opened('19-personenspalten.csv');
		const { headings, columns } = clean(file.table, file.mapping);
		expect(headings).toEqual(['Bogen', 'Quartier', 'Zufriedenheit']);
		const stored = new Set(columns.flatMap(({ words }) => words));
		for (let index = 2; index <= 19; index++)
			for (const word of columnValues(file.table, index).keys())
				expect(stored.has(word), word).toBe(false);
		expect(column(file, 'Zufriedenheit').item?.scale.points).toBe(5);
	});

	test('scales in words, whatever their letters are made of', async () => {
		const file = await opened('20-skalen-woerter-nfd.csv');
		const { responses } = surveyOf(file);
		const at = (name: string) => responses.filter(({ quartier }) => quartier === name).length;
		expect([responses.length, at('Südstadt'), at('Fredenberg')]).toEqual([120, 90, 30]);
		const items = file.mapping.columns.filter(({ item }) => item?.scale.kind === 'ordinal');
		expect(items).toHaveLength(6);
		expect(items.every(({ certain }) => certain)).toBe(true);
		const service = answered(file, 'Zufriedenheit mit Service');
		const satisfied =
			(service.get('1 - sehr zufrieden') ?? 0) + (service.get('2 - zufrieden') ?? 0);
		expect([satisfied, sum(service.values())]).toEqual([54, 120]);
		expect(column(file, 'Lärm').item?.scale.settled).toBe(false);
		expect(column(file, 'Kaltmiete in Euro').item?.scale.kind).toBe('numeric');
	});

	test('a sheet for each year', async () => {
		expect(casesOf(await opened('23-faelle-blatt-je-jahr.xlsx')).cases).toHaveLength(113);
	});

	test('numbers with their units', async () => {
		const file = await opened('24-zahlen-als-text.csv');
		for (const heading of ['Kaltmiete', 'Wohnfläche in qm', 'Nebenkosten', 'Guthaben/Nachzahlung'])
			expect(column(file, heading).item?.scale.kind, heading).toBe('numeric');
		const { findings } = surveyOf(file);
		expect(findings.map(({ code, value, count }) => [code, value, count])).toEqual([
			['number_rough', 'ca. 200', 1]
		]);
	});
});
