import { readFile, stat } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { filesUnder, isMain } from './files';

/** A file of the build: what it costs on the wire, and for scripts what is in it. */
export type Asset = { path: string; bytes: number; code?: string };

/**
 * In bytes, as a host sends them (brotli where there is a `.br`); 1 kB is 1,000 bytes. Of everything, half a
 * megabyte are the words that a passphrase is held against, one the solver of linear programs that protects what
 * leaves the house, and 50 kB the licences of all parts and the icons.
 */
export const BUDGET = { beforeEngine: 250_000, everything: 9_300_000 };

/** The scripts that a script imports before it runs itself (`import(…)` is later, and not meant). */
function staticImports({ path, code = '' }: Asset): string[] {
	const specifiers = code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g);
	return [...specifiers].map(([, to = '']) => normalize(join(dirname(path), to)));
}

/** Whether every page needs a script: the start of the app, and the layout, which is node 0. */
const isCommon = (path: string): boolean =>
	/immutable[\\/]entry[\\/]/.test(path) || /immutable[\\/]nodes[\\/]0\./.test(path);

/** Everything that the start of the app and the opening of each page wait for, page by page. */
function neededAtOnce(scripts: Asset[]): Set<string>[] {
	const byPath = new Map(scripts.map((script) => [script.path, script]));
	const common = scripts.map(({ path }) => path).filter(isCommon);
	const pages = scripts
		.map(({ path }) => path)
		.filter((path) => /immutable[\\/]nodes[\\/]/.test(path) && !isCommon(path));
	return (pages.length > 0 ? pages : ['']).map((page) => {
		const needed = new Set<string>();
		const walk = (path: string): void => {
			const script = byPath.get(path);
			if (!script || needed.has(path)) return;
			needed.add(path);
			staticImports(script).forEach(walk);
		};
		[...common, page].forEach(walk);
		return needed;
	});
}

/**
 * What the budget counts: the scripts that opening a page waits for, of the heaviest page. What comes with the engine or
 * later (charts once there are figures, exports once they are asked for) is not before it; but an
 * engine that a page imports at once is.
 */
export function weigh(assets: Asset[]): { beforeEngine: number; everything: number } {
	const scripts = assets.filter(({ code }) => code !== undefined);
	const bytes = (some: Asset[]) => some.reduce((sum, asset) => sum + asset.bytes, 0);
	const pages = neededAtOnce(scripts).map((needed) =>
		bytes(scripts.filter(({ path }) => needed.has(path)))
	);
	return {
		beforeEngine: Math.max(...pages),
		everything: bytes(assets)
	};
}

/** The files below a build folder; a `.br` is not one of its own, it gives the size of its original. */
async function assetsOf(root: string): Promise<Asset[]> {
	const files = (await filesUnder(root)).filter((path) => !path.endsWith('.br'));
	return Promise.all(
		files.map(async (path) => {
			const { size } = await stat(`${path}.br`).catch(() => stat(path));
			const asset = { path: path.slice(root.length + sep.length), bytes: size };
			return path.endsWith('.js') ? { ...asset, code: await readFile(path, 'utf8') } : asset;
		})
	);
}

if (isMain(import.meta.url)) {
	const weights = weigh(await assetsOf('build'));
	const lines = [
		['JavaScript before the engine', weights.beforeEngine, BUDGET.beforeEngine],
		['Everything together', weights.everything, BUDGET.everything]
	] as const;
	const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);
	for (const [name, bytes, limit] of lines) {
		const verdict = bytes > limit ? 'OVER' : 'ok';
		console.log(`${name.padEnd(30)}${kilobytes(bytes)} of ${kilobytes(limit)}  ${verdict}`);
	}
	if (weights.everything === 0) console.error('build/ is empty. Run "npm run build" first.');
	const over = lines.some(([, bytes, limit]) => bytes > limit);
	process.exit(over || weights.everything === 0 ? 1 : 0);
}
