import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { filesUnder, isMain, megabytes } from './files';

const brotli = promisify(brotliCompress);

/** Formats that hold text or code. Fonts (woff2) and pictures are compressed already. */
export const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest|wasm|csv|txt|ttf)$/;

/** Scripts are worth the time: a tenth of each is saved, which every first visit waits for. */
const THOROUGHLY = /\.(js|css)$/;

/**
 * Writes a `.br` beside a file if it gets smaller by it, and says how large both are.
 *
 * Quality 9 and not 11 for what is large: the 34 MB of the database engine take 2.5 s instead of 51 s and end
 * 10 % larger.
 */
export async function pack(file: string): Promise<{ raw: number; br: number } | undefined> {
	const raw = await readFile(file);
	const packed = await brotli(raw, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: THOROUGHLY.test(file) ? 11 : 9,
			[constants.BROTLI_PARAM_SIZE_HINT]: raw.length
		}
	});
	if (packed.length >= raw.length) return undefined;
	await writeFile(`${file}.br`, packed);
	return { raw: raw.length, br: packed.length };
}

/** Packs every file below `root` that gets smaller by it. zlib spreads them over its own threads. */
export async function compress(root: string): Promise<{ files: number; raw: number; br: number }> {
	const files = (await filesUnder(root)).filter((file) => COMPRESSIBLE.test(file));
	const packed = (await Promise.all(files.map(pack))).filter((one) => one !== undefined);
	const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
	return {
		files: packed.length,
		raw: sum(packed.map(({ raw }) => raw)),
		br: sum(packed.map(({ br }) => br))
	};
}

if (isMain(import.meta.url)) {
	const { files, raw, br } = await compress('build');
	console.log(`${files} files compressed: ${megabytes(raw)} → ${megabytes(br)}`);
}
