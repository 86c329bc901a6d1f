import { describe, expect, test } from 'vitest';
import type { Item } from '../domain';
import { withKept } from './again';
import { BATCH_FORMAT, clean, tableOf, type Batch, type BatchMeta } from './batch';
import { codebookOf } from './codebooks';
import { interpret } from './interpret';
import { notKept } from './kept';
import type { ColumnMapping, Mapping, Role } from './mapping';
import { dayOnly } from './needed';
import { withoutUnreadable, withoutUnused } from './unreadable';
import { bareMapping, renewed, withoutWords } from './renew';
import { csv, read, rowsOf } from './testing';

const TODAY = '2026-01-01';

/** What is written of a file, as the worker writes it but for the pseudonyms. */
function kept(table: ReturnType<typeof read>['table'], mapping: Mapping) {
	const cleaned = clean(table, mapping);
	const records = interpret(tableOf(cleaned), cleaned.mapping, TODAY);
	return { cleaned: withoutUnused(withoutUnreadable(cleaned, records.findings)), records };
}

const as = (
	mapping: Mapping,
	changes: Record<string, Role | Partial<ColumnMapping>>,
	more: Partial<Mapping> = {}
): Mapping => ({
	...mapping,
	...more,
	columns: mapping.columns.map((one) => {
		const change = changes[one.heading];
		return typeof change === 'string' ? { ...one, role: change } : { ...one, ...change };
	})
});

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

const SURVEY = csv(
	['Bogen', 'Quartier', 'Welle', 'Waren Sie im Treff?', 'Zufriedenheit mit dem Treff', 'Tempo'],
	[
		['1', 'Weststadt', '2025', 'Ja', 'sehr zufrieden', '7'],
		['2', 'Weststadt', '2025', 'Nein, Frau Holle', '', '8'],
		['3', 'Heidberg', '2025', 'Ja', 'Karl Petermann', '9'],
		['4', 'Heidberg', '2025', 'Ja', 'eher unzufrieden', '9'],
		['5', 'Heidberg', '2025', 'Ja', 'eher zufrieden', '9'],
		['6', 'Heidberg', '2025', 'Ja', 'sehr zufrieden', '9']
	]
);

describe('of a survey', () => {
	const { table, mapping } = read(SURVEY);
	const satisfied: Item = {
		code: 'z',
		text: 'Zufriedenheit mit dem Treff',
		topic: 'other',
		scale: {
			id: 'ordinal',
			kind: 'ordinal',
			labels: ['eher unzufrieden', 'eher zufrieden', 'sehr zufrieden'],
			titles: {},
			topBox: ['sehr zufrieden'],
			points: 3,
			direction: 'higher-better',
			nonSubstantive: []
		}
	};
	const filtered = as(mapping, {
		'Waren Sie im Treff?': 'ignored',
		'Zufriedenheit mit dem Treff': {
			role: 'item',
			askedIf: { index: 3, values: ['Ja'] },
			item: satisfied
		},
		Tempo: 'timing'
	});

	test('a filter question that is no item still says who was asked, and no more', () => {
		const { cleaned, records } = kept(table, filtered);
		expect(cleaned.headings).not.toContain('Tempo');
		expect(JSON.stringify(cleaned)).not.toMatch(/Holle|Petermann/);
		const promised = interpret(table, filtered, TODAY);
		expect({ ...records, findings: [] }).toEqual({ ...promised, findings: [] });
		const again = interpret(tableOf(cleaned), cleaned.mapping, TODAY);
		expect({ ...again, findings: [] }).toEqual({ ...records, findings: [] });
	});

	test('what was said of a column in another role does not stay with it', () => {
		const wasItem = as(mapping, {
			Bogen: { role: 'id', item: { ...satisfied, text: 'Bogen', code: 'b' } }
		});
		expect(clean(table, wasItem).mapping.columns[0]).not.toHaveProperty('item');
	});

	test('a batch of an earlier format is cleaned, once', () => {
		const about: BatchMeta = {
			format: 1,
			id: crypto.randomUUID(),
			kind: 'survey',
			file: { name: 'a.csv', size: 1, sha256: 'f' },
			sample: false,
			author: '',
			created: '2026-01-01T00:00:00.000Z',
			loaded: 6,
			skipped: 1,
			dropped: [['E-Mail', 'email']],
			notStored: []
		};
		const { columns, headings, lines } = table;
		const named = as(filtered, { Tempo: 'ignored', Bogen: 'id' });
		const old: Batch = { meta: about, mapping: named, headings, columns, lines };
		const now = renewed(old);
		expect(now.meta).toMatchObject({
			format: BATCH_FORMAT,
			id: about.id,
			loaded: 6,
			skipped: 1,
			dropped: [['E-Mail', 'email']],
			notStored: ['Tempo']
		});
		expect(JSON.stringify(now)).not.toMatch(/Holle|Petermann/);
		expect(renewed(now)).toBe(now);
		const before = interpret(table, named, TODAY);
		const after = interpret(tableOf(now), now.mapping, TODAY);
		expect({ ...after, findings: [] }).toEqual({ ...before, findings: [] });
		const book = codebookOf(named);
		const bare = withoutWords(book, now.headings);
		expect(bare.find(({ name }) => name === 'Tempo')).toEqual({
			name: 'Tempo',
			type: 'any',
			'quartierspiegel:role': 'ignored'
		});
		expect(bare.find(({ name }) => name === 'Quartier')).toEqual(
			book.fields.find(({ name }) => name === 'Quartier')
		);
	});

	test('what today is taken for personal goes out of a batch of an earlier format', () => {
		const mails = read(
			csv(
				['Bogen', 'Quartier', 'Welle', 'Woher', 'Zufriedenheit insgesamt'],
				['anna', 'bernd', 'clara', 'dora'].map((name, at) => [
					String(at),
					'Weststadt',
					'2025',
					`${name}@example.org`,
					'sehr zufrieden'
				])
			)
		);
		const meta = {
			format: 1 as const,
			id: crypto.randomUUID(),
			kind: 'survey' as const,
			file: { name: 'a.csv', size: 1, sha256: 'f' },
			sample: false,
			author: '',
			created: '2026-01-01T00:00:00.000Z',
			loaded: 4,
			skipped: 0,
			dropped: [],
			notStored: []
		};
		const mapping = as(mails.mapping, { Woher: { role: 'demography', group: 'Woher' } });
		const now = renewed({ ...mails.table, meta, mapping });
		expect(JSON.stringify(now)).not.toContain('example.org');
		expect(now.meta.dropped).toEqual([['Woher', 'email']]);
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
