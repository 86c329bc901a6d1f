import { describe, expect, it } from 'vitest';
import type { Scale } from '../domain';
import { answerSets, groupProposals, wordsBelow } from './answer-sets';
import type { ColumnMapping } from './mapping';

const scale = (labels: string[], change: Partial<Scale> = {}): Scale => ({
	id: 'points',
	kind: 'ordinal',
	points: labels.length,
	labels,
	titles: {},
	topBox: labels.slice(-2),
	direction: 'higher-better',
	nonSubstantive: [],
	...change
});

/** Columns with these changes, numbered as they come. */
const columns = (...changes: Partial<ColumnMapping>[]): ColumnMapping[] =>
	changes.map((change, index) => ({
		index,
		heading: `q${index}`,
		role: 'ignored',
		certain: true,
		...change
	}));

const item = (own: Scale, change: Partial<ColumnMapping> = {}): Partial<ColumnMapping> => ({
	role: 'item',
	item: { code: 'q', text: 'q', topic: 'other', scale: own },
	...change
});

const CODES = ['1', '2', '3', '4', '5'];
const UNSETTLED = { settled: false } as const;

describe('answer sets', () => {
	it('makes one card of all questions with the same answers, whichever codes stand for none', () => {
		const [card, ...others] = answerSets({
			columns: columns(
				item(scale(CODES, { ...UNSETTLED, nonSubstantive: ['9'] })),
				item(scale(CODES.toReversed(), UNSETTLED)),
				item(scale(CODES, { ...UNSETTLED, nonSubstantive: ['8'] }))
			)
		});
		expect(others).toEqual([]);
		expect(card).toMatchObject({ kind: 'scale', open: true, columns: [0, 1, 2] });
		expect(card?.scale?.nonSubstantive).toEqual(['9', '8']);
	});

	it('keeps settled questions apart that are read the other way round', () => {
		const cards = answerSets({
			columns: columns(item(scale(CODES)), item(scale(CODES.toReversed())), item(scale(CODES)))
		});
		expect(cards.map((card) => card.columns)).toEqual([[0, 2], [1]]);
	});

	it('puts what is open first, and keeps the name of a card when it is settled', () => {
		const words = item(scale(['schlecht', 'gut']));
		const open = item(scale(CODES, UNSETTLED));
		const before = answerSets({ columns: columns(words, open) });
		expect(before.map(({ key, open }) => [key, open])).toEqual([
			['c1', true],
			['c0', false]
		]);
		const after = answerSets({ columns: columns(words, item(scale(CODES))) });
		expect(after.map(({ key }) => key).sort()).toEqual(['c0', 'c1']);
	});

	it('has one card for all settled choices, ticks, groups and what is not used', () => {
		const nominal = (labels: string[]) => scale(labels, { kind: 'nominal', topBox: [] });
		const ticks = (label: string) =>
			item(scale(['Bus', 'Rad'], { kind: 'multiple' }), {
				option: { question: 'Womit?', label, yes: ['1'], no: ['0'] }
			});
		const cards = answerSets({
			columns: columns(
				item(nominal(['a', 'b'])),
				item(nominal(['c', 'd'])),
				ticks('Bus'),
				ticks('Rad'),
				{ role: 'demography', group: 'age' },
				{ role: 'demography', group: 'gender' },
				{ role: 'quartier' },
				{ role: 'weight' },
				{},
				{}
			)
		});
		expect(cards.map(({ kind, columns: own }) => [kind, own.length])).toEqual([
			['choice', 2],
			['ticks', 2],
			['groups', 2],
			['field', 1],
			['field', 1],
			['unused', 2]
		]);
		expect(cards[1]?.batteries).toEqual([{ title: 'Womit?', columns: [2, 3] }]);
		expect(cards[0]?.scale).toBeNull();
	});

	it('asks about what may be personal, and about days that could be read either way', () => {
		const cards = answerSets({
			columns: columns(
				{ role: 'dropped', dropped: 'name' },
				{ role: 'dropped', dropped: 'name', certain: false },
				{ role: 'date', certain: false },
				{ role: 'closed', certain: false }
			)
		});
		expect(cards.map(({ kind, open, columns: own }) => [kind, open, own])).toEqual([
			['date', true, [2, 3]],
			['masked', true, [1]],
			['personal', false, [0]]
		]);
	});

	it('says what a battery has in common once, and nothing over a question that stands alone', () => {
		const [card] = answerSets({
			columns: columns(
				item(scale(CODES), { battery: 'Wie zufrieden sind Sie mit' }),
				item(scale(CODES), { battery: 'Allein' }),
				item(scale(CODES), { battery: 'Wie zufrieden sind Sie mit' }),
				item(scale(CODES))
			)
		});
		expect(card?.batteries).toEqual([
			{ title: 'Wie zufrieden sind Sie mit', columns: [0, 2] },
			{ title: null, columns: [1, 3] }
		]);
	});

	it('gives a column that was set apart a card of its own', () => {
		const cards = answerSets(
			{ columns: columns(item(scale(CODES)), item(scale(CODES))) },
			new Set([1])
		);
		expect(cards.map((card) => card.columns)).toEqual([[0], [1]]);
	});
});

describe('proposed groups', () => {
	const choice = (change: Partial<ColumnMapping> = {}) =>
		item(scale(['a', 'b'], { kind: 'nominal', topBox: [] }), change);
	const shown = (distinct: number, filled = 100) => ({ distinct, filled });

	it('are few answers of most people, of a question that is no part of a battery', () => {
		const own = columns(choice(), choice({ battery: 'b' }), choice(), choice(), item(scale(CODES)));
		expect(
			groupProposals({ columns: own }, [shown(2), shown(2), shown(9), shown(2, 10), shown(5)])
		).toEqual([0]);
	});

	it('are six at most with those that there are', () => {
		const own = columns(...Array.from({ length: 9 }, () => choice()), { role: 'demography' });
		expect(
			groupProposals(
				{ columns: own },
				own.map(() => shown(2))
			)
		).toHaveLength(5);
	});
});

describe('words below the heading of a battery', () => {
	it.each([
		['Wie gut ist [der Hof]', 'Wie gut ist', 'der Hof'],
		['Wie gut ist - der Hof', 'Wie gut ist', 'der Hof'],
		['Wie gut ist / der Hof', 'Wie gut ist', 'der Hof'],
		['Wie gut ist', 'Wie gut ist', 'Wie gut ist'],
		['Der Hof', 'Wie gut ist', 'Der Hof'],
		['Der Hof', null, 'Der Hof']
	])('%s below %s is %s', (text, title, words) => {
		expect(wordsBelow(text, title)).toBe(words);
	});
});
