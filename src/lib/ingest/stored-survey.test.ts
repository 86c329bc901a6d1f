import { describe, expect, test } from 'vitest';
import type { Item } from '../domain';
import { BATCH_FORMAT, clean, tableOf, type Batch, type BatchMeta } from './batch';
import { codebookOf } from './codebooks';
import { interpret } from './interpret';
import { renewed, withoutWords } from './renew';
import { csv, read, as, kept, TODAY } from './testing';

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
