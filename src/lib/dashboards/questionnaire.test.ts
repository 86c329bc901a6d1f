import { expect, it } from 'vitest';
import type { Scale } from '../domain';
import { questionnairePanels } from './questionnaire';

const scale = (kind: Scale['kind'], labels: string[]): Scale =>
	({
		kind,
		labels,
		titles: {},
		topBox: labels.slice(-1),
		notSubstantive: []
	}) as unknown as Scale;
const five = scale('ordinal', ['1', '2', '3', '4', '5']);
const items = [
	{ key: '1', text: 'Bad', topic: 'housing', scale: five },
	{ key: '2', text: 'Weiterempfehlung', topic: 'recommendation', scale: scale('nps', ['0', '10']) },
	{ key: '3', text: 'Heizung', topic: 'housing', scale: five },
	{ key: '4', text: 'Note', topic: 'housing', scale: scale('ordinal', ['6', '1']) },
	{ key: '5', text: 'Zimmer', topic: 'other', scale: scale('numeric', []) },
	{ key: '6', text: 'Angebote', topic: 'other', scale: scale('multiple', ['a', 'b']) },
	{ key: '7', text: 'Treff bekannt', topic: 'other', scale: scale('yes-no', ['nein', 'ja']) }
] as const;

it('has every item once, ordinal ones of a topic and scale together', () => {
	const panels = questionnairePanels(items, ['2022', '2025']);
	expect(panels.map(({ items: ids, chart }) => [ids.join(), chart])).toEqual([
		['1,3', 'likert'],
		['2', 'trend'],
		['', 'bars'],
		['4', 'likert'],
		['5', 'figures'],
		['6', 'dots'],
		['7', 'bars']
	]);
	expect(panels[0]).toMatchObject({ topic: 'housing', text: undefined });
	expect(panels[0]?.query).toMatchObject({
		filters: { item: ['1', '3'], wave: ['2022', '2025'] },
		compare: 'previous-wave'
	});
	expect(panels[2]?.query).toMatchObject({
		indicators: ['item-distribution'],
		filters: { item: ['2'] }
	});
	expect(panels[4]?.query.filters?.wave).toEqual(['2025']);
});
