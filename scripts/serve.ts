import { createReadStream, type Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { COMPRESSIBLE } from './compress';
import { isMain } from './files';
import { contentType, securityHeaders } from './headers';
import { folderOf } from './place';

/** This machine alone: the app is meant for its own user, not for the network it stands in. */
const HOST = '127.0.0.1';
const DEFAULT_PORT = 4173;

type Found = { path: string; stats: Stats };
type Encoding = 'br' | 'gzip' | 'identity';

const fileAt = async (path: string): Promise<Found | undefined> => {
	const stats = await stat(path).catch(() => undefined);
	return stats?.isFile() ? { path, stats } : undefined;
};

/** The path that an address asks for, or undefined when it cannot be read or leaves the folder. */
function pathFor(root: string, address: string): string | undefined {
	try {
		const path = decodeURIComponent(address.replace(/[?#].*$/s, ''));
		if (!path.startsWith('/') || /[\0\\]/.test(path)) return undefined;
		const full = resolve(root, `.${path}`);
		return full === root || full.startsWith(root + sep) ? full : undefined;
	} catch {
		return undefined;
	}
}

/** The file for an address. Those without an ending belong to the router, so they get the page. */
async function find(root: string, address: string): Promise<Found | undefined> {
	const path = pathFor(root, address);
	if (path === undefined) return undefined;
	return (await fileAt(path)) ?? (extname(path) ? undefined : fileAt(join(root, 'index.html')));
}

/** True when a browser takes an encoding, that is, names it and does not refuse it with `q=0`. */
const accepts = (header: string | string[] | undefined, encoding: Encoding): boolean =>
	String(header ?? '')
		.split(',')
		.some((part) => {
			const [name, ...params] = part.split(';').map((word) => word.trim().toLowerCase());
			return name === encoding && !params.some((param) => /^q=0(\.0*)?$/.test(param));
		});

/** The form in which a file travels: packed at build, packed now, or as it is. */
async function encode(found: Found, accepted: string | string[] | undefined) {
	const plain = { ...found, encoding: 'identity' as Encoding };
	if (!COMPRESSIBLE.test(found.path)) return plain;
	const packed = accepts(accepted, 'br') ? await fileAt(`${found.path}.br`) : undefined;
	if (packed) return { ...packed, encoding: 'br' as Encoding };
	return accepts(accepted, 'gzip') ? { ...plain, encoding: 'gzip' as Encoding } : plain;
}

function refuse(response: ServerResponse, status: number, word: string): void {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${word}\n`);
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse) {
	// Read each time, so that the hashes in the policy stay right when the app is built anew.
	const page = await readFile(join(root, 'index.html'), 'utf8');
	response.setHeaders(new Map(Object.entries(securityHeaders(page))));
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('Allow', 'GET, HEAD');
		return refuse(response, 405, 'Method not allowed');
	}
	const address = request.url ?? '/';
	const folder = folderOf(page);
	if (folder && (address === '/' || address === folder)) {
		return void response.writeHead(302, { Location: `${folder}/` }).end();
	}
	const found = address.startsWith(`${folder}/`)
		? await find(root, address.slice(folder.length))
		: undefined;
	if (!found) return refuse(response, 404, 'Not found');

	const { path, stats, encoding } = await encode(found, request.headers['accept-encoding']);
	const tag = `"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}-${encoding}"`;
	const immutable = found.path.startsWith(join(root, '_app', 'immutable') + sep);
	response.setHeader('ETag', tag);
	response.setHeader('Vary', 'Accept-Encoding');
	response.setHeader(
		'Cache-Control',
		immutable ? 'public, max-age=31536000, immutable' : 'no-cache'
	);
	if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();

	response.setHeader('Content-Type', contentType(found.path));
	if (encoding === 'gzip') response.setHeader('Content-Encoding', 'gzip');
	else response.setHeader('Content-Length', stats.size);
	if (encoding === 'br') response.setHeader('Content-Encoding', 'br');
	if (request.method === 'HEAD') return void response.end();
	const file = createReadStream(path);
	await (encoding === 'gzip' ? pipeline(file, createGzip(), response) : pipeline(file, response));
}

/** Listens on a port, or on the next free one when it is taken. */
async function listen(server: Server, port: number, attempts = 20): Promise<number> {
	try {
		await new Promise<void>((done, failed) => {
			server.once('error', failed);
			server.listen(port, HOST, () => {
				server.off('error', failed);
				done();
			});
		});
	} catch (error) {
		const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
		if (taken && attempts > 1) return listen(server, port + 1, attempts - 1);
		throw error;
	}
	const address = server.address();
	return typeof address === 'object' && address ? address.port : port;
}

/**
 * Serves a built app on this machine, in the folder that it was placed for. Port 0 means any free one.
 *
 * @throws when there is no `index.html` in `root`, or when no port is free
 */
export async function serve(options: { port?: number; root: string }) {
	const root = resolve(options.root);
	const page = await readFile(join(root, 'index.html'), 'utf8').catch(() => undefined);
	if (page === undefined) {
		throw new Error(`There is no index.html in ${root}. Run "npm run build" first.`);
	}
	const server = createServer((request, response) => {
		answer(root, request, response).catch(() => {
			// The browser went away in the middle, or the build is being replaced this moment.
			if (response.headersSent) response.destroy();
			else refuse(response, 503, 'Not ready');
		});
	});
	const port = await listen(server, options.port ?? DEFAULT_PORT);
	return {
		url: `http://${HOST}:${port}${folderOf(page)}/`,
		async close(): Promise<void> {
			const closed = new Promise((done) => server.close(done));
			server.closeAllConnections();
			await closed;
		}
	};
}

if (isMain(import.meta.url)) {
	try {
		const port = Number(process.env['PORT'] ?? DEFAULT_PORT);
		const { url } = await serve({ port, root: 'build' });
		console.log(`Quartierspiegel: ${url}`);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	}
}
