import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, latestTime, nextTime, type Versioned } from '../domain';
import {
	counting,
	isTakenBack,
	loadedAgain,
	loadedNow,
	mergeBatchRecords,
	metaOf,
	parseBatchRecord,
	takenBack
} from './batch-records';
import { metaOf as described } from './batches.fixture';
import { withDeletionDate } from './deletion-date';
import { batchSteps } from './history';

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

/** What somebody does with a batch: loads it, takes it back, or says until when it is to be kept. */
const history = fc.array(
	fc.record({
		what: fc.constantFrom('load', 'take back', 'date'),
		who: fc.constantFrom('a', 'b', 'c'),
		ahead: fc.integer()
	}),
	{ minLength: 1, maxLength: 6 }
);

const day = (minutes: number) => new Date(minutes).toISOString().slice(0, 10);

/** What somebody did, one after the other, beginning with a batch that was just loaded. */
function doneBy(steps: readonly { what: string; who: string; ahead: number }[]) {
	const first = nextTime(null, 1000, 'z');
	let record = loadedNow(A, first);
	const times = [first];
	for (const { what, who, ahead } of steps) {
		const at = nextTime(latestTime([record]), Math.abs(ahead), who);
		const meta = { ...A, created: new Date(Math.abs(ahead)).toISOString() };
		if (what === 'load') record = loadedAgain(record, meta, at);
		else if (what === 'take back') record = takenBack(record, at, who);
		else record = withDeletionDate(record, day(ahead), { at, by: who });
		times.push(at);
	}
	return { record, times };
}

test('versions of one batch come to the same in any order and nesting, and nothing that was done is lost', () => {
	fc.assert(
		fc.property(fc.array(history, { minLength: 3, maxLength: 3 }), (histories) => {
			const done = histories.map(doneBy);
			const [a, b, c] = done.map(({ record }) => record) as [Versioned, Versioned, Versioned];
			const merged = mergeBatchRecords(mergeBatchRecords(a, b), c);
			const same = canonicalJson(merged);
			expect(canonicalJson(mergeBatchRecords(a, mergeBatchRecords(c, b)))).toBe(same);
			expect(canonicalJson(mergeBatchRecords(mergeBatchRecords(c, a), b))).toBe(same);
			expect(canonicalJson(mergeBatchRecords(merged, a))).toBe(same);
			const known = new Set(batchSteps(merged).map(({ at }) => at));
			expect([...known].sort()).toEqual([...new Set(done.flatMap(({ times }) => times))].sort());
		})
	);
});
