import { unzipSync } from 'fflate';
import type { BrowserContext, Page } from '@playwright/test';
import { withPicker } from './holdings';
import {
	comesWith,
	DRIVE,
	expectWhole,
	onDrive,
	restore,
	save,
	settled,
	stateOf,
	WORK,
	type Name
} from './kill-work';
import { kill } from './kill';
import { Random } from './random';
import { expect, test } from './watch';

/** How long a window goes on with its work at most before it is killed, at first and ever, in milliseconds. */
const [FIRST, LATEST] = [2500, 6000];

async function ready(page: Page): Promise<void> {
	await page.goto('/daten');
	await settled(page);
}

/** When work is killed: some time until a little after it was done the last time, so that it is never done too soon. */
class Moments {
	readonly #spans = new Map<Name, number>();

	constructor(private readonly random: Random) {}

	next(name: Name): number {
		return this.random.next() * (this.#spans.get(name) ?? FIRST);
	}

	/** Hears how long work took, or how long it went on until it was killed. */
	hear(name: Name, took: number, isDone: boolean): void {
		const span = isDone ? took * 1.2 : Math.max(this.#spans.get(name) ?? FIRST, took * 1.5);
		this.#spans.set(name, Math.min(LATEST, span));
	}
}

/** All kinds of work in an order by chance, and again once all were done. */
function* works(random: Random): Generator<Name, never> {
	for (;;) {
		const left = Object.keys(WORK) as Name[];
		while (left.length > 0) yield left.splice(random.whole(left.length), 1)[0]!;
	}
}

/** Of so many pieces of work of a kind one may come to its end. */
const LET = 4;

const lists = (files: readonly string[]): string => [...files].sort().join(' ');

/**
 * Kills a window again and again in the middle of its work. After that
 * - the page opens and warns of nothing;
 * - whatever was said to be done is there;
 * - of files there are those of before, and with them what came in, all of it or nothing;
 * - of what is taken back not more than one file is gone;
 * - what is put back is a state that there was;
 * - a list of cases that is there has all its rows;
 * - the file on the drive is whole.
 */
async function killed(context: BrowserContext, first: Page, rounds: number) {
	const random = new Random(20_260_101);
	const moments = new Moments(random);
	const order = works(random);
	let page = first;
	await ready(page);
	// A workspace that starts fast: what is killed is the work, not the start.
	await WORK.merge(page, 0);
	await WORK.load(page, 0);
	await restore(page, 0);
	await save(page, 0);
	const done: string[] = [];
	const seen = new Set([lists((await stateOf(page)).files)]);
	/** how often each kind of work came to its end, and was killed in the middle */
	const ends: Partial<Record<Name, { done: number; killed: number }>> = {};
	/** what lies on the drive and is not here */
	let waiting: string[] = [];
	for (let round = 1; round <= rounds; round++) {
		const name = order.next().value;
		const before = await stateOf(page);
		const comes = await comesWith(name, page, round, waiting);
		let isDone = false;
		let isKilled = false;
		const begun = Date.now();
		const work = WORK[name](page, round).then(
			() => (isDone = true),
			(error: unknown) => {
				if (!isKilled) throw error;
			}
		);
		const rounds = (ends[name] ??= { done: 0, killed: 0 });
		// Once in a while it may come to its end.
		const isLet = (rounds.done + rounds.killed) % LET === LET - 1;
		await (isLet ? work : Promise.race([work, page.waitForTimeout(moments.next(name))]));
		isKilled = true;
		moments.hear(name, Date.now() - begun, isDone);
		rounds[isDone ? 'done' : 'killed']++;
		const said = isDone ? await stateOf(page) : null;
		if (said && name === 'enter') done.push(`Ereignis-${round}-`);
		await kill(page);
		await work;

		page = await context.newPage();
		await ready(page);
		const where = `round ${round}: ${name}, ${isDone ? 'done' : 'under way'}`;
		await expect(page.getByRole('alert'), where).toHaveCount(0);
		await expectWhole(page, where);
		const after = await stateOf(page);
		if (said) expect(after.files, where).toEqual(said.files);
		const whole = new Set(
			[before.files, ...comes.map((more) => [...before.files, ...more])].map(lists)
		);
		if (said && comes.length > 0 && name !== 'save') whole.delete(lists(before.files));
		if (name === 'restore') expect([...seen], where).toContain(lists(after.files));
		else if (name === 'undo') {
			expect(before.files, where).toEqual(expect.arrayContaining(after.files));
			expect(before.files.length - after.files.length, where).toBeLessThanOrEqual(1);
		} else expect([...whole], where).toContain(lists(after.files));
		seen.add(lists(after.files));
		if (name === 'merge') [waiting = []] = comes;
		if (waiting.some((file) => after.files.includes(file))) waiting = [];
		// Of events a state that came back has fewer: that is what was asked for.
		if (name === 'restore')
			done.splice(0, done.length, ...done.filter((one) => after.entered.includes(one)));
		else expect(after.entered, where).toEqual(expect.arrayContaining(done));
		const drive = await onDrive(page);
		expect(Object.keys(unzipSync(Buffer.from(drive ?? '', 'base64'))), where).toContain(
			'datapackage.json'
		);
	}
	return ends;
}

test('a window that is killed three times in its work loses nothing that it said was done', async ({
	page,
	context
}) => {
	await withPicker(context, DRIVE);
	await killed(context, page, 3);
});

test('nor does one that is killed a hundred times @proof', async ({ page, context }) => {
	test.setTimeout(1_800_000);
	await withPicker(context, DRIVE);
	const ends = await killed(context, page, 100);
	for (const name of Object.keys(WORK) as Name[]) {
		expect(ends[name]?.done, name).toBeGreaterThan(0);
		expect(ends[name]?.killed, name).toBeGreaterThan(0);
	}
});
