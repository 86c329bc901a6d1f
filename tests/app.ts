import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesUnder } from '../scripts/files';
import { serve } from '../scripts/serve';
import { test as base } from './watch';

/** The built app on a server of its own, which can be stopped and can get a new version. */
export class App {
	readonly #folder: string;
	#server: Awaited<ReturnType<typeof serve>>;

	private constructor(folder: string, server: Awaited<ReturnType<typeof serve>>) {
		this.#folder = folder;
		this.#server = server;
	}

	static async start(): Promise<App> {
		const folder = await mkdtemp(join(tmpdir(), 'app-'));
		await cp('build', folder, { recursive: true });
		return new App(folder, await serve({ port: 0, root: folder }));
	}

	get url(): string {
		return this.#server.url;
	}

	stop(): Promise<void> {
		return this.#server.close();
	}

	/** Starts again at the same address. */
	async start(): Promise<void> {
		const port = Number(new URL(this.url).port);
		this.#server = await serve({ port, root: this.#folder });
	}

	/**
	 * Puts a new version in the place of the old one, of which nothing is left: all parts have other addresses, and
	 * the page says what it is.
	 */
	async deploy(name: string): Promise<void> {
		const path = (file: string) => join(this.#folder, file);
		const { version } = JSON.parse(await readFile(path('_app/version.json'), 'utf8')) as {
			version: string;
		};
		// As deep as before: where the app lies is told by where its first script lies.
		await rename(path('_app/immutable'), path('_app/immutable-new'));
		for (const file of await filesUnder(this.#folder)) {
			if (!/\.(?:js|html|json)$/.test(file)) continue;
			const text = await readFile(file, 'utf8');
			const changed = text
				.replaceAll('_app/immutable/', '_app/immutable-new/')
				.replaceAll(version, name)
				.replace('<head>', `<head><meta name="build" content="${name}">`);
			if (changed === text) continue;
			await writeFile(file, changed);
			await rm(`${file}.br`, { force: true });
		}
	}

	/** Loses a file. */
	async lose(file: string): Promise<void> {
		await rm(join(this.#folder, file));
		await rm(join(this.#folder, `${file}.br`), { force: true });
	}

	async close(): Promise<void> {
		await this.stop();
		await rm(this.#folder, { recursive: true });
	}
}

/** As `test` of `watch.ts`, against an app of its own, kept by the browser as at home. */
export const test = base.extend<{ app: App }>({
	app: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs
		async ({}, use) => {
			const app = await App.start();
			await use(app);
			await app.close();
		},
		{ timeout: 60_000 }
	],
	baseURL: async ({ app }, use) => use(app.url),
	serviceWorkers: 'allow'
});
