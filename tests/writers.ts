import type { BrowserContext, Page } from '@playwright/test';

/** Locks that one window at a time may hold: of whoever writes, and of whoever changes records. */
const LOCKS = ['quartierspiegel-writer', 'quartierspiegel-records'];

/** What a page says of a lock that it holds: how many holders the browser counts by then. */
type Heard = { by: string; lock: string; what: 'begins' | 'takes over' | 'ends'; held: number };

/**
 * Who writes in the windows of a browser. Each says when it begins and when it ends, and waits until that was heard
 * while it holds the lock: so no two can overlap unheard.
 */
export class Writers {
	/** by lock: the documents that hold it, as they say */
	readonly #holders = new Map(LOCKS.map((lock) => [lock, new Set<string>()]));
	/** documents that were closed, and say no more that they end */
	readonly #gone = new Set<string>();
	/** what must not be */
	readonly faults: string[] = [];
	/** how often the right to write was held, and how often it was taken away */
	held = 0;
	taken = 0;

	/** Listens to all windows of a browser, from their next load on. */
	async listen(context: BrowserContext): Promise<void> {
		await context.exposeBinding('sayWriting', (_, heard: Heard) => this.#hear(heard));
		await context.addInitScript((locks) => {
			const said = window as unknown as {
				sayWriting: (heard: Heard) => Promise<void>;
				writerSign: string;
			};
			if (!isSecureContext) return;
			said.writerSign = crypto.randomUUID();
			type Work = (lock: Lock | null) => Promise<unknown>;
			type Request = (name: string, options: LockOptions, work: Work) => Promise<unknown>;
			const prototype = LockManager.prototype as unknown as { request: Request };
			const { request } = prototype;
			prototype.request = function (this: LockManager, name: string, ...rest: unknown[]) {
				const work = rest.pop() as Work;
				const options = (rest[0] ?? {}) as LockOptions;
				if (!locks.includes(name)) return request.call(this as never, name, options, work);
				return request.call(this as never, name, options, async (lock) => {
					if (!lock) return work(lock);
					const say = async (what: Heard['what']) => {
						const { held = [] } = await this.query();
						const same = held.filter((one) => one.name === name).length;
						await said.sayWriting({ by: said.writerSign, lock: name, what, held: same });
					};
					await say(options.steal ? 'takes over' : 'begins');
					try {
						return await work(lock);
					} finally {
						await say('ends');
					}
				});
			};
		}, LOCKS);
	}

	#hear({ by, lock, what, held }: Heard): void {
		const holders = this.#holders.get(lock);
		if (!holders || this.#gone.has(by)) return;
		if (held > 1) this.faults.push(`${held} hold ${lock}`);
		if (what === 'ends') return void holders.delete(by);
		this.held++;
		// Whoever held it until now may not go on, and is not asked when it ends.
		if (what === 'takes over') {
			this.taken++;
			holders.clear();
		}
		if (holders.size > 0) this.faults.push(`${by} holds ${lock} beside ${[...holders].join()}`);
		holders.add(by);
	}

	/** A window is closed or loaded anew: what its document held is free. */
	async leaves(page: Page): Promise<void> {
		const sign = await page.evaluate(
			() => (window as unknown as { writerSign: string }).writerSign
		);
		this.#gone.add(sign);
		for (const holders of this.#holders.values()) holders.delete(sign);
	}

	/** Asks the browser itself, from a window, how many hold each of the locks. */
	async look(page: Page): Promise<void> {
		const names = await page.evaluate(async () => {
			const { held = [] } = await navigator.locks.query();
			return held.filter(({ mode }) => mode === 'exclusive').map(({ name }) => name ?? '');
		});
		for (const lock of LOCKS) {
			const count = names.filter((name) => name === lock).length;
			if (count > 1) this.faults.push(`the browser counts ${count} holders of ${lock}`);
		}
	}
}
