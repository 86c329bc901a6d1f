import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, latestTime, nextTime, type Versioned } from '../domain';
import {
	counting,
	isTakenBack,
	loadedNow,
	mergeBatchRecords,
	metaOf,
	parseBatchRecord,
	takenBack
} from './batch-records';
import { metaOf as described } from './batches.fixture';

let minute = 0;
/** A later moment, counted by somebody. */
const later = (who = 'a') => nextTime(null, Date.UTC(2026, 5, 1, 0, minute++), who);

const names = (records: readonly Versioned[]) =>
	counting(records).batches.map(({ file }) => file.name);

const A = described('a.csv');
const at = A.file.sha256;

describe('what counts', () => {
	test('of two batches of one file only the one that was loaded last, whoever did', () => {
		const [one, other] = [A, described('a.csv', { file: { ...A.file, sha256: at } })];
		const records = [loadedNow(one, later('x')), loadedNow(other, later('y'))];
		expect(counting(records).batches).toEqual([other]);
		expect(counting(records).earlier.get(other.id)).toEqual([one]);
		expect(counting(records.toReversed())).toEqual(counting(records));
	});

	test('of two that took the place of the same one, only the later', () => {
		const mine = described('b.csv', { replaces: A.id });
		const yours = described('c.csv', { replaces: A.id });
		const records = [A, mine, yours].map((meta) => loadedNow(meta, later()));
		expect(names(records)).toEqual(['c.csv']);
		const [first, second, third] = records as [Versioned, Versioned, Versioned];
		expect(names([first, second, takenBack(third, later(), '')])).toEqual(['b.csv']);
		// What lies between them may be gone: they belong together all the same.
		const last = loadedNow(described('d.csv', { replaces: mine.id }), later());
		expect(names([first, takenBack(second, later(), ''), last])).toEqual(['d.csv']);
	});

	test('a file that is read as it was before takes the place of what it was read as since', () => {
		const other = described('a.csv', { replaces: A.id, file: A.file });
		const second = loadedNow(other, later());
		const again = loadedNow({ ...A, replaces: other.id }, later());
		expect(counting([again, second]).batches).toEqual([{ ...A, replaces: other.id }]);
		expect(counting([takenBack(again, later(), ''), second]).batches).toEqual([other]);
	});

	test('different kinds of one file stand side by side', () => {
		const cases = described('a.csv', { kind: 'supportCase', file: A.file });
		expect(names([A, cases].map((meta) => loadedNow(meta, later())))).toHaveLength(2);
	});
});

test('of a batch that was taken back no name is left, and loading it again brings it back', () => {
	const there = loadedNow(described('Frau Müller.csv'), later());
	const gone = takenBack(there, later(), 'x');
	expect(JSON.stringify(gone)).not.toContain('Müller');
	expect(JSON.stringify(mergeBatchRecords(there, gone))).not.toContain('Müller');
	const back = loadedNow(metaOf(there)!, later());
	expect(isTakenBack(mergeBatchRecords(gone, back))).toBe(false);
	expect(metaOf(mergeBatchRecords(back, gone))).toEqual(metaOf(there));
});

test('a description of an earlier version is a record, and a damaged one is none', () => {
	expect(metaOf(parseBatchRecord(A))).toEqual(A);
	expect(() => parseBatchRecord({ ...A, kind: 'x' })).toThrow();
	expect(() => parseBatchRecord({ format: 'quartierspiegel-batch', version: 2 })).toThrow();
});

/** What somebody does with a batch: loads it, or takes it back. */
const history = fc.array(
	fc.record({ loads: fc.boolean(), who: fc.constantFrom('a', 'b', 'c'), ahead: fc.integer() }),
	{ minLength: 1, maxLength: 6 }
);

test('versions of one batch come to the same in any order and nesting', () => {
	fc.assert(
		fc.property(fc.array(history, { minLength: 3, maxLength: 3 }), (histories) => {
			const versions = histories.map((steps) => {
				let record = loadedNow(A, nextTime(null, 1000, 'z'));
				for (const { loads, who, ahead } of steps) {
					const stamp = nextTime(latestTime([record]), Math.abs(ahead), who);
					const meta = { ...A, created: new Date(Math.abs(ahead)).toISOString() };
					record = loads ? loadedNow(meta, stamp) : takenBack(record, stamp, who);
				}
				return record;
			});
			const [a, b, c] = versions as [Versioned, Versioned, Versioned];
			const merged = canonicalJson(mergeBatchRecords(mergeBatchRecords(a, b), c));
			expect(canonicalJson(mergeBatchRecords(a, mergeBatchRecords(c, b)))).toBe(merged);
			expect(canonicalJson(mergeBatchRecords(mergeBatchRecords(c, a), b))).toBe(merged);
		})
	);
});
