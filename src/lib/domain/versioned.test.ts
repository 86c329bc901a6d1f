import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTime, clockTimeSchema, nextTime } from './clock';
import {
	contentOf,
	latestTime,
	mergeRecords,
	putRecord,
	removeRecord,
	versionedSchema,
	type Versioned
} from './versioned';

const at = (milliseconds: number, who = 'a') => ({ at: clockTime(milliseconds, 0, who), by: who });
const note = (text: string, kind = 'question') => ({ id: 'n', text, kind });

describe('a hybrid logical clock', () => {
	test('follows the wall clock, and counts where that stands or runs behind', () => {
		const first = nextTime(null, 1000, 'a');
		expect(first).toBe('1970-01-01T00:00:01.000Z/0000/a');
		const same = nextTime(first, 1000, 'b');
		const behind = nextTime(same, 10, 'a');
		const later = nextTime(behind, 1001, 'a');
		expect([later, behind, first, same].toSorted()).toEqual([first, same, behind, later]);
		expect(clockTimeSchema.parse(behind)).toBe('1970-01-01T00:00:01.000Z/0002/a');
	});

	test('goes on after the last number of a millisecond', () => {
		const full = clockTime(1000, 0xffff, 'a');
		expect(nextTime(full, 1000, 'a') > full).toBe(true);
	});
});

describe('a record by versions', () => {
	test('keeps the time of fields that stay, and what the others said before', () => {
		const first = putRecord(undefined, note('a'), at(1));
		const second = putRecord(first, note('b'), at(2));
		expect(contentOf(second)).toEqual(note('b'));
		expect(second.fields['kind']?.at).toBe(at(1).at);
		expect(second.history).toEqual([{ field: 'text', value: 'a', ...at(1) }]);
		expect(putRecord(second, note('b'), at(3))).toEqual(second);
		expect(versionedSchema.parse(JSON.parse(JSON.stringify(second)))).toEqual(second);
	});

	test('a deletion is remembered until somebody brings the record back', () => {
		const there = putRecord(undefined, note('a'), at(1));
		const gone = removeRecord(there, at(3));
		expect(contentOf(gone)).toBeNull();
		// What another machine changed before it heard of the deletion does not bring it back.
		expect(contentOf(mergeRecords(gone, putRecord(there, note('b'), at(2))))).toBeNull();
		const back = putRecord(gone, note('a'), at(4));
		expect(contentOf(mergeRecords(gone, back))).toEqual(note('a'));
		expect(latestTime([back])).toBe(at(4).at);
	});

	test('of two machines each field has what was said last, and nothing that was said is lost', () => {
		const common = putRecord(undefined, note('a'), at(1));
		const text = putRecord(common, note('b'), at(2, 'x'));
		const kind = putRecord(common, note('a', 'decision'), at(3, 'y'));
		const both = mergeRecords(text, kind);
		expect(contentOf(both)).toEqual(note('b', 'decision'));
		const conflict = mergeRecords(text, putRecord(common, note('c'), at(4, 'y')));
		expect(contentOf(conflict)).toEqual(note('c'));
		expect(conflict.history.map(({ value }) => value)).toEqual(['a', 'b']);
	});

	test('what is as long as a map is not kept once it was replaced', () => {
		const long = 'x'.repeat(30_000);
		expect(putRecord(putRecord(undefined, note(long), at(1)), note('b'), at(2)).history).toEqual(
			[]
		);
	});
});

/** Versions that grow from one record on three machines. */
const versions = fc
	.array(
		fc.record({
			machine: fc.constantFrom('x', 'y', 'z'),
			does: fc.constantFrom('text', 'kind', 'remove', 'merge'),
			word: fc.constantFrom('a', 'b', 'c')
		}),
		{ maxLength: 20 }
	)
	.map((steps) => {
		const first = putRecord(undefined, note('first'), at(1));
		const machines: Record<string, Versioned> = { x: first, y: first, z: first };
		steps.forEach(({ machine, does, word }, step) => {
			const own = machines[machine]!;
			const stamp = at(10 + step, machine);
			const now = contentOf(own) as ReturnType<typeof note> | null;
			if (does === 'remove') machines[machine] = removeRecord(own, stamp);
			else if (does === 'merge') machines[machine] = mergeRecords(own, machines['x']!);
			else machines[machine] = putRecord(own, { ...(now ?? note('again')), [does]: word }, stamp);
		});
		return machines;
	});

test('merging does not depend on the order, and once more changes nothing', () => {
	fc.assert(
		fc.property(versions, ({ x, y, z }) => {
			const [a, b, c] = [x!, y!, z!];
			expect(mergeRecords(b, a)).toEqual(mergeRecords(a, b));
			expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
			expect(mergeRecords(mergeRecords(a, b), b)).toEqual(mergeRecords(a, b));
		}),
		{ numRuns: 300 }
	);
});
