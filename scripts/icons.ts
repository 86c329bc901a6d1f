import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchOptions } from './browser';

/**
 * Makes the icons of the installed program from `static/icon.svg`: `npm run icons`. The maskable one fills
 * its square, as systems cut it to a shape of their own.
 */
const rounded = await readFile('static/icon.svg', 'utf8');
const filling = rounded.replace(' rx="7"', '').replace(/ d="[^"]*"/, ' d="M0 32 32 0v32Z"');

const ICONS = [
	{ name: 'icon-192', svg: rounded, size: 192 },
	{ name: 'icon-512', svg: rounded, size: 512 },
	{ name: 'icon-maskable-512', svg: filling, size: 512 }
];

ensureBrowser();
const browser = await chromium.launch(launchOptions());
try {
	const page = await browser.newPage();
	for (const { name, svg, size } of ICONS) {
		await page.setViewportSize({ width: size, height: size });
		const drawn = svg.replace('<svg', `<svg width="${size}" height="${size}"`);
		await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawn}`);
		await writeFile(`static/${name}.png`, await page.screenshot({ omitBackground: true }));
	}
} finally {
	await browser.close();
}
