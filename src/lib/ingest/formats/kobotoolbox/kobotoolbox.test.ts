import { describe, expect, test } from 'vitest';
import { columnValues } from '../../table';
import { column, csv, read, rowsOf } from '../../testing';

const HEADINGS = [
	'start',
	'end',
	'Zufriedenheit insgesamt',
	'Angebote',
	'Angebote/Kochen',
	'Angebote/Garten',
	'Ort/Sicherheit im Haus',
	'_standort_latitude',
	'_id',
	'_uuid',
	'_submission_time',
	'_index'
];
const row = (at: number, satisfied: string, kitchen: 0 | 1): string[] => [
	'2025-03-04T10:00:00',
	'2025-03-04T10:05:00',
	satisfied,
	kitchen ? 'Kochen Garten' : 'Garten',
	String(kitchen),
	'1',
	satisfied,
	'52.1',
	String(900 + at),
	`u-${at}`,
	'2025-03-04T10:06:00',
	String(at)
];
const line = (cells: string[]): string => `${cells.map((cell) => `"${cell}"`).join(';')}\r\n`;
const rows = [row(1, 'sehr zufrieden', 1), row(2, 'eher zufrieden', 0), row(3, 'teils/teils', 1)];
const PLAIN = [HEADINGS, ...rows].map(line).join('');
const TAGGED = [HEADINGS, HEADINGS.map((_, at) => (at === 2 ? '#indicator+value' : '')), ...rows]
	.map(line)
	.join('');

test.each([
	['without', PLAIN, 1, 2],
	['with', TAGGED, 2, 3]
])('%s a row of tags', (_, text, headerRows, first) => {
	const recognised = read(text);
	expect(recognised.mapping).toMatchObject({ tool: 'kobotoolbox', kind: 'survey', headerRows });
	expect(rowsOf(recognised.table)[0]?.line).toBe(first);
	expect(rowsOf(recognised.table)).toHaveLength(3);
});

test('multiple choice: the columns of 0 and 1 are one item; what is joined says nothing more', () => {
	const recognised = read(PLAIN);
	expect(column(recognised, 'Angebote').role).toBe('ignored');
	expect(column(recognised, 'Angebote/Kochen')).toMatchObject({
		certain: true,
		option: { question: 'Angebote', label: 'Kochen', yes: ['1'], no: ['0'] },
		item: {
			text: 'Angebote – Kochen',
			group: 'Angebote',
			scale: { kind: 'multiple', labels: ['Kochen', 'Garten'] }
		}
	});
});

test('a group of questions is no multiple choice', () => {
	const { item } = column(read(PLAIN), 'Ort/Sicherheit im Haus');
	expect(item).toMatchObject({ text: 'Sicherheit im Haus', topic: 'safety' });
	expect(item?.group).toBeUndefined();
});

test('its own columns', () => {
	const recognised = read(PLAIN);
	expect(column(recognised, '_id').role).toBe('id');
	expect(column(recognised, '_submission_time').role).toBe('date');
	expect(column(recognised, '_uuid').role).toBe('ignored');
	expect(column(recognised, '_standort_latitude').dropped).toBe('coordinates');
});

describe('groups and versions of a form', () => {
	const TAIL = ['_id', '_uuid', '_submission_time', '_index'];
	const tail = (at: number) => [String(at), `u${at}`, '2025-03-04T10:00:00', String(at)];
	const words = ['zufrieden', 'unzufrieden', 'teils/teils'];
	const file = (headings: string[], cells: (at: number) => string[]) =>
		csv(
			[...headings, ...TAIL],
			Array.from({ length: 9 }, (_, at) => [...cells(at), ...tail(at + 1)])
		);
	const either = (at: number, word: string) => (at % 2 ? [word, ''] : ['', word]);

	test.each([
		['under the same name', ['wohnen/zufrieden', 'wohnen/zufrieden']],
		['with a number', ['wohnen/zufrieden', 'wohnen/zufrieden_001']],
		['in two groups', ['wohnen/zufrieden', 'zuhause/zufrieden']]
	])('one question %s is one column', (_, headings) => {
		const { table } = read(file(headings, (at) => either(at, words[at % 3]!)));
		expect(table.headings).toEqual(['wohnen/zufrieden', ...TAIL]);
		expect(columnValues(table, 0).get('zufrieden')).toBe(3);
	});

	test('questions that are answered side by side are two', () => {
		const headings = ['wohnen/zufrieden', 'umfeld/zufrieden'];
		const { table } = read(file(headings, (at) => [words[at % 3]!, words[(at + 1) % 3]!]));
		expect(table.headings.slice(0, 2)).toEqual(headings);
	});

	test('the Quartier is found within its group', () => {
		const recognised = read(
			file(['angaben/Quartier', 'wohnen/zufrieden'], (at) => [`Q${at % 2}`, words[at % 3]!])
		);
		expect(column(recognised, 'angaben/Quartier').role).toBe('quartier');
	});

	test('nothing of a place is kept', () => {
		const parts = ['latitude', 'longitude', 'altitude', 'precision'];
		const headings = ['ort/Standort', ...parts.map((part) => `ort/_Standort_${part}`)];
		const recognised = read(
			file(headings, (at) => [`52.${at} 10.${at} 90 4`, `52.${at}`, `10.${at}`, '90', '4'])
		);
		for (const heading of headings) expect(column(recognised, heading).role).toBe('dropped');
	});
});
