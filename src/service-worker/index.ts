import { base, version } from '$service-worker';
import { fetchWhole, isImmutable, type Whole } from './whole';

/**
 * Keeps the program for work without a network: each version whole, in a cache of its own. A newer one waits until
 * somebody takes it over or no window is left. Which version serves stands in a cache as well, and the worker
 * that runs serves it, though it is of the one before: it goes when no window is left. With `skipWaiting`, Chromium
 * left windows without an answer for up to five minutes.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** Written in by `scripts/precache.ts`, as nothing knows all files before the build is done. */
const WHOLE = JSON.parse('__WHOLE__') as Whole;

/** Of this program in this folder; the origin may have others. */
const OURS = `quartierspiegel ${base}/ `;
/** Windows of a version hold a lock of this name, which is how caches begin as well. */
const OWN = `${OURS}${version} ${WHOLE.hash}`;

/** Holds the name of the cache that serves. */
const SERVING = `quartierspiegel-serving ${base}/`;

const PLAIN = { ignoreVary: true, ignoreSearch: true };

/** The name of the cache that serves. */
async function serving(): Promise<string> {
	const entry = await caches.match(`${base}/`, { cacheName: SERVING });
	const name = (await entry?.text()) ?? OWN;
	return (await caches.has(name)) ? name : OWN;
}

/** Has this version serve, from the next request on. Where there is no room to say so, each worker serves its own. */
async function serveOwn(): Promise<void> {
	try {
		await (await caches.open(SERVING)).put(`${base}/`, new Response(OWN));
	} catch {
		await caches.delete(SERVING);
	}
}

/** Deletes the versions that no window has open, apart from this newest one and the one that serves. */
async function tidy(): Promise<void> {
	const { held = [] } = await navigator.locks.query();
	const open = held.map(({ name = '' }) => name).filter((name) => name.startsWith(OURS));
	const keep = [OWN, await serving()];
	for (const name of await caches.keys()) {
		const isOpen = open.some((lock) => name.startsWith(lock));
		if (name.startsWith(OURS) && !keep.includes(name) && !isOpen) await caches.delete(name);
	}
}

/** A page or a file whose name stays; the network has it where it is not kept. */
async function current(url: string, request: Request): Promise<Response> {
	const cacheName = await serving();
	return (await caches.match(url, { ...PLAIN, cacheName })) ?? fetch(request);
}

/** A part of whichever version: each has its own names. */
async function part(request: Request): Promise<Response> {
	const own = await caches.match(request, { ...PLAIN, cacheName: OWN });
	return own ?? (await caches.match(request, PLAIN)) ?? fetch(request);
}

/** What is answered here; undefined leaves it to the network. */
function answer(request: Request): Promise<Response> | undefined {
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin || request.headers.has('range'))
		return;
	if (isImmutable(pathname)) return part(request);
	// As the server has it: addresses without an ending belong to the pages.
	const isPage = request.mode === 'navigate' && !/\.[^/]*$/.test(pathname);
	return current(isPage ? `${base}/` : pathname, request);
}

/** Serves from now on, and has the windows load it. */
async function takeOver(): Promise<void> {
	await serveOwn();
	const windows = await worker.clients.matchAll({ includeUncontrolled: true });
	for (const one of windows) one.postMessage({ taken: version, scope: `${base}/` });
}

worker.addEventListener('install', (event) => {
	const source = { base, version, get: fetch.bind(worker) };
	event.waitUntil(caches.open(OWN).then((cache) => fetchWhole(cache, WHOLE, source)));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		serveOwn()
			.then(() => (worker.registration.installing ? undefined : tidy()))
			.then(() => worker.clients.claim())
	);
});

worker.addEventListener('fetch', (event) => {
	const response = answer(event.request);
	if (response) event.respondWith(response);
});

worker.addEventListener('message', (event) => {
	if (event.data === 'take over') event.waitUntil(takeOver());
	if (event.data === 'which version') event.ports[0]?.postMessage(version);
	const { installing, waiting } = worker.registration;
	// A newer one that is not known here must not lose what it has fetched.
	const isNewest = !installing && (!waiting || worker.serviceWorker.state === 'installed');
	if (event.data === 'tidy' && isNewest) event.waitUntil(tidy());
});
