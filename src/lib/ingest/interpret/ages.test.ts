import { describe, expect, test } from 'vitest';
import { clean, tableOf } from '../batch';
import { draftOf, isInDraft } from '../draft';
import { interpret } from '../interpret';
import { BORN, type ColumnMapping, type Mapping } from '../mapping';
import { withKept } from '../again';
import { bareMapping } from '../renew';
import { codebookOf } from '../codebooks';
import { column, csv, read } from '../testing';
import type { TextTable } from '../table';
import type { SurveyRecords } from './survey';

const TODAY = '2026-01-01';

/** A survey of sheets with a day of birth, received on a day or on none. */
const survey = (rows: [born: string, received: string][], heading = 'Geb.-Datum') =>
	csv(
		['Bogen', 'Quartier', 'Eingang', heading, 'Zufrieden insgesamt'],
		rows.map(([born, received], at) => [
			String(at + 1),
			'Nord',
			received,
			born,
			at % 2 ? 'sehr zufrieden' : 'eher unzufrieden'
		])
	);

const waves = [{ key: '', name: '2025', from: '2025-05-01', to: '2025-06-01' }];

const changed = (mapping: Mapping, heading: string, to: Partial<ColumnMapping>): Mapping => ({
	...mapping,
	waves,
	columns: mapping.columns.map((one) => (one.heading === heading ? { ...one, ...to } : one))
});

/** The file with the bands of the ages in place of the days of birth. */
function banded(rows: [string, string][], more: Partial<ColumnMapping> = {}) {
	const { table, mapping } = read(survey(rows), { kind: 'survey' });
	return {
		table,
		mapping: changed(mapping, 'Geb.-Datum', { role: 'demography', ...BORN, ...more })
	};
}

const groupsOf = (table: TextTable, mapping: Mapping): (string | null)[] =>
	(interpret(table, mapping, TODAY) as SurveyRecords).responses.map(
		({ groups }) => groups[0] ?? null
	);

describe('the band of an age from the day of birth', () => {
	const rows: [string, string][] = [
		['05.05.1995', '04.05.2025'],
		['05.05.1995', '05.05.2025'],
		['02.05.1995', ''],
		['01.05.1995', ''],
		['24.12.57', '05.05.2025'],
		['24.12.24', '05.05.2025'],
		['24.12.1890', '05.05.2025'],
		['unbekannt', '05.05.2025']
	];
	const bands = [
		'unter 30',
		'30 bis 44',
		'unter 30',
		'30 bis 44',
		'65 und älter',
		'65 und älter',
		null,
		null
	];

	test('on the day of the row, else on the first day of its wave', () => {
		const { table, mapping } = banded(rows);
		expect(groupsOf(table, mapping)).toEqual(bands);
	});

	test('no day of birth is stored, and the batch gives the same bands', () => {
		const { table, mapping } = banded(rows);
		const cleaned = clean(table, mapping);
		for (const [born] of rows) expect(JSON.stringify(cleaned)).not.toContain(born);
		expect(groupsOf(tableOf(cleaned), cleaned.mapping)).toEqual(bands);
	});

	test('a draft has the decision alone: which band it is, the days of the waves may still say', () => {
		const { table, mapping } = banded(rows);
		const draft = draftOf(table, mapping, null);
		for (const [born] of rows) expect(JSON.stringify(draft)).not.toContain(born);
		const { index } = column({ mapping }, 'Geb.-Datum');
		expect(draft.mapping.columns[index]).toMatchObject({ role: 'demography', ...BORN });
		expect(isInDraft(draft.mapping.columns[index]!)).toBe(false);
		expect(draft.columns[index]?.words).toEqual(['']);
	});

	test('of days that can be read either way the band is known where both readings give it', () => {
		const either: [string, string][] = [
			// The second of June or the sixth of February: 34 or 35 is one band, 29 or 30 is two.
			['02/06/1990', '2025-05-05'],
			['02/06/1995', '2025-05-05']
		];
		const { table, mapping } = banded(either);
		expect(groupsOf(table, mapping)).toEqual(['30 bis 44', null]);
		const said = changed(mapping, 'Geb.-Datum', { dateOrder: 'day-first' });
		expect(groupsOf(table, said)).toEqual(['30 bis 44', 'unter 30']);
	});
});

test('an age in years keeps its band in a draft', () => {
	const file = csv(
		['Bogen', 'Quartier', 'Alter', 'Zufrieden insgesamt'],
		Array.from({ length: 40 }, (_, at) => [
			String(at),
			'Nord',
			String(20 + at),
			at % 2 ? 'sehr zufrieden' : 'eher unzufrieden'
		])
	);
	const { table, mapping } = read(file, { kind: 'survey' });
	const draft = draftOf(table, { ...mapping, waves }, null);
	expect(groupsOf(tableOf(draft), draft.mapping)).toEqual(groupsOf(table, { ...mapping, waves }));
	expect(groupsOf(table, { ...mapping, waves })).not.toContain(null);
});

test('years of birth are a group of ages, and not a number to be averaged', () => {
	const years = Array.from({ length: 40 }, (_, at): [string, string] => [
		String(1940 + at),
		'2025-05-05'
	]);
	const { table, mapping } = read(survey(years, 'Geburtsjahr'), { kind: 'survey' });
	expect(column({ mapping }, 'Geburtsjahr')).toMatchObject({
		role: 'demography',
		group: 'age',
		born: true
	});
	const groups = groupsOf(table, { ...mapping, waves });
	expect([groups[0], groups.at(-1)]).toEqual(['65 und älter', '45 bis 64']);
	expect(JSON.stringify(clean(table, mapping))).not.toContain('1951');
});

test('days of birth stay out until a person asks for their bands, in the next wave by herself', () => {
	const rows = Array.from({ length: 40 }, (_, at): [string, string] => [
		`${(at % 27) + 1}.03.${1940 + at}`,
		'2025-05-05'
	]);
	const fresh = read(survey(rows), { kind: 'survey' });
	expect(column(fresh, 'Geb.-Datum')).toMatchObject({ role: 'dropped', dropped: 'birth' });
	const { mapping } = banded(rows);
	const kept = clean(fresh.table, mapping).mapping;
	const next = read(survey(rows), {
		kind: 'survey',
		earlier: [codebookOf(bareMapping(mapping, kept))]
	});
	expect(column(next, 'Geb.-Datum')).toMatchObject({ role: 'demography', ...BORN });
	// The same file read once more for its batch.
	const again = withKept(fresh.mapping, kept);
	expect(column({ mapping: again }, 'Geb.-Datum')).toMatchObject({ role: 'demography', ...BORN });
});

test('a codebook of a batch that was assigned anew names no bands, and ages have them all the same', () => {
	const years = Array.from({ length: 40 }, (_, at): [string, string] => [
		String(1940 + at),
		'2025-05-05'
	]);
	const file = survey(years, 'Geburtsjahr');
	const fresh = read(file, { kind: 'survey' });
	const earlier = [codebookOf(clean(fresh.table, { ...fresh.mapping, waves }).mapping)];
	const next = read(file, { kind: 'survey', earlier });
	expect(column(next, 'Geburtsjahr')).toMatchObject({ role: 'demography', ...BORN });
	expect(JSON.stringify(clean(next.table, next.mapping))).not.toContain('1951');
});
