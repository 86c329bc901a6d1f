/** A version of the program, file by file: what the build writes into the worker. */
export type Whole = {
	/** of the contents of all files; another build has another one, whatever its version says */
	hash: string;
	/** relative to the folder of the program; without the page itself */
	files: string[];
};

/** Where a version is fetched from, and what it calls itself. */
export type Source = { base: string; version: string; get: typeof fetch };

/** Their names hold the hash of their content, so one that is there need not be asked for again. */
export const isImmutable = (path: string): boolean => path.includes('_app/immutable/');

/** What the server is asked last: a version that was replaced meanwhile is fetched only in part. */
const VERSION_FILE = '_app/version.json';

/** Whether an answer is the file itself: no page for what is missing, none from behind a login. */
function isFile(path: string, { ok, redirected, type, headers }: Response): boolean {
	const isPage = headers.get('content-type')?.startsWith('text/html') === true;
	return ok && !redirected && type === 'basic' && isPage === (path === '');
}

async function said(response: Response): Promise<unknown> {
	return ((await response.clone().json()) as { version?: unknown }).version;
}

/**
 * Fetches a version into a cache, one file after the other, so that nothing waits for it that a person
 * asked for. Most of it lies in the cache of the browser from the first visit. What was fetched by an
 * attempt that was broken off is not fetched once more.
 *
 * @throws where a file is missing or the server has another version by now: nothing of it may serve then
 */
export async function fetchWhole(cache: Cache, { files }: Whole, source: Source): Promise<void> {
	const others = files.filter((path) => path !== VERSION_FILE);
	// The page has the address of the folder.
	for (const path of [...others, '', VERSION_FILE]) {
		const url = `${source.base}/${path}`;
		if (isImmutable(path) && (await cache.match(url, { ignoreVary: true }))) continue;
		const response = await source.get(url, {
			cache: isImmutable(path) ? 'default' : 'no-cache',
			priority: 'low'
		});
		if (!isFile(path, response)) throw new TypeError(`${url} is not there`);
		if (path === VERSION_FILE && (await said(response)) !== source.version)
			throw new TypeError(`${source.version} was replaced while it was fetched`);
		await cache.put(url, response);
	}
}
