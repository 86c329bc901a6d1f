import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slug, type Alias, type Item, type Scale, type Wave } from '../../../domain';
import { fromEarlierKey, itemKey } from '../item-key';
import { ItemKeys } from './items';
import { QuartierKeys } from './quartiere';
import { WaveKeys } from './waves';

const alias = (parts: Partial<Alias> & Pick<Alias, 'kind' | 'key'>): Alias => ({
	id: `${parts.kind} ${parts.key}`,
	name: null,
	same: null,
	author: '',
	changed: '2026-01-01T00:00:00.000Z',
	...parts
});

describe('a Quartier', () => {
	const keysOf = (names: string[], master: [string, string][] = [], aliases: Alias[] = []) => {
		const cities = master.map(([name, city]) => ({ name, city }));
		const keys = new QuartierKeys([], aliases, cities);
		return names.map((name) => keys.row(name).key);
	};

	test('has its name as key, whether its city is known or not', () => {
		expect(keysOf(['SZ-Lebenstedt'])).toEqual(['sz-lebenstedt']);
		expect(keysOf(['SZ-Lebenstedt'], [['SZ-Lebenstedt', 'Salzgitter']])).toEqual(['sz-lebenstedt']);
	});

	test('of one name in two cities is two, and who says no city is neither until a person says which', () => {
		const master: [string, string][] = [
			['Nordstadt', 'Hannover'],
			['Nordstadt', 'Peine']
		];
		const keys = new QuartierKeys(
			[],
			[],
			master.map(([name, city]) => ({ name, city }))
		);
		expect(keys.row('Nordstadt', 'Hannover')).toMatchObject({
			key: 'nordstadt-hannover',
			name: 'Nordstadt (Hannover)'
		});
		expect(keys.row('Nordstadt', 'Peine').key).toBe('nordstadt-peine');
		expect(keys.row('Nordstadt')).toMatchObject({ key: 'nordstadt', name: 'Nordstadt' });
		expect(keys.row('Nordstadt (Peine)').key).toBe('nordstadt-peine');
		const said = [alias({ kind: 'quartier', key: 'nordstadt', same: 'nordstadt-peine' })];
		expect(keysOf(['Nordstadt'], master, said)).toEqual(['nordstadt-peine']);
	});

	test('keeps its key when it is called otherwise, also in files that use the new name', () => {
		const said = [alias({ kind: 'quartier', key: 'west', name: 'Weststadt' })];
		const keys = new QuartierKeys([], said, []);
		expect(keys.row('West')).toMatchObject({ key: 'west', name: 'Weststadt' });
		expect(keys.row('Weststadt').id).toBe(keys.row('West').id);
	});

	test('takes in another one that is said to be the same; what goes in a circle stays two', () => {
		const said = [alias({ kind: 'quartier', key: 'ost-ii', same: 'ost' })];
		expect(keysOf(['Ost II', 'Ost'], [], said)).toEqual(['ost', 'ost']);
		const circle = [...said, alias({ kind: 'quartier', key: 'ost', same: 'ost-ii' })];
		expect(keysOf(['Ost II', 'Ost'], [], circle)).toEqual(['ost-ii', 'ost']);
	});

	test('is called the same in every order', () => {
		const spellings = ['Süd-Stadt', 'Südstadt ', 'SÜD-STADT', 'süd stadt', 'Weststadt'];
		const named = (names: readonly string[]) => {
			const keys = new QuartierKeys([], [], []);
			names.forEach((name) => keys.row(name));
			return keys.added.map(({ key, name }) => `${key} ${name}`).sort();
		};
		fc.assert(
			fc.property(fc.shuffledSubarray(spellings, { minLength: spellings.length }), (order) => {
				expect(named(order)).toEqual(named(spellings));
			})
		);
		expect(named(spellings).map((one) => one.split(' ')[0])).toContain(slug('Süd-Stadt'));
	});

	test('that would be called otherwise has everything made anew', () => {
		const known = [{ id: 1, key: 'west', name: 'West', city: '' }];
		const keys = new QuartierKeys(known, [], []);
		expect([keys.row('West').id, keys.stale]).toEqual([1, false]);
		keys.row('WEST');
		expect(keys.stale).toBe(true);
	});
});

