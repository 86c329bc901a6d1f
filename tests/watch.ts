import {
	expect as baseExpect,
	test as base,
	type BrowserContext,
	type BrowserContextOptions,
	type Page
} from '@playwright/test';

/** What the page says of a violation of its own policy, in words that no other message has. */
const VIOLATION = 'csp-violation:';

/** What happened in a browser context that must not happen in this product. */
export class Watch {
	readonly #origin: string;
	readonly #allowed: RegExp[] = [];
	readonly #troubles: string[] = [];
	requests = 0;

	constructor(baseURL: string) {
		this.#origin = new URL(baseURL).origin;
	}

	/** Lets one kind of trouble pass: for a test that provokes it. */
	allow(pattern: RegExp): void {
		this.#allowed.push(pattern);
	}

	/** What was met up to now is somebody else's. */
	begin(): void {
		this.#allowed.length = 0;
		this.#troubles.length = 0;
	}

	get troubles(): string[] {
		return this.#troubles.filter((one) => !this.#allowed.some((pattern) => pattern.test(one)));
	}

	/** Watches every page of a context, those of its workers included. */
	async context(context: BrowserContext): Promise<void> {
		context.on('request', (request) => {
			this.requests++;
			const { origin, protocol } = new URL(request.url().replace(/^blob:/, ''));
			if (protocol === 'data:' || origin === this.#origin) return;
			this.#troubles.push(`request to another origin: ${request.method()} ${request.url()}`);
		});
		context.on('console', (message) => {
			const text = message.text();
			const policy = text.startsWith(VIOLATION) || text.includes('Content Security Policy');
			if (!policy && message.type() !== 'error') return;
			this.#troubles.push(`console: ${text} (${message.location().url})`);
		});
		context.on('weberror', (error) => this.#troubles.push(`page: ${String(error.error())}`));
		await context.addInitScript((mark) => {
			addEventListener('securitypolicyviolation', (event) => {
				console.warn(`${mark} ${event.effectiveDirective} ${event.blockedURI}`);
			});
		}, VIOLATION);
	}
}

/** A page that stays open from test to test, with the one who watches it. */
export type Held = { page: Page; watch: Watch };

/**
 * The test of all specs: it fails when a request leaves the origin, when the console shows an error,
 * when the content security policy is violated, and when the page throws.
 */
export const test = base.extend<
	{ watch: Watch; fresh: () => Promise<Page> },
	{ held: (options: BrowserContextOptions) => Promise<Held> }
>({
	/** One page for all tests of a process that only read; see `reading.ts`. */
	held: [
		async ({ browser }, use) => {
			let held: Held | undefined;
			await use(async (options) => {
				if (held) return held;
				const context = await browser.newContext(options);
				const watch = new Watch(options.baseURL ?? '');
				await watch.context(context);
				return (held = { page: await context.newPage(), watch });
			});
			await held?.page.context().close();
		},
		{ scope: 'worker' }
	],
	watch: [
		async ({ baseURL, context }, use) => {
			const watch = new Watch(baseURL ?? '');
			await watch.context(context);
			await use(watch);
			baseExpect(watch.requests, 'requests seen').toBeGreaterThan(0);
			baseExpect(watch.troubles, 'what must not happen in the browser').toEqual([]);
		},
		{ auto: true }
	],
	/** A page in a browser profile of its own, watched like the first one. */
	fresh: async ({ browser, watch, baseURL }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async () => {
			const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'de-DE' });
			contexts.push(context);
			await watch.context(context);
			return context.newPage();
		});
		for (const context of contexts) await context.close();
	}
});

/** The machine may be busy: what is waited for may take long, and nothing is a matter of time. */
export const expect = baseExpect.configure({ timeout: 60_000 });

export type { Page } from '@playwright/test';
