import { readFile } from 'node:fs/promises';
import { go } from './go';
import { expect, test } from './watch';
import { say } from './words';

test('the page about the program names every part of the build, with its licence', async ({
	page
}) => {
	const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
		version: string;
		dependencies: Record<string, string>;
	};
	await page.goto('/hilfe');
	await page
		.getByRole('main')
		.getByRole('link', { name: say('about_title') })
		.first()
		.click();
	await expect(page.getByText(`${say('about_version')} ${manifest.version}-`)).toBeVisible();
	await expect(page.locator('details').first()).toBeVisible();
	const names = await page.locator('details .name').allTextContents();
	// What they bring along, and what is compiled into the app, is there as well.
	const all = [
		...Object.keys(manifest.dependencies),
		'svelte',
		'@sveltejs/kit',
		'zrender',
		'xmlchars'
	];
	expect(all.filter((name) => !names.includes(name))).toEqual([]);
	await page.getByText('@fontsource-variable/source-sans-3').click();
	await expect(page.getByText('SIL OPEN FONT LICENSE', { exact: false }).first()).toBeVisible();
});

test('without a service worker the page says that nothing is kept', async ({ page }) => {
	await page.goto('/');
	await go(page, '/hilfe/ueber');
	await expect(page.locator('[data-kept="impossible"]')).toBeVisible();
});
