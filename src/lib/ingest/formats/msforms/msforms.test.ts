import { expect, test } from 'vitest';
import { readFile } from '../../read';
import { column, workbook, rowsOf } from '../../testing';

const moment = (minute: number) => new Date(Date.UTC(2025, 2, 4, 10, minute));
const rows = [
	[
		'ID',
		'Startzeit',
		'Fertigstellungszeit',
		'E-Mail',
		'Name',
		'Letzte Änderung',
		'Wie zufrieden sind Sie insgesamt?',
		'Wie zufrieden sind Sie mit?.Treppenhaus',
		'Wie zufrieden sind Sie mit?.Müllplatz',
		'Preis je qm ab 1.5 Zimmern'
	],
	...['Sehr zufrieden', 'Eher zufrieden', 'Teils/teils'].map((answer, at) => [
		at + 1,
		moment(at),
		moment(at + 5),
		'anonymous',
		null,
		null,
		answer,
		answer,
		'Sehr unzufrieden',
		8.5
	])
];
const FILE = workbook({ Sheet1: rows });

test('a workbook whose dates are serial numbers, with a grid as Frage.Zeile', async () => {
	const recognised = await readFile(FILE);
	expect(recognised.mapping).toMatchObject({ tool: 'msforms', kind: 'survey', sheet: 'Sheet1' });
	expect(column(recognised, 'Fertigstellungszeit').role).toBe('date');
	expect(rowsOf(recognised.table)[1]?.cells[2]).toBe('2025-03-04 10:06:00');
	expect(recognised.mapping.waves[0]).toMatchObject({ from: '2025-03-04', to: '2025-03-04' });
	expect(column(recognised, 'Wie zufrieden sind Sie mit?.Müllplatz').item).toMatchObject({
		text: 'Wie zufrieden sind Sie mit? – Müllplatz',
		group: 'Wie zufrieden sind Sie mit?'
	});
	expect(column(recognised, 'Preis je qm ab 1.5 Zimmern').item?.group).toBeUndefined();
	expect(column(recognised, 'ID').role).toBe('id');
	expect(['E-Mail', 'Name'].map((name) => column(recognised, name).dropped)).toEqual([
		'email',
		'name'
	]);
});
