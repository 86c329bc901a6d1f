import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, strFromU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { newIdentity, recipientOf, wrapIdentity } from '../encryption/age';
import { toBase64 } from '../../domain';
import { load, recordsOf, smallWorkspace, survey } from './file.fixture';
import { mergeContents, withoutEncryption, type WorkspaceContent } from './content';
import type { Encryption } from './encrypted';
import { openWorkspaceFile, readWorkspaceFile } from './read';
import type { Store } from '../store';
import { storedContent } from './stored';
import { nameIn, writePlain, writeWorkspaceFile } from './write';

const PASSPHRASE = 'Tasse Lampe Fluss Orgel';

let identity: string;
let encryption: Encryption;
let store: Store;
let content: WorkspaceContent;
let more: WorkspaceContent;
let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
	identity = await newIdentity();
	const key = await wrapIdentity(identity, PASSPHRASE);
	encryption = { key, recipients: [await recipientOf(identity)] };
	store = await smallWorkspace();
	const about = { key: toBase64(key), recipient: encryption.recipients[0]! };
	await recordsOf(store).describe({ encryption: about }, 'Müller');
	({ content } = await storedContent(store));
	file = await writeWorkspaceFile(content);
	await load(store, 'befragung-2026.csv', survey(2026));
	more = (await storedContent(store)).content;
});

const plain = (of: WorkspaceContent): Promise<string> =>
	writePlain(of).then((bytes) => Buffer.from(bytes).toString('base64'));

const problemOf = (work: Promise<unknown>): Promise<string | undefined> =>
	work.then(
		() => undefined,
		(error: unknown) => (JSON.parse((error as Error).message) as { code: string }).code
	);

