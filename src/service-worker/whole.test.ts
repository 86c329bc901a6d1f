import { expect, it } from 'vitest';
import { fetchWhole } from './whole';

const WHOLE = { hash: 'abc', files: ['_app/immutable/a.js', '_app/version.json', 'icon.svg'] };
const VERSION = '1.0.0-abc';

/** A cache in memory, and what is in it. */
function memory() {
	const kept = new Map<string, Response>();
	const cache = {
		match: async (url: string) => kept.get(url),
		put: async (url: string, response: Response) => void kept.set(url, response)
	} as unknown as Cache;
	return { cache, kept };
}

type Answer = { body: string; type?: string; status?: number; redirected?: boolean };

/** A server, and what it was asked, in order. */
function server(answers: Record<string, Answer> = {}) {
	const all: Record<string, Answer> = {
		'/app/': { body: '<p></p>', type: 'text/html; charset=utf-8' },
		'/app/_app/version.json': { body: JSON.stringify({ version: VERSION }) },
		'/app/_app/immutable/a.js': { body: 'a', type: 'text/javascript' },
		'/app/icon.svg': { body: '<svg/>', type: 'image/svg+xml' },
		...answers
	};
	const asked: { url: string; cache: RequestCache | undefined }[] = [];
	const get = (async (url: string, init?: RequestInit) => {
		asked.push({ url, cache: init?.cache });
		const { body, type = 'application/json', status = 200, redirected = false } = all[url]!;
		const response = new Response(body, { status, headers: { 'content-type': type } });
		// What comes from the own origin, as only a browser can make it.
		return new Proxy(response, {
			get(target, name) {
				if (name === 'type') return 'basic';
				if (name === 'redirected') return redirected;
				const value: unknown = Reflect.get(target, name);
				return typeof value === 'function' ? value.bind(target) : value;
			}
		});
	}) as typeof fetch;
	return { asked, source: { base: '/app', version: VERSION, get } };
}

it('all files are kept, in a subfolder as well, and the version is asked for last', async () => {
	const { cache, kept } = memory();
	const { asked, source } = server();
	await fetchWhole(cache, WHOLE, source);
	expect(asked).toEqual([
		{ url: '/app/_app/immutable/a.js', cache: 'default' },
		{ url: '/app/icon.svg', cache: 'no-cache' },
		{ url: '/app/', cache: 'no-cache' },
		{ url: '/app/_app/version.json', cache: 'no-cache' }
	]);
	expect([...kept.keys()]).toEqual(asked.map(({ url }) => url));
});

it('what an attempt before has fetched is not fetched once more, unless it may have changed', async () => {
	const { cache } = memory();
	await fetchWhole(cache, WHOLE, server().source);
	const { asked, source } = server();
	await fetchWhole(cache, WHOLE, source);
	expect(asked.map(({ url }) => url)).toEqual(['/app/icon.svg', '/app/', '/app/_app/version.json']);
});

it.each([
	['a missing file', { '/app/icon.svg': { body: '', status: 404 } }],
	['a page in the place of a file', { '/app/icon.svg': { body: '<p>', type: 'text/html' } }],
	['a page behind a login', { '/app/': { body: '<p>', type: 'text/html', redirected: true } }],
	['another version by now', { '/app/_app/version.json': { body: '{"version":"2.0.0"}' } }]
])('%s makes all of it fail', async (_, answers) => {
	const { cache } = memory();
	await expect(fetchWhole(cache, WHOLE, server(answers).source)).rejects.toThrow(TypeError);
});
