import { describe, expect, it } from 'vitest';
import type { ColumnMapping, Mapping } from '../../ingest';
import {
	changeColumns,
	confirmed,
	goingOn,
	likeThat,
	sharesOnly,
	withCorrections,
	withDateOrder,
	withField,
	withRowCorrections
} from './mapping-edits';
import { scale } from './mapping-edits.fixture';

const item = (change: Partial<ColumnMapping> = {}): Partial<ColumnMapping> => ({
	role: 'item',
	certain: false,
	item: { code: 'q', text: 'q', topic: 'other', scale: scale() },
	...change
});
const columns = (...changes: Partial<ColumnMapping>[]): ColumnMapping[] =>
	changes.map((change, index) => ({
		index,
		heading: `q${index}`,
		role: 'ignored',
		certain: true,
		...change
	}));
const mapping = (own: ColumnMapping[]): Mapping => ({
	kind: 'survey',
	tool: 'csv',
	encoding: null,
	separator: null,
	headerRow: 1,
	headerRows: 1,
	columns: own,
	waves: [],
	quartierNames: [],
	success: []
});

describe('several columns at once', () => {
	it('get a role, which is a person’s word', () => {
		const after = changeColumns(columns(item(), item(), {}), [0, 2], { role: 'demography' });
		expect(after.map(({ role, certain, group }) => [role, certain, group])).toEqual([
			['demography', true, 'q0'],
			['item', false, undefined],
			['demography', true, 'q2']
		]);
		expect(after[0]?.evidence).toEqual(['person']);
	});

	it('get a topic and a scale without being confirmed by it', () => {
		const after = changeColumns(columns(item(), item()), [0, 1], {
			item: { topic: 'safety' },
			scale: { topBox: ['5'] }
		});
		expect(after.map(({ item }) => [item?.topic, item?.scale.topBox, item?.scale.settled])).toEqual(
			[
				['safety', ['5'], false],
				['safety', ['5'], false]
			]
		);
		expect(after.map(({ certain }) => certain)).toEqual([false, false]);
	});

	it('cannot all be what only one column can be', () => {
		const after = changeColumns(columns({ role: 'quartier' }, {}, {}), [1, 2], {
			role: 'quartier'
		});
		expect(after.map(({ role }) => role)).toEqual(['ignored', 'quartier', 'ignored']);
	});

	it('lose a filter question that is not kept', () => {
		const asked = item({ askedIf: { index: 0, values: ['ja'] } });
		const [, after] = changeColumns(columns({}, asked), [0], { role: 'dropped' });
		expect(after?.askedIf).toBeUndefined();
	});

	it('keep the options of one question under one topic', () => {
		const option = { question: 'Womit?', label: 'Bus', yes: ['1'], no: ['0'] };
		const tick = (group: string) =>
			item({ option, item: { code: 'q', text: 'q', topic: 'other', group, scale: scale() } });
		const after = changeColumns(columns(tick('a'), tick('a'), tick('b')), [0], {
			item: { topic: 'housing' }
		});
		expect(after.map(({ item }) => item?.topic)).toEqual(['housing', 'housing', 'other']);
	});

	it('are a net promoter score from 0 to 10 only where they recommend', () => {
		const labels = Array.from({ length: 11 }, (_, at) => String(at));
		const own = columns({
			...item(),
			item: { code: 'q', text: 'q', topic: 'other', scale: scale({ labels }) }
		});
		const kindAs = (topic: 'recommendation' | 'overall') =>
			changeColumns(own, [0], { item: { topic } })[0]?.item?.scale.kind;
		expect(kindAs('recommendation')).toBe('nps');
		expect(kindAs('overall')).toBe('ordinal');
	});

	it('are masked no more once they have another role', () => {
		const [after] = changeColumns(columns({ role: 'dropped', dropped: 'name' }), [0], {
			role: 'demography'
		});
		expect(after).not.toHaveProperty('dropped');
		const [own] = changeColumns(columns({}), [0], { role: 'dropped' });
		expect(own?.dropped).toBe('user');
	});
});

