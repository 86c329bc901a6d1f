import { expect, test } from 'vitest';
import { topOf, type Item, type Scale } from '$lib/domain';
import { itemKey, type Mapping } from '$lib/ingest';
import { sideBySide } from './continues';

const scale = (labels: string[], kind: Scale['kind'] = 'ordinal'): Scale => ({
	id: kind,
	kind,
	points: labels.length,
	labels,
	titles: {},
	topBox: kind === 'ordinal' ? topOf(labels) : [],
	direction: 'higher-better',
	nonSubstantive: []
});
const FIVE = scale(['--', '-', '0', '+', '++']);
const WORDS = scale(['sehr schlecht', 'schlecht', 'mittel', 'gut', 'sehr gut']);
const item = (text: string, own = FIVE): Item => ({
	code: text,
	text,
	topic: 'service',
	scale: own
});
const known = (one: Item) => ({ ...one, key: itemKey(one) });
const file = (...items: Item[]) =>
	({
		columns: items.map((one, index) => ({
			index,
			heading: one.text,
			role: 'item',
			certain: true,
			item: one
		}))
	}) as unknown as Mapping;

test('the same item is neither new nor gone', () => {
	const one = item('Freundlichkeit');
	expect(sideBySide(file(one), [known(one)])).toEqual({ added: [], gone: [] });
});

test('a new item may go on from one that is gone, the likeliest first, and from none that is still asked', () => {
	const asked = item('Erreichbarkeit');
	const gone = [item('Freundlichkeit am Telefon'), item('Freundlichkeit der Hausmeister')];
	const { added } = sideBySide(
		file(asked, item('Wie freundlich sind die Hausmeister? Freundlichkeit der Hausmeister')),
		[asked, ...gone].map(known)
	);
	expect(added).toHaveLength(1);
	expect(added[0]?.candidates.map(({ text }) => text)).toEqual([
		'Freundlichkeit der Hausmeister',
		'Freundlichkeit am Telefon'
	]);
});

test('other words for as many points will do, another number of points will not', () => {
	const earlier = [item('Freundlichkeit')].map(known);
	const candidates = (own: Scale) =>
		sideBySide(file(item('Wie freundlich?', own)), earlier).added[0]?.candidates.length;
	expect(candidates(WORDS)).toBe(1);
	expect(candidates(scale(['schlecht', 'mittel', 'gut']))).toBe(0);
	expect(candidates(scale(['a', 'b', 'c', 'd', 'e'], 'nominal'))).toBe(0);
});
