import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { fail, type Problem } from '$lib/domain';
import { decisionsOf, fingerprint, readCodebooks, readFile, type Codebook } from '$lib/ingest';
import {
	addFile,
	keepContent,
	listBatches,
	memoryStore,
	mergeContents,
	nameIn,
	rename,
	storedContent,
	writePlain,
	type Store
} from '$lib/workspace/file';
import { message } from '$lib/words';
import { argumentsBy } from './arguments';
import { about, bytesOf, refuseExisting, writeWhole } from './file';
import { KEY_OPTIONS, opened, openStore, save, type KeyOptions } from './workspace-store';

export const WORKSPACE_USAGE = [
	'workspace create OUT FILES… [--name NAME] [--codebook FILE]',
	'workspace import WORKSPACE FILES… [--codebook FILE]',
	'workspace info WORKSPACE',
	'workspace verify WORKSPACE',
	'workspace merge A B… --out C',
	'workspace export WORKSPACE FOLDER',
	'… [--passphrase-file FILE | --identity FILE]'
].join(' | ');

type Tell = (problem: Problem) => void;
type Options = KeyOptions & { name?: string; codebook?: string; out?: string };

const usage = (): never => fail('usage', { usage: WORKSPACE_USAGE });

/** What a workspace holds, for people and for scripts. */
async function infoOf(store: Store): Promise<object> {
	const [{ content }, { batches, earlier }] = await Promise.all([
		storedContent(store),
		listBatches(store)
	]);
	return {
		name: nameIn(content),
		batches: batches.map(({ id, file, kind, loaded, created, author, key }) => ({
			id,
			file: file.name,
			sha256: file.sha256,
			kind,
			loaded,
			created,
			author,
			key
		})),
		earlier: [...earlier.values()].reduce((sum, list) => sum + list.length, 0),
		records: Object.fromEntries(
			Object.entries(content.records).map(([kind, records]) => [
				kind,
				[...records.values()].filter(({ deleted }) => !deleted?.value).length
			])
		),
		keys: [...content.keys.keys()]
	};
}

const shown = (value: object): string => JSON.stringify(value, null, '\t');

/**
 * Reads a file and adds it, with what recognition is certain of. @throws ProblemError `decisions_needed`, after each
 * decision was told, and what is wrong with the file
 */
async function add(
	store: Store,
	path: string,
	codebooks: readonly Codebook[],
	tell: Tell
): Promise<void> {
	await about(path, async () => {
		const bytes = new Uint8Array(await bytesOf(path));
		const recognised = await readFile(bytes, { codebooks: [...codebooks] });
		const created = new Date().toISOString();
		const decisions = decisionsOf(recognised, created.slice(0, 10));
		for (const { code, params, place } of decisions) {
			const named = params['role'] ? { role: message(`role_${params['role']}`) } : {};
			tell({ code, params: { ...params, ...named }, place: { file: basename(path), ...place } });
		}
		if (decisions.length > 0) fail('decisions_needed', { n: decisions.length });
		await addFile(store, {
			...recognised,
			name: basename(path),
			size: bytes.length,
			sha256: await fingerprint(bytes),
			created
		});
	});
}

async function addAll(
	store: Store,
	paths: readonly string[],
	{ codebook }: Options,
	tell: Tell
): Promise<void> {
	const codebooks =
		codebook === undefined
			? []
			: await about(
					codebook,
					async () => (await readCodebooks(await bytesOf(codebook))) ?? fail('no_codebook')
				);
	for (const path of paths) await add(store, path, codebooks, tell);
}

const COMMANDS: Record<string, (paths: string[], options: Options, tell: Tell) => Promise<string>> =
	{
		async create([out, ...files], options, tell) {
			if (out === undefined || files.length === 0) return usage();
			await refuseExisting(out);
			const store = memoryStore();
			if (options.name !== undefined) await rename(store, options.name);
			await addAll(store, files, options, tell);
			await save(store, out);
			return shown(await infoOf(store));
		},
		async import([path, ...files], options, tell) {
			if (path === undefined || files.length === 0) return usage();
			const { store, encrypted } = await opened(path, options);
			await addAll(store, files, options, tell);
			await save(store, path, encrypted);
			return shown(await infoOf(store));
		},
		async info([path, ...more], options) {
			if (path === undefined || more.length > 0) return usage();
			return shown(await infoOf((await openStore(path, options)).store));
		},
		async verify([path, ...more], options) {
			if (path === undefined || more.length > 0) return usage();
			const { bytes, store, encrypted, content: read } = await opened(path, options);
			// Encoded anew, and not copied from the file.
			for (const id of await store.list('parts')) await store.remove('parts', id);
			const { content } = await storedContent(store);
			// Encrypting gives other bytes each time: what is within is compared.
			const before = encrypted ? await writePlain(read) : bytes;
			return shown({
				whole: true,
				// Whether this version would write the same file, to the last byte; of an encrypted one the parts in it.
				canonical: Buffer.compare(before, await writePlain(content)) === 0,
				bytes: bytes.length,
				batches: content.parts.size
			});
		},
		async merge(paths, { out, ...keys }) {
			if (paths.length < 2 || out === undefined) return usage();
			await refuseExisting(out);
			const store = memoryStore();
			for (const path of paths) {
				const { content } = await storedContent(store);
				const other = await storedContent((await openStore(path, keys)).store);
				await keepContent(store, mergeContents(content, other.content));
			}
			await save(store, out);
			return shown(await infoOf(store));
		},
		async export([path, folder, ...more], options) {
			if (path === undefined || folder === undefined || more.length > 0) return usage();
			const { content } = await opened(path, options);
			const parts = unzipSync(await writePlain(content));
			for (const name of Object.keys(parts)) await refuseExisting(join(folder, name));
			for (const [name, bytes] of Object.entries(parts))
				await writeWhole(join(folder, name), bytes);
			return shown({ folder, files: Object.keys(parts) });
		}
	};

/**
 * `workspace …`: makes, checks and unites workspace files, whole or not at all.
 *
 * @param tell hears of each decision that a file would need
 */
export async function workspaceCommand(
	argv: string[],
	tell: Tell = () => undefined
): Promise<string> {
	const { positionals, values } = argumentsBy({
		args: argv,
		allowPositionals: true,
		options: {
			name: { type: 'string' },
			codebook: { type: 'string' },
			out: { type: 'string' },
			...KEY_OPTIONS
		}
	});
	const [name = '', ...paths] = positionals;
	if (!Object.hasOwn(COMMANDS, name)) return usage();
	return COMMANDS[name]!(paths, values, tell);
}
