import { unzipSync } from 'fflate';
import type { BrowserContext } from '@playwright/test';
import { withPicker } from './holdings';
import { Ledger, type Said, type State } from './ledger';
import { randomWork } from './random-work';
import { Random } from './random';
import { expect, type Page } from './watch';
import { loadSample } from './wizard';
import { say } from './words';
import {
	breakOff,
	fallAsleep,
	isAsleep,
	NOTHING,
	perform,
	save,
	shown,
	stateOf,
	takeOver,
	toData,
	undo,
	wake,
	type Work
} from './window-work';
import { Writers } from './writers';

/** A file of the workspace on a "drive": one of the private file system, which can be written. */
const DRIVE = 'zwei-fenster.quartierspiegel';

/** Batches below which earlier states are put back. */
const FEW = 5;

/** How long a window may go on with its work before it is closed in the middle of it, in milliseconds. */
const LATEST = 800;

/** In how many rounds it is looked whether both windows show the same, and one falls asleep while it writes. */
const [AGREES, SLEEPS] = [4, 10];

/** What becomes of a window: it does its work, or is loaded anew, or closed before or amidst. */
const WAYS = [
	['work', 16],
	['reload', 1],
	['reopen', 1],
	['break off', 2]
] as const;
type Way = (typeof WAYS)[number][0];

const earlier = (page: Page) => page.locator('#sicherungen');

/** Two windows of one browser, in which something is done at random. */
export class TwoWindows {
	readonly writers = new Writers();
	readonly #random: Random;
	readonly #windows: Page[] = [];
	#ledger = new Ledger({});
	/** states that the pages offer to put back, by the time they are called by */
	readonly #states = new Map<string, State>();
	#count = 0;
	/** what was done last, in each window */
	#last: string[] = [];
	rounds = 0;

	constructor(
		private readonly context: BrowserContext,
		seed: number
	) {
		this.#random = new Random(seed);
	}

	async open(first: Page): Promise<void> {
		await withPicker(this.context, DRIVE);
		await this.writers.listen(this.context);
		await loadSample(first, '/daten');
		await perform(first, save);
		this.#windows.push(first, await this.#opened());
		const state = await shown(first);
		this.#ledger = new Ledger(state);
		this.#states.set((await this.#listed(first))[0]!, state);
	}

