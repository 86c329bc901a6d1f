import { dev, version } from '$app/environment';
import { resolve } from '$app/paths';
import { isUnsaved } from './unsaved';

/** Whether the program is kept for work without a network. */
type Kept = 'unknown' | 'impossible' | 'fetching' | 'kept' | 'failed';

/** Milliseconds between two questions for a newer version, in a window that is left open for days. */
const OFTEN = 60 * 60 * 1000;

/** The version that a worker serves. */
const versionOf = (worker: ServiceWorker): Promise<unknown> =>
	new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => resolve(data);
		worker.postMessage('which version', [port2]);
	});

/** The version in this window, the one that is kept, and a newer one that waits. */
class Versions {
	kept = $state<Kept>('unknown');
	/** a newer version: it waits to be taken over, or it was, and this window has still the old one */
	newer = $state<'none' | 'waiting' | 'taken'>('none');
	/** whether it was not taken over here, as something is not saved */
	isHeld = $state(false);
	#registration: ServiceWorkerRegistration | undefined;
	#started = false;
	#asked = Date.now();

	/** Has the program kept, and listens for newer versions. Further calls do nothing. */
	async start(): Promise<void> {
		if (this.#started) return;
		this.#started = true;
		// There is none without https, but for this machine itself.
		if (dev || !('serviceWorker' in navigator)) return void (this.kept = 'impossible');
		const scope = resolve('/');
		// As long as this window is open, the worker keeps what this version may yet load.
		void navigator.locks.request(
			`quartierspiegel ${scope} ${version} `,
			{ mode: 'shared' },
			() => new Promise<never>(() => {})
		);
		const { serviceWorker } = navigator;
		serviceWorker.addEventListener('controllerchange', () => void this.#controlled());
		serviceWorker.addEventListener('message', ({ data }) => this.#taken(data));
		document.addEventListener('visibilitychange', () => this.#ask());
		try {
			await serviceWorker.register(`${scope}service-worker.js`, { scope, updateViaCache: 'none' });
			const registration = await serviceWorker.getRegistration(scope);
			if (registration) this.#watch(registration);
			else this.kept = 'impossible';
		} catch {
			// Not fetched, or not allowed here: everything works, with a network.
			this.kept = 'failed';
		}
	}

	/** Takes the newer version over in all windows, but not over what is not saved in this one. */
	takeOver(): void {
		if (this.newer === 'taken') return location.reload();
		this.isHeld = isUnsaved();
		if (!this.isHeld) this.#registration?.waiting?.postMessage('take over');
	}

	#watch(registration: ServiceWorkerRegistration): void {
		this.#registration = registration;
		const follow = () => {
			registration.installing?.addEventListener('statechange', () => void this.#look());
			void this.#look();
		};
		registration.addEventListener('updatefound', follow);
		follow();
		(registration.waiting ?? registration.active)?.postMessage('tidy');
	}

	async #look(): Promise<void> {
		const { active, installing, waiting } = this.#registration ?? {};
		if (active) this.kept = 'kept';
		else this.kept = installing || waiting ? 'fetching' : 'failed';
		// One that serves this window already may still wait for the worker before it to end.
		const isNewer = active && waiting && (await versionOf(waiting)) !== version;
		if (this.newer !== 'taken') this.newer = isNewer ? 'waiting' : 'none';
	}

	/** Another worker answers this window: the first one, or one of another version that nobody spoke of. */
	async #controlled(): Promise<void> {
		const { controller } = navigator.serviceWorker;
		if (controller && (await versionOf(controller)) !== version) this.newer = 'taken';
		else await this.#look();
	}

	/** Another version serves from now on: some window asked for it. */
	#taken(data: unknown): void {
		const { taken, scope } = (data ?? {}) as { taken?: string; scope?: string };
		// The origin may have another Quartierspiegel.
		if (taken === undefined || taken === version || scope !== resolve('/')) return;
		this.newer = 'taken';
		this.isHeld = isUnsaved();
		if (!this.isHeld) location.reload();
	}

	#ask(): void {
		if (document.hidden || !navigator.onLine || Date.now() - this.#asked < OFTEN) return;
		this.#asked = Date.now();
		this.#registration?.update().catch(() => undefined);
	}
}

export const versions = new Versions();
