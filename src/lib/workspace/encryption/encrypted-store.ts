import { fail } from '../../domain';
import { FENCE, FENCE_NAME } from '../fence';
import type { Store } from '../store';
import { isEncrypted, withoutHead, type Cipher } from './store-cipher';

type Bytes = Uint8Array<ArrayBuffer>;

/** What has to be read before there is a key. */
export const OPEN_FOLDER = 'encryption';
const isOpen = (folder: string): boolean => folder === OPEN_FOLDER || folder === FENCE;

const placeOf = (folder: string, name: string): string => `${folder}/${name}`;

/**
 * A store of which every file can be encrypted. Without a cipher it writes files as they are; those that are
 * encrypted it opens as soon as it has one, so that both can lie side by side while one becomes the other.
 */
export class EncryptedStore implements Store {
	#guard: () => Promise<void> = () => Promise.resolve();
	/** whether what is written is encrypted */
	encrypts = false;
	#cipher: Cipher | null = null;
	/** it was said whether there is a cipher: without one, nobody has to wait for it */
	#isKnown = false;
	#found: (cipher: Cipher) => void = () => undefined;
	readonly #later = new Promise<Cipher>((resolve) => (this.#found = resolve));

	constructor(private readonly inner: Store) {}

	/** Asked before each write, and again before it holds: see `Fence`. */
	get guard(): () => Promise<void> {
		return this.#guard;
	}
	set guard(guard: () => Promise<void>) {
		this.#guard = guard;
		this.inner.beforeCommit = guard;
	}

	/** Works with a cipher from now on; whoever reads something encrypted before waits for it. */
	use(cipher: Cipher | null, encrypts: boolean): void {
		if (encrypts && !cipher) fail('browser_encrypted');
		this.encrypts = encrypts;
		this.#cipher = cipher;
		this.#isKnown = true;
		if (cipher) this.#found(cipher);
	}

	/** What is damaged comes as it lies, and is known as damaged like everything else. */
	async read(folder: string, name: string): Promise<Bytes | null> {
		const bytes = await this.inner.read(folder, name);
		if (!bytes || isOpen(folder) || !isEncrypted(bytes)) return bytes;
		return (await this.#decrypt(bytes, folder, name)) ?? bytes;
	}

	async #decrypt(bytes: Bytes, folder: string, name: string): Promise<Bytes | null> {
		if (!this.#cipher && this.#isKnown) return fail('browser_encrypted');
		return (this.#cipher ?? (await this.#later)).decrypt(bytes, placeOf(folder, name));
	}

	async write(folder: string, name: string, ...parts: Bytes[]): Promise<void> {
		if (folder !== FENCE) await this.guard();
		if (!this.encrypts || !this.#cipher || isOpen(folder))
			return this.inner.write(folder, name, ...parts);
		const whole = new Uint8Array(await new Blob(parts).arrayBuffer());
		const encrypted = await this.#cipher.encrypt(whole, placeOf(folder, name));
		await this.inner.write(folder, name, encrypted);
	}

	/**
	 * Writes every file anew that is not yet as it would be written now, and removes what is unfinished. One that
	 * cannot be read stays as it is, and keeps no other from it.
	 *
	 * @throws what was wrong with the last one that could not be
	 */
	async convert(): Promise<void> {
		let wrong: unknown;
		for (const folder of await this.inner.folders()) {
			const noted = (error: unknown) => (wrong = error);
			for (const name of await this.inner.unfinished(folder))
				await this.remove(folder, name).catch(noted);
			if (isOpen(folder)) continue;
			for (const name of await this.inner.list(folder))
				await this.#convertFile(folder, name).catch(noted);
		}
		if (wrong instanceof Error) throw wrong;
	}

	async #convertFile(folder: string, name: string): Promise<void> {
		const bytes = await this.inner.read(folder, name);
		if (!bytes || isEncrypted(bytes) === this.encrypts) return;
		// What is damaged stays so, and need not look as if a key could open it.
		const own = isEncrypted(bytes)
			? ((await this.#decrypt(bytes, folder, name)) ?? withoutHead(bytes))
			: bytes;
		await this.write(folder, name, own);
	}

	list(folder: string): Promise<string[]> {
		return this.inner.list(folder);
	}
	folders(): Promise<string[]> {
		return this.inner.folders();
	}
	async remove(folder: string, name: string): Promise<void> {
		await this.guard();
		return this.inner.remove(folder, name);
	}
	unfinished(folder: string): Promise<string[]> {
		return this.inner.unfinished(folder);
	}
	/** What says who may write stays: whoever sleeps must not write again what was deleted. */
	async clear(): Promise<void> {
		await this.guard();
		const fence = await this.inner.read(FENCE, FENCE_NAME);
		await this.inner.clear();
		if (fence) await this.inner.write(FENCE, FENCE_NAME, fence);
	}
}
