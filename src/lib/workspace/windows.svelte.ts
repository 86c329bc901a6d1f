import { inPlace, keepPlace, type Place } from './place';
import type { Writer } from './writer';

/** The lock that each window shares as long as it is open: it goes even where a window crashes. */
const OPEN = 'quartierspiegel-open';

/** The windows in which a workspace is open, by the names that the browser gives them. */
async function clientsAt(place?: Place): Promise<string[]> {
	const { held = [] } = await navigator.locks.query();
	return held
		.filter(({ name }) => name === inPlace(OPEN, place))
		.map(({ clientId = '' }) => clientId);
}

/** In how many windows a workspace is open. */
export const windowsAt = async (place?: Place): Promise<number> => (await clientsAt(place)).length;

/** Milliseconds in which a window that is closed lets go of its locks. */
const MOMENT = 1000;

/**
 * A private window of Chromium has its file system in memory, and empties it where nobody has looked into it for ten
 * minutes, though the page is open. (`ObfuscatedFileUtil` in its sources; what is on a disk is not touched by that.)
 */
const KEPT_ALIVE = 3 * 60_000;
const look = async (folder: FileSystemDirectoryHandle): Promise<void> => {
	await folder.keys().next();
};
const ignore = () => undefined;

/** The windows in which the workspace is open. */
export class Windows {
	/** how many others there are */
	others = $state(0);
	/** another one writes, and does not come to an end */
	isBlocked = $state(false);
	/** Hears that one is gone: it may have been closed after it had written, and before it said so. */
	onGone: () => void = () => undefined;

	#clients: readonly string[] = [];

	/** Joins the other windows. */
	open(writer: Writer): void {
		if (typeof document === 'undefined') return;
		keepPlace();
		setInterval(() => void navigator.storage?.getDirectory().then(look, ignore), KEPT_ALIVE);
		void navigator.locks.request(inPlace(OPEN), { mode: 'shared' }, async () => {
			writer.tell('windows');
			await this.count();
			await new Promise<never>(() => {});
		});
		addEventListener('pagehide', () => writer.tell('windows'));
		document.addEventListener('visibilitychange', () => void this.count());
		addEventListener('focus', () => void this.count());
	}

	/** One was opened or closed: it is there or gone a moment later. */
	async changed(): Promise<void> {
		await this.count();
		setTimeout(() => void this.count(), MOMENT);
	}

	/** Counts the windows anew. */
	async count(): Promise<void> {
		const before = this.#clients;
		const now = (this.#clients = await clientsAt());
		this.others = Math.max(0, now.length - 1);
		if (before.some((one) => !now.includes(one))) this.onGone();
	}
}
