import { describe, expect, test } from 'vitest';
import { withKept } from './again';
import { clean, tableOf } from './batch';
import { codebookOf } from './codebooks';
import { interpret } from './interpret';
import { notKept } from './kept';
import { dayOnly } from './needed';
import { bareMapping } from './renew';
import { csv, read, rowsOf, as, kept, TODAY } from './testing';

const CASES = csv(
	['Fall-Nr', 'Quartier', 'Eröffnet', 'Geschlossen', 'Anlass', 'Bemerkung', 'Geburtsjahr', 'Stand'],
	[
		['F-1', 'Weststadt', '03.02.2025 14:35', '', 'Mietschulden', 'Sohn in Haft', '1961', 'Krebs'],
		['F-2', 'Weststadt', '2025-02-04T08:01:33', '04.03.2025', 'Nachbarn', 'Ehe', '1948', 'Sucht'],
		['F-3', 'Meyerhoff', '05.02.2025', 'Petermann', 'Nachbarn', '', '2001', ''],
		['F-4', 'Heidberg', '06.02.2025', '', 'Abendroth', '', '1990', '']
	]
);
const WORDS = ['Haft', 'Ehe', 'Krebs', 'Sucht', '1961', '1948', '2001', '1990', 'Petermann'];

describe('of a list of cases', () => {
	const { table, mapping } = read(CASES, { kind: 'supportCase' });
	const settled = as(
		mapping,
		{
			Bemerkung: 'ignored',
			Geburtsjahr: { role: 'demography', group: 'age', bands: [1960, 1980] },
			Stand: 'timing',
			Anlass: { role: 'topic', corrections: [['Abendroth', 'Nachbarn']] }
		},
		{ quartierNames: [['Meyerhoff', null]] }
	);

	test('only what figures need is stored, and of it only what its role needs', () => {
		const { cleaned, records } = kept(table, as(settled, { Geburtsjahr: 'ignored' }));
		const bytes = JSON.stringify(cleaned);
		for (const word of [...WORDS, 'Meyerhoff', 'Abendroth', '14:35', '08:01'])
			expect(bytes, word).not.toContain(word);
		expect(cleaned.headings).toEqual(['Fall-Nr', 'Quartier', 'Eröffnet', 'Geschlossen', 'Anlass']);
		expect(rowsOf(cleaned).map(({ cells }) => cells[2])).toEqual([
			'03.02.2025',
			'2025-02-04',
			'05.02.2025',
			'06.02.2025'
		]);
		// What was loaded is what the batch gives ever after.
		const again = interpret(tableOf(cleaned), cleaned.mapping, TODAY);
		expect({ ...again, findings: [] }).toEqual({ ...records, findings: [] });
		expect(records).toMatchObject({
			cases: [{ key: 'F-1' }, { key: 'F-2' }, { topic: 'Nachbarn' }]
		});
	});

	test('a row that cannot be read stays one that cannot be read', () => {
		const { cleaned, records } = kept(table, as(settled, {}, { quartierNames: [] }));
		expect(records).toMatchObject({ cases: [{ key: 'F-1' }, { key: 'F-2' }, { key: 'F-4' }] });
		const again = interpret(tableOf(cleaned), cleaned.mapping, TODAY);
		expect({ ...again, findings: [] }).toEqual({ ...records, findings: [] });
		expect(JSON.stringify(cleaned)).not.toContain('Petermann');
	});

	test('of an age only its band is stored', () => {
		const ages = read(
			csv(
				['Fall-Nr', 'Quartier', 'Eröffnet', 'Anlass', 'Alter'],
				['17', '34', '34', '81', 'Frau Holle'].map((age, at) => [
					`F-${at}`,
					'Weststadt',
					'03.02.2025',
					'Mietschulden',
					age
				])
			),
			{ kind: 'supportCase' }
		);
		const banded = as(ages.mapping, {
			Alter: { role: 'demography', group: 'age', bands: [30, 60] }
		});
		const { cleaned, records } = kept(ages.table, banded);
		const at = cleaned.headings.indexOf('Alter');
		expect(cleaned.columns[at]?.words).toEqual(['unter 30', '30 bis 59', '60 und älter', '']);
		expect(cleaned.mapping.columns[at]).not.toHaveProperty('bands');
		const promised = interpret(ages.table, banded, TODAY);
		expect({ ...records, findings: [] }).toEqual({ ...promised, findings: [] });
		const [group] = bareMapping(banded, cleaned.mapping).columns.filter(({ group: own }) => own);
		expect(group?.bands).toEqual([30, 60]);
	});

	test('headings say what was not stored, and name nobody', () => {
		const named = as(settled, {
			Stand: { heading: 'Notiz von Frau Petermann' },
			Bemerkung: { role: 'dropped', dropped: 'user', heading: 'Tel. 0531 123456' }
		});
		expect(notKept(as(settled, { Geburtsjahr: 'ignored' }))).toEqual({
			dropped: [],
			notStored: ['Bemerkung', 'Geburtsjahr', 'Stand']
		});
		expect(JSON.stringify(notKept(named))).not.toMatch(/Petermann|123456/);
		const bare = bareMapping(named, clean(table, named).mapping);
		expect(JSON.stringify(codebookOf(bare))).not.toMatch(/Petermann|123456/);
	});

	test('the same file again has the confirmed mapping, and its other columns to choose from', () => {
		const { cleaned } = kept(table, settled);
		const fresh = read(CASES, { kind: 'supportCase' }).mapping;
		const taken = withKept(fresh, cleaned.mapping);
		expect(taken.columns.map(({ role }) => role)).toEqual(
			['id', 'quartier', 'date', 'closed', 'topic'].concat(
				taken.columns.slice(5).map(({ role }) => role)
			)
		);
		expect(taken.columns.map(({ index }) => index)).toEqual([...fresh.columns.keys()]);
		expect(taken.columns[6]).toMatchObject({ role: 'demography', group: 'age' });
		expect(taken.columns[7]?.role).not.toBe('demography');
		expect(taken.quartierNames).toEqual([]);
	});
});

test.each([
	['2025-06-01 12:33:10', '2025-06-01'],
	['2025-06-01T12:33:10.000+02:00', '2025-06-01'],
	['01.06.2025, 12:33 Uhr', '01.06.2025'],
	['6/1/2025 1:02:03 PM', '6/1/2025'],
	['2025/06/01 1:02:03 nachm. OEZ', '2025/06/01'],
	['45809.5234', '45809'],
	['01.06.2025', '01.06.2025'],
	['1. Juni 2025', '1. Juni 2025'],
	['12:30', '12:30'],
	['', '']
])('%s is stored as %s', (cell, day) => {
	expect(dayOnly(cell)).toBe(day);
});
