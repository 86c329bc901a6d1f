import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exampleFiles, exampleWithin } from './examples';

/** The web servers of docs/hosting.md that can be tried, and what each needs. Debian's places. */
const SERVERS = {
	nginx: ['/usr/sbin/nginx', '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'],
	Apache: ['/usr/sbin/apache2', '/usr/lib/apache2/modules/mod_headers.so']
} as const;

export type ServerName = keyof typeof SERVERS;

/** Whether a server is installed, with the modules that its example names. */
export const isInstalled = (name: ServerName): boolean =>
	SERVERS[name].every((path) => existsSync(path));

/** The sentence for those that are missing; undefined where both are there. */
export function leftOut(isThere = isInstalled): string | undefined {
	const missing = (Object.keys(SERVERS) as ServerName[]).filter((name) => !isThere(name));
	return missing.length === 0
		? undefined
		: `Left out: the examples of docs/hosting.md for ${missing.join(' and ')}, not installed here (Debian: nginx, libnginx-mod-http-brotli-static, apache2-bin).`;
}

const isRoot = process.getuid?.() === 0;
const APACHE_MODULES = [
	'mpm_event',
	'authz_core',
	'dir',
	'mime',
	'alias',
	'filter',
	'headers',
	'rewrite',
	'deflate'
];

/** Where the examples say they lie, and where they lie for the trial. */
type Place = { folder: string; port: number; inFolder: boolean };

/** An example as it can run here: on the loopback alone, without a certificate. */
const tried = (example: string, { folder, port }: Place): string =>
	example
		.replaceAll('/srv/www', join(folder, 'www'))
		.replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
		.replace('<VirtualHost *:443>', `<VirtualHost 127.0.0.1:${port}>`)
		.replace(/^\s*(?:ssl_|SSL).*\n/gm, '');

function nginx(place: Place): string {
	const { folder, port, inFolder } = place;
	const own = `server { listen 127.0.0.1:${port}; ${tried(exampleWithin('nginx'), place)} }`;
	return `daemon off; master_process off; pid ${folder}/pid; error_log stderr;
		${isRoot ? 'user root;' : ''}
		load_module ${SERVERS.nginx[1]};
		events {}
		http {
			access_log off;
			${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
			include conf.d/quartierspiegel.conf;
			${inFolder ? own : 'include sites-available/quartierspiegel;'}
		}`;
}

function apache(place: Place): string {
	const { folder, port, inFolder } = place;
	const own = `<VirtualHost 127.0.0.1:${port}>\nDocumentRoot ${folder}\n${tried(exampleWithin('apache'), place)}\n</VirtualHost>`;
	return `ServerRoot ${folder}
		DefaultRuntimeDir ${folder}
		PidFile ${folder}/pid
		ServerName localhost
		Listen 127.0.0.1:${port}
		ErrorLog ${folder}/error.log
		${APACHE_MODULES.map((name) => `LoadModule ${name}_module ${dirname(SERVERS.Apache[1])}/mod_${name}.so`).join('\n')}
		${isRoot ? 'User #65534\nGroup #65534' : ''}
		TypesConfig ${existsSync('/etc/mime.types') ? '/etc/mime.types' : '/dev/null'}
		<Directory />
			Require all denied
		</Directory>
		Include conf-available/quartierspiegel.conf
		${inFolder ? own : 'Include sites-available/quartierspiegel.conf'}`;
}

const MAIN = {
	nginx: (place: Place) => ({
		text: nginx(place),
		args: ['-p', place.folder, '-c', 'main.conf', '-e', 'stderr']
	}),
	Apache: (place: Place) => ({
		text: apache(place),
		args: ['-f', 'main.conf', '-d', place.folder, '-DFOREGROUND']
	})
};

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

/** Resolves when the server answers. @throws with what it says when it ends before */
async function answering(child: ChildProcess, url: string): Promise<void> {
	let said = '';
	child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const ended = new Promise<never>((_, failed) => {
		child.once('error', failed);
		child.once('exit', () => failed(new Error(`The server did not start: ${said}`)));
	});
	const asked = async (): Promise<void> => {
		const answer = await fetch(url).catch(() => undefined);
		if (answer) return void (await answer.arrayBuffer());
		await new Promise((again) => setTimeout(again, 20));
		return child.exitCode === null ? asked() : undefined;
	};
	await Promise.race([asked(), ended]);
}

/**
 * Starts a web server with its examples from docs/hosting.md, on the loopback, with all that it writes in a
 * folder of its own. The app is put where the examples look for it by `fill`.
 */
export async function startServer(
	name: ServerName,
	inFolder: boolean,
	fill: (root: string) => Promise<unknown>
): Promise<{ url: string; close: () => Promise<void> }> {
	const folder = await mkdtemp(join(tmpdir(), 'hosting-'));
	// Apache's workers are nobody, where it is started by root.
	await chmod(folder, 0o755);
	const place = { folder, port: await freePort(), inFolder };
	await mkdir(join(folder, 'www'));
	await fill(join(folder, 'www', 'quartierspiegel'));
	for (const { path, text } of exampleFiles(name === 'nginx' ? 'nginx' : 'apache')) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), tried(text, place));
	}
	const { text, args } = MAIN[name](place);
	await writeFile(join(folder, 'main.conf'), text);
	const url = `http://127.0.0.1:${place.port}/${inFolder ? 'quartierspiegel/' : ''}`;
	const child = spawn(SERVERS[name][0], args, { stdio: ['ignore', 'ignore', 'pipe'] });
	// Whatever becomes of the tests, no server stays behind.
	const stop = () => child.kill();
	process.once('exit', stop);
	await answering(child, url);
	return {
		url,
		async close() {
			const ended = new Promise((done) => child.once('exit', done));
			stop();
			await ended;
			process.off('exit', stop);
			await rm(folder, { recursive: true });
		}
	};
}