	/** Times of the earlier states that are kept, the newest first: it is the one of now. */
	async #listed(page: Page): Promise<string[]> {
		await toData(page);
		const show = earlier(page).getByRole('button', { name: say('backups_show') });
		if (await show.isVisible()) await show.click();
		await expect(earlier(page).locator('li').first()).toBeVisible();
		const times = earlier(page).locator('li time');
		return times.evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
	}

	async #opened(): Promise<Page> {
		const page = await this.context.newPage();
		await page.goto('/daten');
		await toData(page);
		return page;
	}

	#at(place: number): Page {
		return this.#windows[place]!;
	}

	/** Something in both windows at the same time. */
	async both(): Promise<void> {
		const taken = new Set<string>();
		const begun = [0, 1].map((place) => {
			const way = this.#random.pick(WAYS);
			const work = randomWork(++this.#count, this.#ledger, this.#random, taken);
			const rest = this.#random.next() * LATEST;
			this.#last[place] = `${way} ${work.key ?? ''}`;
			return this.#act(way, place, work, rest, this.#random.chance(0.5));
		});
		this.#ledger.hear((await Promise.all(begun)).flat());
		for (const page of this.#windows) await this.writers.look(page);
	}

	async #act(way: Way, place: number, work: Work, rest: number, takesOver: boolean) {
		const page = this.#at(place);
		let said: Said[] = [];
		if (way === 'reload') {
			await this.writers.leaves(page);
			await page.reload();
			await expect(page.locator('h1')).toBeVisible();
		} else if (way === 'reopen' || way === 'break off') {
			const before = () => this.writers.leaves(page);
			said = await breakOff(page, way === 'reopen' ? NOTHING : work, rest, before);
			this.#windows[place] = await this.#opened();
		} else said = await perform(page, work);
		if (takesOver) await takeOver(this.#at(place));
		return said;
	}

	/** One window falls asleep while it writes, and the other one takes over: it writes nothing any more. */
	async takeOver(): Promise<void> {
		await this.agree();
		const [first = '', second = ''] = this.#ledger.having('batch', 'there');
		const place = this.#random.whole(2);
		const [sleeper, other] = [this.#at(place), this.#at(1 - place)];
		this.#last = [`falls asleep ${first}`, `takes over ${second}`];
		await toData(sleeper);
		await fallAsleep(sleeper);
		const work = perform(sleeper, undo(first.slice('batch:'.length)));
		await isAsleep(sleeper);
		const again = undo(second.slice('batch:'.length));
		expect(await perform(other, again), 'while another window writes').toEqual([]);
		await expect(other.locator('[data-blocked]')).toBeVisible();
		await this.writers.look(other);
		await takeOver(other);
		await wake(sleeper);
		expect(
			(await work).filter(({ isDone }) => isDone),
			'after it was taken over'
		).toEqual([]);
		await this.agree();
		this.#ledger.hear(await perform(other, again));
	}

	/** Puts an earlier state back that has more files than there are now. */
	async restore(): Promise<void> {
		await this.agree();
		const now = await shown(this.#at(0));
		const page = this.#at(this.#random.whole(2));
		this.#last = ['restore', ''];
		await this.writers.leaves(page);
		await page.goto('/daten');
		const listed = await this.#listed(page);
		this.#states.set(listed[0]!, now);
		const known = listed.filter((time) => this.#states.has(time));
		const files = (time: string) =>
			Object.keys(this.#states.get(time)!).filter((key) => key.startsWith('batch:')).length;
		const time = known.sort((a, b) => files(b) - files(a))[0]!;
		await earlier(page).locator('li').nth(listed.indexOf(time)).getByRole('button').click();
		const dialog = page.getByRole('dialog');
		const yes = dialog.getByRole('button', { name: say('backups_restore'), exact: true });
		const no = dialog.locator('.buttons').getByRole('button', { name: say('dialog_close') });
		await yes.or(no).click();
		await expect(dialog).toHaveCount(0);
		const state = this.#states.get(time)!;
		this.#states.set((await this.#listed(page))[0]!, state);
		this.#ledger = new Ledger(state);
		await this.agree();
	}

	/** Both windows show the same, and all that was said to be done is in it. */
	async agree(): Promise<void> {
		let state: State = {};
		const differences = async (): Promise<string[]> => {
			const [one, other] = await Promise.all([shown(this.#at(0)), shown(this.#at(1))]);
			state = one;
			const between = new Ledger(one).faults(other).map((fault) => `between windows: ${fault}`);
			return [...this.#ledger.faults(one), ...between];
		};
		await expect.poll(differences, { message: `after ${this.#last.join(' and ')}` }).toEqual([]);
		this.#ledger.settle(state);
		expect(this.writers.faults).toEqual([]);
	}

	/** Does something; where it fails, it is said after what, and how the windows are. */
	async #told(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (cause) {
			const states = await Promise.all(this.#windows.map(stateOf));
			const done = `round ${this.rounds + 1}, ${this.#last.join(' and ')}`;
			throw new Error([done, ...states].join('\n'), { cause });
		}
	}

	/** Goes on until it is enough. */
	async work(isEnough: (round: number) => boolean): Promise<void> {
		for (let round = 1; !isEnough(round); round++) {
			const files = this.#ledger.having('batch', 'there').length;
			await this.#told(async () => {
				if (files < FEW) await this.restore();
				else if (round % SLEEPS === 0) await this.takeOver();
				else await this.both();
				if (round % AGREES === 0) await this.agree();
			});
			this.rounds = round;
		}
		await this.agree();
		for (const page of this.#windows) {
			await this.writers.leaves(page);
			await page.reload();
		}
		await this.agree();
	}

	having(kind: string): string[] {
		return this.#ledger.having(kind, 'there').map((key) => key.slice(kind.length + 1));
	}

	/** What is in the file on the drive, once it was saved. */
	async saved(): Promise<string> {
		const page = this.#at(0);
		await perform(page, save);
		const content = await page.evaluate(async (name) => {
			const origin = await navigator.storage.getDirectory();
			const file = await (await origin.getFileHandle(name)).getFile();
			return new Uint8Array(await file.arrayBuffer()).toBase64();
		}, DRIVE);
		const parts = unzipSync(Buffer.from(content, 'base64'));
		return Buffer.from(parts['records/events.json']!).toString();
	}
}
