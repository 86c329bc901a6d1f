import { expect, test } from 'vitest';
import { clean } from './batch';
import { overlapsUnderKeys } from './overlaps';
import { pseudonymised, pseudonymiser } from './pseudonyms';
import { readText } from './read';
import { packKeys, rowKeys } from './row-keys';
import { utf8 } from './testing';

const cases = (from: number, to: number) => {
	const rows = Array.from(
		{ length: to - from },
		(_, at) => `K-${from + at};Nord;01.02.2025;Energie;selbst`
	);
	const { table, mapping } = readText(
		utf8(['Fall-Nr;Quartier;Eröffnet am;Anlass;Zugang', ...rows].join('\n'))
	);
	return clean(table, mapping);
};

test('rows are found again in batches of either key', () => {
	const [mine, theirs] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
	const loaded = (name: string, from: number, to: number, key: Uint8Array) => ({
		batch: name,
		name,
		created: '',
		key,
		bytes: packKeys(rowKeys(pseudonymised(cases(from, to), pseudonymiser(key))))
	});
	const batches = [loaded('hier', 0, 4, mine), loaded('dort', 2, 10, theirs)];
	const found = overlapsUnderKeys(cases(0, 10), batches, pseudonymiser);
	expect(found.map(({ name, rows }) => [name, rows])).toEqual([
		['dort', 8],
		['hier', 4]
	]);
	expect(overlapsUnderKeys(cases(20, 30), batches, pseudonymiser)).toEqual([]);
});
