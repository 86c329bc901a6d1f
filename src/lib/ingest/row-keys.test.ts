import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from './batch';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { common, overlapsOf, packKeys, rowKeys, unpackKeys, type RowKeys } from './row-keys';
import { csv, read, utf8 } from './testing';

const pseudonym = pseudonymiser(utf8('workspace'));

const keysOf = (
	text: string,
	kind?: 'supportCase' | 'survey' | 'quartierYear' | 'contact'
): RowKeys => {
	const { table, mapping } = read(text, { kind });
	return rowKeys(pseudonymised(clean(table, mapping), pseudonym));
};

const loaded = (keys: RowKeys) => ({
	batch: 'b',
	name: 'alt.csv',
	created: '2026-01-01T00:00:00.000Z',
	bytes: packKeys(keys)
});

const cases = (from: number, to: number, quartier = 'Weststadt'): string =>
	csv(
		['Fall-Nr', 'Quartier', 'Eröffnet', 'Anlass'],
		Array.from({ length: to - from }, (_, at) => [
			`F-${from + at}`,
			quartier,
			'03.02.2025',
			at % 2 ? 'Nachbarn' : 'Mietschulden'
		])
	);

const sheets = (wave: string, quartier: string, count = 20): string =>
	csv(
		['Bogen', 'Quartier', 'Welle', 'Zufriedenheit insgesamt'],
		Array.from({ length: count }, (_, at) => [
			String(at + 1),
			quartier,
			wave,
			at % 3 ? 'sehr zufrieden' : 'eher unzufrieden'
		])
	);

describe('rows with numbers', () => {
	test('a corrected file is known by its case numbers, whatever was corrected', () => {
		const own = keysOf(cases(0, 100, 'Heidberg'), 'supportCase');
		const [found] = overlapsOf(own, [loaded(keysOf(cases(10, 90), 'supportCase'))]);
		expect(found).toMatchObject({ rows: 80, of: 100, ofBatch: 80, basis: 'ids', offer: true });
	});

	test('a few common rows are said, and not offered as a replacement', () => {
		const own = keysOf(cases(90, 190), 'supportCase');
		const [found] = overlapsOf(own, [loaded(keysOf(cases(0, 100), 'supportCase'))]);
		expect(found).toMatchObject({ rows: 10, offer: false });
		expect(overlapsOf(own, [loaded(keysOf(cases(0, 90), 'supportCase'))])).toEqual([]);
	});

	test('sheets are numbered anew in each wave and Quartier', () => {
		const own = keysOf(sheets('2025', 'Weststadt'), 'survey');
		const others = [sheets('2024', 'Weststadt'), sheets('2025', 'Heidberg')];
		expect(
			overlapsOf(
				own,
				others.map((text) => loaded(keysOf(text, 'survey')))
			)
		).toEqual([]);
		const [found] = overlapsOf(own, [loaded(keysOf(sheets('2025', 'Weststadt', 30), 'survey'))]);
		expect(found).toMatchObject({ rows: 20, of: 20, ofBatch: 30, offer: true });
	});

	test('a Quartier and a wave that no column says are the same as in columns', () => {
		const { table, mapping } = read(sheets('2025', 'Weststadt'), { kind: 'survey' });
		const bare = mapping.columns.map((one) =>
			['quartier', 'wave'].includes(one.role) ? { ...one, role: 'ignored' as const } : one
		);
		const whole = {
			...mapping,
			columns: bare,
			quartierForAll: 'Weststadt',
			waves: mapping.waves.map((wave) => ({ ...wave, key: '', name: '2025' }))
		};
		const named = { ...mapping, waves: mapping.waves.map((wave) => ({ ...wave, name: '2025' })) };
		const keys = (own: typeof mapping) => rowKeys(pseudonymised(clean(table, own), pseudonym));
		expect(keys(whole)).toEqual(keys(named));
		expect(keys(whole).keys).toHaveLength(20);
	});
});

describe('rows without numbers', () => {
	const visits = (day: number, minutes: (at: number) => number): string =>
		csv(
			['Fall-Nr', 'Datum', 'Kontaktart', 'Minuten'],
			Array.from({ length: 40 }, (_, at) => [
				`F-${at % 7}`,
				`${String(day).padStart(2, '0')}.02.2025`,
				at % 2 ? 'Hausbesuch' : 'Telefon',
				String(minutes(at))
			])
		);

	test('are known where most of them are equal, in whatever order columns stand', () => {
		const text = visits(3, (at) => at);
		const turned = text
			.split('\n')
			.map((line) => line.split(';').reverse().join(';'))
			.join('\n');
		const [found] = overlapsOf(keysOf(turned, 'contact'), [loaded(keysOf(text, 'contact'))]);
		expect(found).toMatchObject({ basis: 'rows', rows: 40, offer: true });
		const other = keysOf(
			visits(4, (at) => at),
			'contact'
		);
		expect(overlapsOf(other, [loaded(keysOf(text, 'contact'))])).toEqual([]);
	});

	test('that are all alike say nothing', () => {
		const text = visits(3, () => 10);
		expect(overlapsOf(keysOf(text, 'contact'), [loaded(keysOf(text, 'contact'))])).toEqual([]);
	});
});

test('common keys are counted as often as both have them', () => {
	const bags = fc.array(fc.nat(20), { maxLength: 60 });
	fc.assert(
		fc.property(bags, bags, (a, b) => {
			const count = (bag: number[], key: number) => bag.filter((one) => one === key).length;
			const expected = [...new Set(a)].reduce(
				(sum, key) => sum + Math.min(count(a, key), count(b, key)),
				0
			);
			expect(common(Float64Array.from(a).sort(), Float64Array.from(b).sort())).toBe(expected);
		})
	);
});

test('kept keys come back, and damaged ones are none', () => {
	const keys = keysOf(cases(0, 9), 'supportCase');
	expect(keys.keys).toHaveLength(9);
	const packed = packKeys(keys);
	expect(unpackKeys(packed)).toEqual(keys);
	expect(unpackKeys(packed.slice(0, -3))).toBeNull();
	expect(unpackKeys(packed.with(0, 1))).toBeNull();
	expect(unpackKeys(new Uint8Array())).toBeNull();
});
