import { extname } from 'node:path';

/** What no page of ours ever asks for is switched off, so that no injected code can ask either. */
const PERMISSIONS = [
	'accelerometer',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'hid',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'serial',
	'usb'
];

/** Content types by file ending; the browser compiles WebAssembly while it streams only as `application/wasm`. */
const TYPES: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.geojson': 'application/geo+json',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.sav': 'application/x-spss-sav',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.ttf': 'font/ttf',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.woff2': 'font/woff2',
	'.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	'.zip': 'application/zip'
};

/** The content type of a file by its ending. */
export const contentType = (path: string): string =>
	TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/**
 * The policy that SvelteKit wrote into the page, for the header; it is the same in every build.
 *
 * The header says the same once more because `frame-ancestors` counts only there. Without a policy
 * in the page nothing but our own files may load.
 */
function contentSecurityPolicy(page: string): string {
	const meta = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(page);
	return `${meta?.[1] ?? "default-src 'self'"}; frame-ancestors 'none'`;
}

/** The headers that every answer carries, whoever hosts the app. */
export const securityHeaders = (page: string): Record<string, string> => ({
	'Content-Security-Policy': contentSecurityPolicy(page),
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'Permissions-Policy': PERMISSIONS.map((name) => `${name}=()`).join(', ')
});
