import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile } from '../read';
import { columnValues, type TextTable } from '../table';
import { csv, read } from '../testing';
import { looksLikeStatus, recogniseKind, statusOf } from '.';

const kindOf = (table: TextTable) =>
	recogniseKind(
		table.headings.map((heading, index) => ({
			...{ heading, code: heading },
			counts: columnValues(table, index)
		}))
	);
const of = (headings: string[], ...rows: string[][]) =>
	kindOf(read(csv(headings, [...rows, ...rows, ...rows])).table);

describe('case lists', () => {
	test('by headings', () => {
		expect(
			of(
				['Fall-Nr', 'Quartier', 'Eröffnet am', 'Geschlossen am', 'Anlass'],
				['1', 'Nord', '01.02.2025', '', 'Energie']
			)
		).toEqual({ kind: 'supportCase', sure: true });
	});

	test('by days, status and category, without a Quartier', () => {
		expect(
			of(
				['Vorgang', 'Status', 'Angelegt', 'Erledigt', 'Kategorie'],
				['1', 'offen', '01.02.2025', '', 'Heizung'],
				['2', 'erledigt', '02.02.2025', '09.02.2025', 'Wasser']
			)
		).toEqual({ kind: 'supportCase', sure: true });
	});

	test('a status is told by its words, whatever stands above it', () => {
		expect(
			of(
				['Lfd', 'Zustand', 'Meldung vom', 'Kategorie'],
				['1', 'in Bearbeitung', '01.02.2025', 'Heizung'],
				['2', 'abgeschlossen', '02.02.2025', 'Wasser']
			)
		).toEqual({ kind: 'supportCase', sure: false });
	});

	test.each([
		['offen', 'open'],
		['Geschlossen', 'closed'],
		['in Bearbeitung (2. Stufe)', 'open'],
		['noch nicht erledigt', 'open'],
		['nicht abgeschlossen', 'open'],
		['Abgeschlossen – erfolgreich', 'closed'],
		['läuft', 'open'],
		['on hold', 'open'],
		['Closed', 'closed'],
		['neutral', null],
		['', null],
		['Offenbach', null],
		['nicht offen', null]
	])('%j is %s', (cell, status) => expect(statusOf(cell)).toBe(status));

	test('a column that only says one of both is no status', () => {
		expect(looksLikeStatus(new Map([['offen', 20]]))).toBe(false);
		expect(
			looksLikeStatus(
				new Map([
					['offen', 20],
					['zu', 5]
				])
			)
		).toBe(true);
	});
});

describe('surveys', () => {
	test('have answers', () => {
		expect(
			of(
				['Bogen', 'Quartier', 'Eingang', 'Zufriedenheit insgesamt'],
				['1', 'Nord', '01.02.2025', 'sehr zufrieden'],
				['2', 'Süd', '02.02.2025', 'eher unzufrieden']
			)
		).toEqual({ kind: 'survey', sure: true });
		expect(of(['id', 'q1_01'], ['1', '4'], ['2', '5'])).toEqual({ kind: 'survey', sure: true });
	});

	test('are not assumed where there are none', () => {
		expect(
			of(['Haus', 'Baujahr', 'Fläche'], ['Nord 1', '1965', '65,5'], ['Nord 2', '1972', '71,2'])
		).toEqual({ kind: 'survey', sure: false });
	});

	test('one that asks for a status is still one', () => {
		expect(
			of(
				['Datum', 'Fenster', 'Status', 'Sauberkeit', 'Lärm', 'Licht', 'Ruhe', 'Treppe'],
				['01.02.2025', 'gut', 'offen', 'gut', 'selten', 'schlecht', 'gut', 'gut'],
				['02.02.2025', 'schlecht', 'erledigt', 'mittelmäßig', 'oft', 'gut', 'sehr gut', 'schlecht'],
				[
					'03.02.2025',
					'mittelmäßig',
					'offen',
					'schlecht',
					'nie',
					'mittelmäßig',
					'schlecht',
					'sehr gut'
				]
			).kind
		).toBe('survey');
	});
});

const REPORTS = join(process.cwd(), '..', 'shared', 'fixtures', 'reports');

test.skipIf(!existsSync(REPORTS)).each([
	['10-faelle-seriendatum.xlsx', 'supportCase'],
	['10b-umfrage-seriendatum.csv', 'survey'],
	['13-faelle-jahr2stellig.csv', 'supportCase'],
	['13b-faelle-schraegstrich.csv', 'supportCase'],
	['15-quartier-verbunden.xlsx', 'survey'],
	['16-kobo-gruppen.csv', 'survey'],
	['18-codes-gemischt.csv', 'survey'],
	['19-personenspalten.csv', 'survey'],
	['20-skalen-woerter-nfd.csv', 'survey']
])('%s holds %s', async (name, kind) => {
	const { table } = await readFile(readFileSync(join(REPORTS, name)));
	expect(kindOf(table)).toEqual({ kind, sure: true });
});
