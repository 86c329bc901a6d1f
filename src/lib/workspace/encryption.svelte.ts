import { fail, fromBase64, toBase64 } from '../domain';
import { isIdentity, newIdentity, recipientOf } from './encryption/age';
import { passphraseWorker } from './encryption/passphrase-client';
import type { EncryptedStore } from './encryption/encrypted-store';
import { readEncryption, writeEncryption, type EncryptionState } from './encryption/state';
import { newStoreKey, storeCipher, storeKeyFor } from './encryption/store-cipher';
import type { LastViewFile } from './last-view';
import type { Records } from './records.svelte';
import type { Writer } from './writer';

type Parts = { store: EncryptedStore; writer: Writer; records: Records; lastView: LastViewFile };

/** How the workspace is encrypted: its file, and what lies in this browser where somebody said so. */
export class WorkspaceEncryption {
	/** null where there is no key here */
	state = $state.raw<EncryptionState | null>(null);
	/** what lies in the browser is encrypted, and nobody has said yet what opens it */
	isClosed = $state(false);

	readonly #parts: Parts;
	#open: () => void = () => undefined;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** all that lies in the browser is encrypted */
	get isAtRest(): boolean {
		return this.state !== null && this.state.atRest && !this.state.isMixed;
	}

	/** the file is encrypted when it is saved */
	get encryptsFile(): boolean {
		return this.#parts.records.about.encryption !== null;
	}

	/** The identity of the workspace, which opens it without a passphrase; null where it is not known here. */
	get recoveryKey(): string | null {
		const { state } = this;
		return state && state.used === state.recipient ? state.identity : null;
	}

	/** Reads how the workspace is encrypted. Resolves when what lies in the browser can be read. */
	async open(): Promise<void> {
		const { store } = this.#parts;
		const state = await readEncryption(store);
		this.#take(state);
		if (state?.atRest && state.identity === null) {
			this.isClosed = true;
			passphraseWorker()
				.prepare()
				.catch(() => undefined);
			await new Promise<void>((resolve) => (this.#open = resolve));
			this.isClosed = false;
		} else if (state?.isMixed) {
			// A window was closed while everything was written anew. What cannot be read says so where it is read.
			await this.#whileFree(() => this.#end(state)).catch(() => undefined);
		}
	}

	/** Encrypts what another window may have written before it knew that it should. Nobody waits for it. */
	async tidy(): Promise<void> {
		if (!this.state?.atRest) return;
		await this.#whileFree(() => this.#parts.store.convert()).catch(() => undefined);
	}

	/** While nobody writes anything, records included. */
	#whileFree(work: () => Promise<void>): Promise<unknown> {
		const { writer } = this.#parts;
		return writer.whileFree(() => writer.changeRecords(work));
	}

	/** Whether another window has changed how the workspace is encrypted. */
	async isOther(): Promise<boolean> {
		const kept = await readEncryption(this.#parts.store);
		const { state } = this;
		return kept?.key !== state?.key || kept?.atRest !== state?.atRest || kept?.isMixed === true;
	}

	/** Works with a key from now on, where there is one. */
	#take(state: EncryptionState | null): void {
		this.state = state;
		if (state?.atRest && state.identity === null) return;
		const cipher = state?.identity ? storeCipher(state.storeKey, state.identity) : null;
		this.#parts.store.use(cipher, state?.atRest ?? false);
	}

	/** Opens what lies in the browser. @throws ProblemError `passphrase_wrong` */
	async unlock(secret: string): Promise<void> {
		const state = this.state ?? fail('browser_encrypted');
		const identity = await this.#identityOf(state, secret);
		const used = isIdentity(identity) ? await recipientOf(identity) : '';
		if (used !== state.used && used !== state.recipient) fail('passphrase_wrong');
		this.#take({ ...state, used, identity });
		this.#open();
	}

	async #identityOf({ key }: EncryptionState, secret: string): Promise<string> {
		const typed = secret.trim();
		if (isIdentity(typed)) return typed;
		return (
			(await passphraseWorker().unwrapIdentity(fromBase64(key), secret)) ?? fail('passphrase_wrong')
		);
	}