describe('a wave', () => {
	const wave = (name: string, from: string, to = from): Wave => ({ name, from, to });
	const all = (waves: Wave[]) => {
		const keys = new WaveKeys([], [], waves);
		return waves.map((one) => keys.row(one));
	};

	test('of one name in two files is one, over the whole of its field period', () => {
		const [paper, online] = all([
			wave('2025', '2025-07-01', '2025-08-15'),
			wave('2025', '2025-05-01', '2025-06-15')
		]);
		expect(paper).toBe(online);
		expect(paper).toMatchObject({ key: '2025', from: '2025-05-01', to: '2025-08-15' });
	});

	test('of a name that comes again years later is another one', () => {
		const [late, early] = all([
			wave('Mieterbefragung', '2025-05-01'),
			wave('Mieterbefragung', '2022-05-01')
		]);
		expect([early?.key, late?.key]).toEqual(['Mieterbefragung', 'Mieterbefragung (2025-05)']);
	});

	test('keeps its key when it is called otherwise', () => {
		const said = [alias({ kind: 'wave', key: '2022', name: 'Frühjahr 2022' })];
		const keys = new WaveKeys([], said, [wave('2022', '2022-05-01')]);
		expect(keys.row(wave('2022', '2022-05-01'))).toMatchObject({
			key: '2022',
			name: 'Frühjahr 2022'
		});
	});

	test('that grows, or comes before one of its name, has everything made anew', () => {
		const known = [{ id: 1, key: 'M', ...wave('M', '2025-05-01', '2025-06-01') }];
		const loading = (one: Wave) => {
			const keys = new WaveKeys(known, [], [one]);
			keys.row(one);
			return [keys.stale, keys.added.length];
		};
		expect(loading(wave('M', '2025-05-10'))).toEqual([false, 0]);
		expect(loading(wave('M', '2025-06-20'))).toEqual([true, 0]);
		expect(loading(wave('M', '2028-05-10'))).toEqual([false, 1]);
		expect(loading(wave('M', '2022-05-10'))[0]).toBe(true);
	});
});

describe('an item', () => {
	const scale: Scale = {
		id: 'satisfaction5',
		kind: 'ordinal',
		points: 3,
		labels: ['schlecht', 'mittel', 'gut'],
		titles: {},
		topBox: ['gut'],
		direction: 'higher-better',
		nonSubstantive: ['weiß nicht'],
		settled: true
	};
	const item: Item = { code: 'F1', text: 'Wie ist die Wohnung?', topic: 'housing', scale };

	test('has the key of its wording and answers, never of what is said of them', () => {
		const key = itemKey(item);
		expect(key).toMatch(/^[\da-z]{8}-[\da-z]{4}$/);
		expect(itemKey({ ...item, text: 'Wie ist das Haus?' })).not.toBe(key);
		expect(itemKey({ ...item, text: '  Wie ist die Wohnung' })).toBe(key);
		const other = { ...scale, topBox: ['gut', 'mittel'], labels: scale.labels.toReversed() };
		expect(itemKey({ ...item, scale: { ...other, settled: false } })).toBe(key);
		expect(itemKey({ ...item, scale: { ...scale, labels: ['nein', 'ja'] } })).not.toBe(key);
	});

	test('keys are known by what versions before called them', () => {
		const signature = JSON.stringify(['ordinal', scale.labels, [1, 2, 3], ['gut'], null]);
		const earlier = JSON.stringify(['wie ist die wohnung', 'housing', signature]);
		expect(fromEarlierKey(earlier)).toBe(itemKey(item));
		expect(fromEarlierKey(itemKey(item))).toBe(itemKey(item));
	});

	test('of which people said two things is two', () => {
		const keys = new ItemKeys([], false);
		const one = keys.row(item);
		const reversed = { ...item, scale: { ...scale, topBox: ['schlecht'] } };
		expect(keys.row({ ...item })).toBe(one);
		expect(keys.row(reversed)).not.toBe(one);
		const [first, second] = keys.keyed().map(({ key }) => key);
		expect(first).not.toBe(second);
		for (const key of [first, second]) expect(key?.startsWith(`${itemKey(item)}-`)).toBe(true);
	});

	test('that goes on from another one is that one, in either order', () => {
		const reworded = { ...item, text: 'Wie gefällt Ihnen die Wohnung?' };
		const before = new ItemKeys([], false);
		expect(before.row(item)).toBe(before.row(reworded, itemKey(item)));
		const after = new ItemKeys([], false);
		const goingOn = after.row(reworded, itemKey(item));
		expect(after.row(item)).toBe(goingOn);
		expect(after.keyed()[0]?.key).toBe(itemKey(item));
		// Of one that is not settled nobody knows whether it goes on.
		const open = { ...reworded, scale: { ...scale, settled: false } };
		expect(after.row(open, itemKey(item))).not.toBe(goingOn);
	});

	test('that would get another key has everything made anew', () => {
		const [known] = (() => {
			const keys = new ItemKeys([], false);
			keys.row(item);
			return keys.keyed();
		})();
		const keys = new ItemKeys([known!], false);
		keys.row(item);
		expect(keys.stale).toBe(false);
		keys.row({ ...item, topic: 'service' });
		expect(keys.stale).toBe(true);
	});
});
