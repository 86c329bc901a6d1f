import { expect, test } from 'vitest';
import { column, read } from '../../testing';

const HEAD =
	'Zeitstempel\tE-Mail-Adresse\tWie zufrieden sind Sie insgesamt?\tWie zufrieden sind Sie mit … [Treppenhaus]\tWie zufrieden sind Sie mit … [Müllplatz]';
const rows = ['sehr zufrieden', 'eher zufrieden', 'teils/teils'].map(
	(answer, at) =>
		`04.03.2025 10:0${at}:00\ta${at}@example.org\t${answer}\t${answer}\teher unzufrieden`
);

test('the moment first, then questions in their own words, grids in brackets', () => {
	const recognised = read([HEAD, ...rows].join('\n'));
	expect(recognised.mapping).toMatchObject({ tool: 'googleforms', kind: 'survey', headerRows: 1 });
	expect(column(recognised, 'Zeitstempel').role).toBe('date');
	expect(column(recognised, 'E-Mail-Adresse').dropped).toBe('email');
	expect(column(recognised, 'Wie zufrieden sind Sie mit … [Müllplatz]').item).toMatchObject({
		text: 'Wie zufrieden sind Sie mit … – Müllplatz',
		group: 'Wie zufrieden sind Sie mit …'
	});
	expect(recognised.mapping.waves[0]).toMatchObject({ from: '2025-03-04', to: '2025-03-04' });
});

test('a table whose first column is a moment is none', () => {
	expect(read('Timestamp;wert;ort\n1;2;3\n4;5;6\n').mapping.tool).toBe('csv');
});
