import * as Automerge from '@automerge/automerge';
import { beforeAll, expect, test } from 'vitest';
import {
	canonicalJson,
	latestTime,
	nextTime,
	putRecord,
	removeRecord,
	type Versioned
} from '../../domain';
import { proofRuns } from '../../ingest/testing';
import { counting, isTakenBack, loadedNow, metaOf, takenBack } from '../batch-records';
import type { BatchMeta } from '../../ingest';
import { memoryStore } from '../store';
import { mergeContents, type BatchParts, type WorkspaceContent } from './content';
import { event, load, survey } from './file.fixture';
import { storedContent } from './stored';
import { writeWorkspaceFile } from './write';

/** Batches that anybody may load: what they are, and their parts. */
let pool: { meta: BatchMeta; parts: BatchParts }[] = [];
let empty: WorkspaceContent;

beforeAll(async () => {
	const store = memoryStore();
	empty = (await storedContent(store)).content;
	for (const year of [2021, 2022, 2023, 2024]) await load(store, `${year}.csv`, survey(year));
	const { content } = await storedContent(store);
	pool = [...content.batches.values()].map((record) => ({
		meta: metaOf(record)!,
		parts: content.parts.get(record.id)!
	}));
});

/** Numbers below one that look like chance, and are the same in every run. */
function randoms(seed: number) {
	let state = seed;
	const next = () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
	const below = (most: number) => Math.floor(next() * most);
	return { below, oneOf: <T>(all: readonly T[]): T => all[below(all.length)]! };
}

const FIELDS = ['title', 'kind', 'from', 'to'] as const;
const VALUES: Record<(typeof FIELDS)[number], readonly string[]> = {
	title: ['Sommerfest', 'Streik', 'Umbau', 'Treff'],
	kind: ['opening', 'closure', 'campaign', 'other'],
	from: ['2024-01-01', '2024-02-01', '2024-03-01'],
	to: ['2025-01-01', '2025-02-01', '2025-03-01']
};

/** The same records as the second judge has them: a value for each field, and whether it was deleted. */
type Judged = { records: Record<string, Record<string, string | boolean>> };

class Colleague {
	content = empty;
	judged: Automerge.Doc<Judged>;

	constructor(
		readonly name: string,
		/** milliseconds that the clock is wrong by */
		readonly wrong: number,
		first: Automerge.Doc<Judged>
	) {
		this.judged = Automerge.clone(first);
	}

	#stamp(records: Iterable<Versioned>, now: number) {
		return { at: nextTime(latestTime(records), now + this.wrong, this.name), by: this.name };
	}

	#put(record: Versioned, judge: (records: Judged['records']) => void): void {
		const events = new Map([...this.content.records.events, [record.id, record]]);
		this.content = { ...this.content, records: { ...this.content.records, events } };
		this.judged = Automerge.change(this.judged, ({ records }) => judge(records));
	}

	write(id: string, field: string, value: string, now: number): void {
		const before = this.content.records.events.get(id);
		const stamp = this.#stamp(this.content.records.events.values(), now);
		const record = before ? { id, [field]: value } : { ...event(id, 'neu', ''), [field]: value };
		const after = putRecord(before, record, stamp);
		const changed = Object.entries(after.fields).filter(([, { at }]) => at === stamp.at);
		const isBack = before?.deleted?.value === true;
		this.#put(after, (records) => {
			if (!records[id]) records[id] = {};
			const own = records[id];
			for (const [name, { value: said }] of changed) own[name] = String(said);
			if (isBack) own['deleted'] = false;
		});
	}

	remove(id: string, now: number): void {
		const before = this.content.records.events.get(id);
		if (!before || before.deleted?.value) return;
		const stamp = this.#stamp(this.content.records.events.values(), now);
		this.#put(removeRecord(before, stamp), (records) => {
			records[id]!['deleted'] = true;
		});
	}

	load({ meta, parts }: (typeof pool)[number], now: number): void {
		const { at } = this.#stamp(this.content.batches.values(), now);
		const record = loadedNow({ ...meta, author: this.name }, at);
		this.content = {
			...this.content,
			batches: new Map([...this.content.batches, [meta.id, record]]),
			parts: new Map([...this.content.parts, [meta.id, parts]])
		};
	}

	takeBack(id: string, now: number): void {
		const before = this.content.batches.get(id);
		if (!before || isTakenBack(before)) return;
		const { at, by } = this.#stamp(this.content.batches.values(), now);
		const parts = new Map(this.content.parts);
		parts.delete(id);
		this.content = {
			...this.content,
			batches: new Map([...this.content.batches, [id, takenBack(before, at, by)]]),
			parts
		};
	}

	hear(other: Colleague): void {
		this.content = mergeContents(this.content, other.content);
		this.judged = Automerge.merge(Automerge.clone(this.judged), other.judged);
	}
}