	/** Encrypts the file from the next time on that it is saved. */
	async turnOn(passphrase: string, by: string): Promise<void> {
		const identity = this.recoveryKey ?? (await newIdentity());
		const key = toBase64(await passphraseWorker().wrapIdentity(identity, passphrase));
		const recipient = await recipientOf(identity);
		await this.#keep(await this.#going(key, identity, recipient));
		await this.#parts.records.describe({ encryption: { key, recipient } }, by);
	}

	/**
	 * Saves the file as anybody can read it from now on, and keeps what lies in the browser so too.
	 *
	 * @param hasFile whether there is a file that is encrypted still: what stands in it is read before it is written
	 */
	async turnOff(by: string, hasFile: boolean): Promise<void> {
		const { state } = this;
		// Even where nothing should be encrypted here: something may have been left so.
		if (state) await this.#alone(() => this.#finish({ ...state, atRest: false }));
		await this.#parts.records.describe({ encryption: null }, by);
		await this.#alone(async () => {
			// What was written by the way since then.
			await this.#parts.store.convert();
			if (!hasFile) await this.#drop();
		});
	}

	/** Forgets the key, once the file was saved as anybody can read it; where that fails, with the next time. */
	async fileIsPlain(): Promise<void> {
		if (this.state && !this.encryptsFile)
			await this.#alone(() => this.#drop()).catch(() => undefined);
	}

	async #drop(): Promise<void> {
		await writeEncryption(this.#parts.store, null);
		this.#take(null);
	}

	/** Goes on with the key that a file was opened with, where there is none here. */
	async adopt(identity: string): Promise<void> {
		const { encryption } = this.#parts.records.about;
		if (!encryption) return;
		const { key, recipient } = encryption;
		const { state } = this;
		// Somebody has changed the passphrase.
		if (state?.recipient === recipient && state.key !== key) await this.#keep({ ...state, key });
		const used = await recipientOf(identity);
		if (state?.recipient === recipient || (used !== recipient && state)) return;
		// Of two identities the newer one holds, whoever made it.
		await this.#keep(await this.#going(key, identity, recipient));
	}

	/** As it is with another identity: what lies in the browser stays under its key, which that identity opens now. */
	async #going(key: string, identity: string, recipient: string): Promise<EncryptionState> {
		const { state } = this;
		const used = await recipientOf(identity);
		const both = [recipient, used];
		const storeKey = state?.identity
			? await storeKeyFor(both, state.storeKey, state.identity)
			: await newStoreKey(both);
		const { atRest, isMixed } = state ?? { atRest: false, isMixed: false };
		return { key, storeKey, recipient, used, identity, atRest, isMixed };
	}

	/** Everything was deleted, the key as well. */
	forget(): void {
		this.#take(null);
	}

	/** Encrypts what lies in the browser, or keeps it as it is again. */
	async setAtRest(atRest: boolean): Promise<void> {
		const { state } = this;
		if (!state || (state.atRest === atRest && !state.isMixed)) return;
		await this.#alone(() => this.#finish({ ...state, atRest }));
		if (atRest) await this.#parts.lastView.forget();
	}

	/**
	 * Writes everything anew. Until all of it is done, the key lies beside, so that whatever happens in between can
	 * be read.
	 */
	async #finish(state: EncryptionState): Promise<void> {
		const { store, writer } = this.#parts;
		const mixed = { ...state, isMixed: true };
		await writeEncryption(store, mixed);
		this.#take(mixed);
		// From now on no other window may write in the way of before.
		writer.tell('encryption');
		await this.#end(state);
	}

	async #end(state: EncryptionState): Promise<void> {
		await this.#parts.store.convert();
		const whole = { ...state, isMixed: false };
		await this.#write(whole);
		this.#take(whole);
	}

	async #keep(state: EncryptionState): Promise<void> {
		await this.#alone(() => this.#write(state));
		this.#take(state);
	}

	#write(state: EncryptionState): Promise<void> {
		const identity = state.atRest ? null : state.identity;
		return writeEncryption(this.#parts.store, { ...state, identity });
	}

	/** Works while no window writes anything, and has the others begin anew. */
	async #alone(work: () => Promise<void>): Promise<void> {
		const { writer } = this.#parts;
		await writer.alone(() => writer.changeRecords(work));
		writer.tell('encryption');
	}
}