describe('what a person confirms', () => {
	it('is certain and settled, and hers', () => {
		const [one, two] = confirmed(columns(item({ evidence: ['values'] }), item()), [0]);
		expect(one).toMatchObject({ certain: true, evidence: ['values', 'person'] });
		expect(one?.item?.scale.settled).toBe(true);
		expect(two).toMatchObject({ certain: false });
	});

	it('may be that no end is the good one', () => {
		const [one] = sharesOnly(columns(item()), [0]);
		expect(one?.item?.scale).toMatchObject({ kind: 'nominal', topBox: [], settled: true });
	});

	it('may be the order of days', () => {
		const days = columns({ role: 'date', certain: false }, { role: 'closed', certain: false });
		expect(withDateOrder(days, [0, 1], 'day-first')).toMatchObject([
			{ dateOrder: 'day-first', certain: true, evidence: ['person'] },
			{ dateOrder: 'day-first', certain: true }
		]);
	});

	it('may be that columns are like another one', () => {
		const settled = item({
			certain: true,
			item: {
				code: 'a',
				text: 'a',
				topic: 'safety',
				scale: scale({ settled: true, topBox: ['1'] })
			}
		});
		const after = likeThat(columns(settled, item(), item()), [0, 1], 0);
		expect(after[1]).toMatchObject({
			certain: true,
			evidence: ['person'],
			item: { code: 'q', text: 'q', topic: 'safety', scale: { topBox: ['1'], settled: true } }
		});
		expect(after[0]).toEqual(columns(settled)[0]);
		expect(after[2]).toMatchObject({ certain: false });
	});
});

it('moves a field from one column to another', () => {
	const after = withField(mapping(columns({ role: 'wave' }, {})), 'wave', 1);
	expect(after.columns.map(({ role }) => role)).toEqual(['ignored', 'wave']);
	expect(withField(after, 'wave', null).columns.map(({ role }) => role)).toEqual([
		'ignored',
		'ignored'
	]);
});

it('goes on from an earlier question, and no more', () => {
	const from = { key: 'k', text: 'früher' };
	const after = goingOn(mapping(columns(item())), 0, from);
	expect(after.columns[0]?.continues).toEqual(from);
	expect(goingOn(after, 0, null).columns[0]).not.toHaveProperty('continues');
});

it('takes back what was said about a cell', () => {
	const [own] = columns(item());
	const said = withCorrections(own!, [['x', '1']]);
	expect(said.corrections).toEqual([['x', '1']]);
	expect(withCorrections(said, [['x', undefined]]).corrections).toEqual([]);
});

it('says of single rows what a cell means there', () => {
	const [own] = columns({ role: 'closed' });
	const said = withRowCorrections(own!, [7, 9], '02.01.2025', '02.01.2026');
	const again = withRowCorrections(said, [7], '02.01.2025', null);
	expect(again.rowCorrections).toEqual([
		[9, '02.01.2025', '02.01.2026'],
		[7, '02.01.2025', null]
	]);
	expect(withRowCorrections(again, [7], '02.01.2025', undefined).rowCorrections).toHaveLength(1);
});

describe('days of birth', () => {
	const [born] = columns({ role: 'dropped', dropped: 'birth', certain: false });
	const role = (column: ColumnMapping, to: ColumnMapping['role']) =>
		changeColumns([column], [0], { role: to })[0]!;

	it('become the bands of the ages where somebody makes a group of them', () => {
		const group = role(born!, 'demography');
		expect(group).toMatchObject({ role: 'demography', group: 'age', born: true, certain: true });
		expect(group.bands).toEqual([30, 45, 65]);
	});

	it('are days of birth again, and never a group of their own, when that is taken back', () => {
		const back = role(role(born!, 'demography'), 'dropped');
		expect(back).toMatchObject({ role: 'dropped', dropped: 'birth' });
		expect(back).not.toHaveProperty('born');
		expect(role(back, 'demography')).toMatchObject({ born: true });
	});
});
