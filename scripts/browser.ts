import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { isMain } from './files';

/** A browser that starts on this machine. The version is unknown on Windows, where asking opens a window. */
export type Browser = { path: string; name: string; version?: string };

const COMMANDS = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'chrome',
	'microsoft-edge-stable',
	'microsoft-edge'
];

const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
	linux: [
		'/usr/lib/chromium/chromium',
		'/snap/bin/chromium',
		'/opt/google/chrome/chrome',
		'/opt/microsoft/msedge/msedge'
	],
	darwin: [
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
	],
	win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
		.flatMap((variable) => process.env[variable] ?? [])
		.flatMap((folder) => [
			join(folder, 'Chromium', 'Application', 'chrome.exe'),
			join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
			join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')
		])
};

const onWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

/** Where a browser may be, the one asked for first and Playwright's own last. */
function candidates(): string[] {
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
	return [
		process.env['CHROMIUM_PATH'] ?? '',
		...(onWindows ? [] : COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)))),
		...(INSTALLED[process.platform] ?? []),
		chromium.executablePath()
	].filter((path) => path !== '' && existsSync(path));
}

/** Asks a browser for its name; a file that does not answer (Ubuntu's stub for the snap) is none. */
function describe(path: string): Browser | undefined {
	if (onWindows) return { path, name: path.includes('Edge') ? 'Microsoft Edge' : 'Chromium' };
	const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
	const words = /^(.*?)\s+(\d[\d.]*)/m.exec(stdout ?? '');
	return status === 0 && words?.[1] && words[2]
		? { path, name: words[1], version: words[2] }
		: undefined;
}

let found: Browser | undefined;

/** The browser to use, or undefined when there is none. Looks only, and only once. */
export function findBrowser(): Browser | undefined {
	for (const path of found ? [] : candidates()) {
		found = describe(path);
		if (found) break;
	}
	return found;
}

const run = (command: string): boolean =>
	spawnSync(command, { shell: true, stdio: 'inherit' }).status === 0;

/**
 * The browser to use; installs one where there is none, and says which it is. Ends the program with
 * one sentence when that is not possible.
 */
export function ensureBrowser(): Browser {
	const browser =
		findBrowser() ??
		(run('npx playwright install chromium') ? findBrowser() : undefined) ??
		(isRoot &&
		existsSync('/usr/bin/apt-get') &&
		run('apt-get update && apt-get install -y chromium')
			? findBrowser()
			: undefined);
	if (!browser) {
		console.error(
			'No browser was found: install the package "chromium" (or Chrome, or Edge), or name one in CHROMIUM_PATH.'
		);
		process.exit(1);
	}
	console.log(`Browser: ${[browser.name, browser.version].join(' ').trim()} (${browser.path})`);
	return browser;
}

/** How Playwright starts the browser: without any call of its own to the internet. */
export function launchOptions(): { executablePath?: string; args: string[] } {
	const path = findBrowser()?.path;
	return {
		...(path === undefined ? {} : { executablePath: path }),
		args: [
			// Chromium refuses to run its sandbox as root.
			...(isRoot ? ['--no-sandbox'] : []),
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
			'--disable-quic'
		]
	};
}

if (isMain(import.meta.url)) ensureBrowser();
