import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is part of the build; `texts` are places in the list of texts. */
export type Package = { name: string; version: string; licence: string; texts: number[] };

/** What the page about the program shows. Many packages share a text, which is there once. */
export type Licences = { packages: Package[]; texts: string[] };

/** What packages say in a file of their own about their licence, and what must be handed on with it. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-]|$)/i;

/** What packages leave out: the text, or whose work it is. */
const ELSEWHERE = 'scripts/licences';

/** The package that a module or a file belongs to, as a folder; undefined for our own. */
export function packageFolder(id: string): string | undefined {
	const path = id.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
	return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function textsOf(folder: string, name: string): string[] {
	const inside = (place: string, wanted: (file: string) => boolean) =>
		readdirSync(place)
			.filter(wanted)
			.sort()
			.map((file) => join(place, file));
	const own = inside(folder, (file) => LICENCE_FILE.test(file) && !/\.[jt]s$/.test(file));
	const ours = inside(ELSEWHERE, (file) => file === `${name.replace('/', '+')}.txt`);
	return [...ours, ...own].map((path) =>
		readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()
	);
}

type Manifest = { name: string; version: string; license?: string | { type?: string } };

/**
 * The licences of the packages in some folders.
 *
 * @throws where a package says nothing, or its text is missing
 */
export function licencesOf(folders: Iterable<string>): Licences {
	const texts: string[] = [];
	const place = (text: string) =>
		texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1;
	const packages = [...new Set(folders)].map((folder) => {
		const { name, version, license } = JSON.parse(
			readFileSync(join(folder, 'package.json'), 'utf8')
		) as Manifest;
		const licence = typeof license === 'string' ? license : license?.type;
		const own = textsOf(folder, name);
		return { name, version, licence: licence ?? '', own };
	});
	const silent = packages.filter(({ licence, own }) => licence === '' || own.length === 0);
	if (silent.length > 0)
		throw new Error(`The licence is missing of ${silent.map(({ name }) => name).join(', ')}.`);
	const key = ({ name, version }: { name: string; version: string }) => `${name}@${version}`;
	const unique = new Map(packages.map((one) => [key(one), one]));
	const sorted = [...unique.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
	return {
		packages: sorted.map(({ own, ...rest }) => ({ ...rest, texts: own.map(place) })),
		texts
	};
}

/** What the bundler says of a file that it writes. */
type Output = { moduleIds?: string[]; originalFileNames?: string[] };

/**
 * Has the build write `licences.json`: of every package of which anything is in it, workers, style sheets,
 * fonts and the engine included.
 *
 * @param always packages of which parts get in by generated code, that is, under no name of their own
 */
export function licences(always: string[] = []) {
	const folders = new Set(always.map((name) => join(process.cwd(), 'node_modules', name)));
	const note = (bundle: Record<string, Output>) => {
		for (const { moduleIds = [], originalFileNames = [] } of Object.values(bundle)) {
			for (const id of [...moduleIds, ...originalFileNames]) {
				const folder = packageFolder(id);
				if (folder) folders.add(join(process.cwd(), folder.replace(/^.*?(?=node_modules\/)/, '')));
			}
		}
	};
	return {
		/** for what runs in workers, which is bundled first */
		inWorkers: {
			name: 'licences-in-workers',
			generateBundle: (_: unknown, bundle: object) => note(bundle as Record<string, Output>)
		},
		inPages: {
			name: 'licences',
			applyToEnvironment: ({ name }: { name: string }) => name === 'client',
			generateBundle(
				this: { emitFile: (file: { type: 'asset'; fileName: string; source: string }) => unknown },
				_: unknown,
				bundle: object
			) {
				note(bundle as Record<string, Output>);
				const source = JSON.stringify(licencesOf(folders));
				this.emitFile({ type: 'asset', fileName: 'licences.json', source });
			}
		}
	};
}