describe('an encrypted workspace file', () => {
	it('says the same as before it was encrypted', async () => {
		const { content: opened, encrypted } = await openWorkspaceFile(file, { secret: PASSPHRASE });
		expect(await plain(opened)).toBe(await plain(content));
		expect(encrypted?.identity).toBe(identity);
		expect(encrypted?.encryption).toEqual(encryption);
	});

	it('opens with the recovery key as well, with or without spaces around it', async () => {
		const opened = await readWorkspaceFile(file, { secret: ` ${identity}\n` });
		expect(await plain(opened)).toBe(await plain(content));
	});

	it('says which it is: nothing to open it with, or the wrong thing', async () => {
		expect(await problemOf(readWorkspaceFile(file))).toBe('workspace_encrypted');
		const others = [await newIdentity()];
		expect(await problemOf(readWorkspaceFile(file, { identities: others }))).toBe(
			'workspace_encrypted'
		);
		expect(await problemOf(readWorkspaceFile(file, { secret: 'Tasse' }))).toBe('passphrase_wrong');
		expect(await problemOf(readWorkspaceFile(file, { secret: others[0]! }))).toBe(
			'passphrase_wrong'
		);
	});

	it('lets nothing be read', () => {
		const parts = Object.values(unzipSync(file)).map((bytes) => strFromU8(bytes, true));
		const all = [strFromU8(file, true), ...parts].join('\n');
		const said = ['zufrieden', 'Nord', 'befragung', 'faelle', 'Treff', 'Müller', 'AGE-SECRET-KEY'];
		for (const word of said) expect(all.toLowerCase()).not.toContain(word.toLowerCase());
		expect(all).not.toContain(encryption.recipients[0]);
	});

	it('opens for colleagues, and no more once they are no longer among them', async () => {
		const colleague = await newIdentity();
		const recipients = [...encryption.recipients, await recipientOf(colleague)];
		const own = recordsOf(store);
		await own.describe({ colleagues: [{ name: 'Yilmaz', recipient: recipients[1]! }] }, 'Müller');
		const { content: shared } = await storedContent(store);
		const both = await writeWorkspaceFile(shared);
		const opened = await openWorkspaceFile(both, { identities: [colleague] });
		expect(await plain(opened.content)).toBe(await plain(shared));
		expect(opened.encrypted?.encryption.recipients).toEqual(recipients);
		const again = await writeWorkspaceFile(content, opened.encrypted);
		expect(await problemOf(readWorkspaceFile(again, { identities: [colleague] }))).toBe(
			'workspace_encrypted'
		);
	});

	it('copies what did not change when a wave is added', async () => {
		const { encrypted } = await openWorkspaceFile(file, { identities: [identity] });
		const before = unzipSync(file);
		const after = unzipSync(await writeWorkspaceFile(more, encrypted));
		const changed = Object.keys(after).filter(
			(path) => !before[path] || Buffer.compare(before[path], after[path]!) !== 0
		);
		const added = [...more.parts.keys()].filter((id) => !content.parts.has(id));
		expect(added).toHaveLength(1);
		expect(changed.sort()).toEqual(
			[
				...['.csv', '.reading.json', '.schema.json'].map(
					(end) => `batches/${added[0]}${end}.gz.age`
				),
				'datapackage.json',
				'datapackage.json.gz.age',
				'records/batches.json.gz.age'
			].sort()
		);
	});

	it('opens no part that is known', async () => {
		const parts = [...content.parts.values()].flatMap((own) => Object.values(own));
		const known = new Map(parts.map((part) => [part.sha256, part]));
		const opened = await readWorkspaceFile(file, { identities: [identity], known });
		for (const [id, own] of content.parts) expect(opened.parts.get(id)!.table).toEqual(own.table);
		expect(await plain(opened)).toBe(await plain(content));
	});

	it('is not made readable by a file that anybody could have written', async () => {
		const stranger = await newIdentity();
		const own = recordsOf(store);
		await own.read();
		const other = await smallWorkspace();
		const about = {
			encryption: null,
			colleagues: [{ name: 'Fremd', recipient: await recipientOf(stranger) }]
		};
		await recordsOf(other).describe({ ...about, name: 'Neu' }, 'Fremd');
		const { content: theirs } = await storedContent(other);
		const merged = mergeContents(content, withoutEncryption(theirs));
		const written = await writeWorkspaceFile(merged);
		expect(await problemOf(readWorkspaceFile(written, { identities: [stranger] }))).toBe(
			'workspace_encrypted'
		);
		expect(nameIn(merged)).toBe('Neu');
		await readWorkspaceFile(written, { identities: [identity] });
	});

	it('is refused in words where any part of it is damaged, cut off, missing or strange', async () => {
		const parts = unzipSync(file);
		const zip = (changed: Record<string, Uint8Array>) =>
			zipSync(
				Object.fromEntries(
					Object.entries(changed).map(([path, bytes]) => [
						path,
						[bytes, { level: path.endsWith('.age') ? 0 : 6 }] as const
					])
				)
			);
		expect(await problemOf(readWorkspaceFile(zip(parts), { identities: [identity] }))).toBe(
			undefined
		);
		for (const [path, bytes] of Object.entries(parts)) {
			const flipped = bytes.slice();
			flipped[Math.floor(bytes.length / 2)]! ^= 4;
			const without = Object.fromEntries(Object.entries(parts).filter(([one]) => one !== path));
			for (const changed of [
				{ ...parts, [path]: flipped },
				{ ...parts, [path]: bytes.slice(0, -9) },
				without,
				{ ...parts, [`${path}x.age`]: bytes }
			]) {
				const read = readWorkspaceFile(zip(changed), { identities: [identity] });
				const code = await problemOf(read);
				// A letter of what it says to people changes nothing.
				if (code === undefined && path === 'datapackage.json' && changed[path] === flipped)
					expect(await plain(await read)).toBe(await plain(content));
				else expect(['workspace_damaged', 'workspace_unknown'], path).toContain(code);
			}
		}
	});

	const age = spawnSync('age', ['--version']).status === 0;
	it.skipIf(!age)('opens part by part with the age program', () => {
		const folder = mkdtempSync(join(tmpdir(), 'age-'));
		try {
			writeFileSync(join(folder, 'key'), `${identity}\n`);
			const encrypted = Object.entries(unzipSync(file)).filter(([path]) =>
				path.endsWith('.gz.age')
			);
			const texts = encrypted.map(([, input]) =>
				strFromU8(gunzipSync(spawnSync('age', ['-d', '-i', join(folder, 'key')], { input }).stdout))
			);
			expect(encrypted.length).toBeGreaterThan(10);
			expect(texts.some((text) => text.includes('sehr zufrieden'))).toBe(true);
			expect(texts.some((text) => text.includes('Treff eröffnet'))).toBe(true);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