/** Unites all, two at a time, in an order and a nesting of chance. */
function united<T>(
	all: readonly T[],
	merge: (a: T, b: T) => T,
	{ below }: ReturnType<typeof randoms>
): T {
	const left = [...all];
	while (left.length > 1) {
		const [a] = left.splice(below(left.length), 1);
		const [b] = left.splice(below(left.length), 1);
		left.push(merge(a!, b!));
	}
	return left[0]!;
}

/** Everything that a workspace says, as a text. */
const sayingOf = ({ batches, records, parts }: WorkspaceContent): string =>
	canonicalJson([
		[...batches.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
		[...records.events.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
		[...parts.keys()].sort()
	]);

const DAY = 86_400_000;

test('whoever worked apart, with whatever clocks, comes to the same file in every order', async () => {
	const first = Automerge.from<Judged>({ records: {} });
	for (let run = 0; run < proofRuns(8, 1000); run++) {
		const random = randoms(run + 1);
		const { below, oneOf } = random;
		const colleagues = Array.from(
			{ length: 2 + below(4) },
			(_, at) => new Colleague(`c${at}`, (below(11) - 5) * DAY * below(3), first)
		);
		const said = new Map<string, Set<string>>();
		let now = Date.UTC(2026, 0, 1);
		for (let step = 0; step < 12 + below(30); step++) {
			now += below(3) * 1000;
			const who = oneOf(colleagues);
			const id = `e${below(3)}`;
			const what = below(10);
			if (what < 5) {
				const field = oneOf(FIELDS);
				const value = oneOf(VALUES[field]);
				who.write(id, field, value, now);
				said.set(`${id} ${field}`, new Set([...(said.get(`${id} ${field}`) ?? []), value]));
			} else if (what < 6) who.remove(id, now);
			else if (what < 8) who.load(oneOf(pool), now);
			else if (what < 9) who.takeBack(oneOf(pool).meta.id, now);
			else who.hear(oneOf(colleagues));
		}

		const contents = colleagues.map(({ content }) => content);
		const merged = united(contents, mergeContents, random);
		const file = await writeWorkspaceFile(merged);
		for (let order = 0; order < 3; order++) {
			// Whoever comes twice changes nothing.
			const again = united([...contents, oneOf(contents)], mergeContents, random);
			if (order === 0) expect(await writeWorkspaceFile(again)).toEqual(file);
			else expect(sayingOf(again)).toBe(sayingOf(merged));
		}

		// Nothing that anybody said is lost.
		for (const [place, values] of said) {
			const [id = '', field = ''] = place.split(' ');
			const { fields, history } = merged.records.events.get(id)!;
			const known = [fields[field], ...history.filter((one) => one.field === field)];
			const kept = new Set(known.map((one) => String(one?.value)));
			for (const value of values) expect(kept, place).toContain(value);
		}

		// What counts is one of those that nobody said anything after, as another program sees it too.
		const judge = united(
			colleagues.map(({ judged }) => judged),
			(a, b) => Automerge.merge(Automerge.clone(a), b),
			random
		);
		for (const [id, { fields, deleted }] of merged.records.events) {
			const own = judge.records[id]!;
			const allowed = (name: string) =>
				Object.values(Automerge.getConflicts(own, name) ?? { only: own[name] }).map(String);
			// Two who began the same record apart have each one of their own there.
			if (Automerge.getConflicts(judge.records, id)) continue;
			for (const [name, { value }] of Object.entries(fields))
				expect(allowed(name), `${id} ${name}`).toContain(String(value));
			if (deleted) expect(allowed('deleted')).toContain(String(deleted.value));
		}

		// Each batch that is there has its rows, and counts once.
		const there = [...merged.batches.values()].filter((record) => !isTakenBack(record));
		expect([...merged.parts.keys()].sort()).toEqual(there.map(({ id }) => id).sort());
		expect(counting([...merged.batches.values()]).batches).toHaveLength(there.length);
	}
});
